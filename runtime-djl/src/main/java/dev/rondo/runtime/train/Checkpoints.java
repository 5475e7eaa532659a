package dev.rondo.runtime.train;

import dev.rondo.runtime.layer.Weights;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The checkpoints of one training: when they are written, and whether it may go on from one. */
final class Checkpoints implements AutoCloseable {
  private static final String START_ANEW = ", or delete the file to start anew.";

  private final @Nullable CheckpointFile file;
  private final String name;
  private final long nanosBetween;
  private final Map<Checkpoint.Facts, Map<String, String>> facts;
  private final TrainingListener listener;
  private @Nullable Checkpoint restored;
  private long lastWritten = System.nanoTime();

  private Checkpoints(
      @Nullable CheckpointFile file,
      String name,
      long nanosBetween,
      Map<Checkpoint.Facts, Map<String, String>> facts,
      TrainingListener listener) {
    this.file = file;
    this.name = name;
    this.nanosBetween = nanosBetween;
    this.facts = facts;
    this.listener = listener;
  }

  /** Returns those of a training that has none. */
  static Checkpoints none() {
    return new Checkpoints(null, "", 0, Map.of(), new TrainingListener() {});
  }

  /**
   * Takes the file of a training, and reads the checkpoint that it holds, if any.
   *
   * @param between how long after one the next is written, within an epoch
   * @param facts of the training
   * @param listener is warned of what does not end the training
   * @throws CheckpointException if another training has the file, or it holds a checkpoint that
   *     cannot be read, or of a training with other facts than these, those of the machine excepted
   */
  static Checkpoints open(
      Path path,
      Duration between,
      Map<Checkpoint.Facts, Map<String, String>> facts,
      TrainingListener listener) {
    Checkpoints checkpoints =
        new Checkpoints(
            CheckpointFormat.installed().lock(path),
            "checkpoint \"" + path + "\"",
            nanos(between),
            facts,
            listener);
    boolean opened = false;
    try {
      checkpoints.read();
      opened = true;
      return checkpoints;
    } finally {
      if (!opened) {
        checkpoints.close();
      }
    }
  }

  private static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE; // 292 years: never
    }
  }

  private void read() {
    if (file == null) {
      return;
    }
    Optional<Checkpoint> read = file.read();
    if (read.isPresent()) {
      Checkpoint checkpoint = read.get();
      requireSame(Checkpoint.Facts.MODEL, checkpoint, "Train that model");
      requireSame(Checkpoint.Facts.SETTINGS, checkpoint, "Set it to what it was");
      requireSame(
          Checkpoint.Facts.DATA, checkpoint, "Give the same data and sizes of vocabularies");
      warnOfMachine(checkpoint);
      restored = checkpoint;
    }
  }

  private void requireSame(Checkpoint.Facts kind, Checkpoint checkpoint, String wayOut) {
    Map<String, String> here = facts.getOrDefault(kind, Map.of());
    Map<String, String> there = checkpoint.facts(kind);
    for (String fact : differences(here, there)) {
      throw new CheckpointException(
          "%s is of another training: %s is %s now, and was %s. %s%s"
              .formatted(
                  name, fact, told(here.get(fact)), told(there.get(fact)), wayOut, START_ANEW),
          null);
    }
  }

  private static String told(@Nullable String value) {
    return value == null ? "missing" : value.isEmpty() ? "empty" : value;
  }

  private static List<String> differences(Map<String, String> here, Map<String, String> there) {
    Set<String> names = new LinkedHashSet<>(here.keySet());
    names.addAll(there.keySet());
    List<String> different = new ArrayList<>();
    for (String fact : names) {
      String value = here.get(fact);
      if (value == null || !value.equals(there.get(fact))) {
        different.add(fact);
      }
    }
    return different;
  }

  private void warnOfMachine(Checkpoint checkpoint) {
    Map<String, String> here = facts.getOrDefault(Checkpoint.Facts.MACHINE, Map.of());
    Map<String, String> there = checkpoint.facts(Checkpoint.Facts.MACHINE);
    List<String> different = differences(here, there);
    if (!different.isEmpty()) {
      List<String> told = new ArrayList<>();
      for (String fact : different) {
        told.add(
            "%s is %s, and was %s".formatted(fact, told(here.get(fact)), told(there.get(fact))));
      }
      listener.onWarning(
          "the training goes on from %s on another machine, so what it gives is not bit-equal to a training that was never interrupted: %s"
              .formatted(name, String.join("; ", told)));
    }
  }

  /** Returns whether there are any. */
  boolean kept() {
    return file != null;
  }

  /** Returns what the training goes on from; empty if it starts anew. */
  Optional<Checkpoint> restored() {
    return Optional.ofNullable(restored);
  }

  /**
   * Returns the weights to go on from; empty if the training starts anew.
   *
   * @param shapes of the network's weights
   * @throws CheckpointException if the checkpoint has others
   */
  Optional<Weights> weights(Map<String, long[]> shapes) {
    return restored().map(checkpoint -> weights(checkpoint, shapes));
  }

  private Weights weights(Checkpoint checkpoint, Map<String, long[]> shapes) {
    Map<String, StateArray> arrays = checkpoint.arrays(Checkpoint.Part.WEIGHTS);
    Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
    shapes.forEach(
        (weight, shape) -> {
          StateArray array = arrays.get(weight);
          if (array == null || !Arrays.equals(array.shape(), shape)) {
            throw contradicting("weight \"" + weight + "\" is missing or of another shape", null);
          }
          tensors.put(weight, new Weights.Tensor(shape, array.values()));
        });
    return new Weights(tensors);
  }

  private CheckpointException contradicting(String what, @Nullable Throwable cause) {
    return new CheckpointException(
        "%s is whole, but what it says does not fit together: %s. Delete the file to start anew."
            .formatted(name, what),
        cause);
  }

  /** Does what takes the checkpoint apart. */
  void restoring(Runnable work) {
    try {
      work.run();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw contradicting(String.valueOf(e.getMessage()), e);
    }
    restored = null; // as large as the whole state
  }

  /** Writes a checkpoint if the last one is old enough. */
  void writeIfDue(Supplier<Checkpoint> now) {
    if (file != null && System.nanoTime() - lastWritten >= nanosBetween) {
      write(now);
    }
  }

  /**
   * Writes a checkpoint. A training does not end because that fails: it warns, and the former
   * checkpoint stays.
   */
  void write(Supplier<Checkpoint> now) {
    if (file == null) {
      return;
    }
    try {
      Checkpoint state = now.get();
      Map<Checkpoint.Facts, Map<String, String>> all = new LinkedHashMap<>(facts);
      all.put(Checkpoint.Facts.POSITION, state.facts(Checkpoint.Facts.POSITION));
      file.write(new Checkpoint(all, state.history(), state.arrays()));
    } catch (CheckpointException e) {
      listener.onWarning(
          e.getMessage() + " The training goes on, and the checkpoint stays as it was.");
    }
    lastWritten = System.nanoTime();
  }

  /** Deletes the checkpoint: the training is complete. */
  void delete() {
    if (file == null) {
      return;
    }
    try {
      file.delete();
    } catch (CheckpointException e) {
      listener.onWarning(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
