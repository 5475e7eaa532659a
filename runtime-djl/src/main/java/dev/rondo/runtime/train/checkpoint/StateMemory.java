package dev.rondo.runtime.train.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.kernel.WeightUpdates;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the arrays of a training as they were when a checkpoint was due, so that the training goes
 * on while they are written. They are copied in one call, into memory that is used again: a page
 * that the process did not have costs more than to copy it.
 *
 * <p>The memory is the engine's, which no limit of Java's applies to, and read through buffers, so
 * that whoever writes it calls no engine. It must have ended before this is closed.
 */
public final class StateMemory implements AutoCloseable {
  private final NDManager manager;
  private final Map<Checkpoint.Part, Map<String, Place>> places =
      new EnumMap<>(Checkpoint.Part.class);

  /** Where an array is copied to, and the buffer that reads it there. */
  private record Place(NDArray array, FloatBuffer values) {}

  /**
   * Creates it without memory.
   *
   * @param manager becomes this one's; on the CPU
   */
  public StateMemory(NDManager manager) {
    this.manager = manager;
  }

  /** Takes the memory for a part before it is needed. */
  void reserve(Checkpoint.Part part, Map<String, NDArray> arrays) {
    arrays.forEach((name, array) -> place(part, name, array.getShape()));
  }

  /**
   * Copies arrays. What this gave before has their values now.
   *
   * @param arrays of each part, by name, float32, on any device
   */
  Map<Checkpoint.Part, Map<String, StateArray>> copy(
      Map<Checkpoint.Part, Map<String, NDArray>> arrays) {
    List<NDArray> targets = new ArrayList<>();
    List<NDArray> sources = new ArrayList<>();
    Map<Checkpoint.Part, Map<String, StateArray>> copies = new EnumMap<>(Checkpoint.Part.class);
    arrays.forEach(
        (part, all) -> {
          Map<String, StateArray> copiesOfPart = new LinkedHashMap<>();
          all.forEach(
              (name, array) -> {
                Place place = place(part, name, array.getShape());
                targets.add(place.array());
                sources.add(array);
                copiesOfPart.put(name, new StateArray(array.getShape().getShape(), place.values()));
              });
          copies.put(part, copiesOfPart);
        });
    WeightUpdates.copy(targets, sources);
    return copies;
  }

  private Place place(Checkpoint.Part part, String name, Shape shape) {
    Map<String, Place> ofPart = places.computeIfAbsent(part, p -> new LinkedHashMap<>());
    Place known = ofPart.get(name);
    if (known != null) {
      if (known.array().getShape().equals(shape)) {
        return known;
      }
      known.array().close(); // streams have become more or fewer
    }
    Place place = newPlace(shape);
    ofPart.put(name, place);
    return place;
  }

  private Place newPlace(Shape shape) {
    NDArray array = manager.zeros(shape); // which touches each page
    FloatBuffer values =
        shape.size() == 0
            ? FloatBuffer.allocate(0)
            : array.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
    return new Place(array, values.asReadOnlyBuffer());
  }

  @Override
  public void close() {
    manager.close();
    places.clear();
  }
}
