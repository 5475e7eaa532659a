package dev.rondo.runtime.store;

import dev.rondo.runtime.layer.Weights;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Weights in the safetensors format: 8 bytes with the header's length, the header, the values. Bits
 * are kept as they are, those of NaNs too.
 */
final class Safetensors {
  private Safetensors() {}

  static void write(Weights weights, OutputStream out, Place place) throws IOException {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    weights.tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    Map<String, Weights.Tensor> tensors = weights.tensors();
    write(
        shapes,
        name -> FloatBuffer.wrap(Objects.requireNonNull(tensors.get(name)).values()),
        out,
        place);
  }

  /**
   * Writes arrays, each when its values are asked for.
   *
   * @param shapes by name, in the order of the file
   * @param valuesOf gives the values of a name, from the buffer's position to its limit
   */
  static void write(
      Map<String, long[]> shapes,
      Function<String, FloatBuffer> valuesOf,
      OutputStream out,
      Place place)
      throws IOException {
    out.write(TensorHeader.write(shapes, place));
    byte[] chunk = new byte[ModelFormat.BUFFER_BYTES];
    FloatBuffer floats = floats(chunk);
    for (String name : shapes.keySet()) {
      FloatBuffer values = valuesOf.apply(name);
      int count;
      for (int i = values.position(); i < values.limit(); i += count) {
        count = Math.min(values.limit() - i, floats.capacity());
        floats.put(0, values, i, count);
        out.write(chunk, 0, count * Float.BYTES);
      }
    }
  }

  /**
   * Reads all weights; the caller finishes the entry.
   *
   * @param expected the names and shapes, whose order the result has
   */
  static Weights read(EntryReader in, Map<String, long[]> expected) {
    Place place = in.place();
    long length = ByteBuffer.wrap(in.read(Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 0 || length > Math.min(in.remaining(), TensorHeader.mostBytes(expected))) {
      throw place.wrong("has a header of " + Long.toUnsignedString(length) + " bytes: too long");
    }
    byte[] header = in.read((int) length);
    List<TensorHeader.Slice> slices = TensorHeader.read(header, expected, in.remaining(), place);
    Map<String, float[]> values = new HashMap<>(); // the data may have another order
    for (TensorHeader.Slice slice : slices) {
      values.put(slice.name(), values(in, slice.values()));
    }
    Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
    expected.forEach(
        (name, shape) ->
            tensors.put(
                name, new Weights.Tensor(shape.clone(), Objects.requireNonNull(values.get(name)))));
    return new Weights(tensors);
  }

  /** Returns the shapes that the header tells, without reading further. */
  static Map<String, long[]> shapes(EntryReader in) {
    long length = ByteBuffer.wrap(in.read(Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 0 || length > Math.min(in.remaining(), ModelFormat.HEADER_BYTES)) {
      throw in.place()
          .wrong("has a header of " + Long.toUnsignedString(length) + " bytes: too long");
    }
    return TensorHeader.shapes(in.read((int) length), in.place());
  }

  private static float[] values(EntryReader in, int size) {
    float[] values = new float[size];
    byte[] chunk = new byte[ModelFormat.BUFFER_BYTES];
    FloatBuffer floats = floats(chunk);
    int count;
    for (int i = 0; i < size; i += count) {
      count = Math.min(size - i, floats.capacity());
      in.read(chunk, count * Float.BYTES);
      floats.get(0, values, i, count);
    }
    return values;
  }

  private static FloatBuffer floats(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }
}
