package dev.rondo.runtime.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights in the safetensors format: 8 bytes with the header's length, the header, the values. Bits
 * are kept as they are, those of NaNs too.
 */
final class Safetensors {
  private static final Weights.Tensor EMPTY = new Weights.Tensor(new long[] {0}, new float[0]);

  private Safetensors() {}

  static void write(Weights weights, OutputStream out, Place place) throws IOException {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    weights.tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    out.write(TensorHeader.write(shapes, place));
    ByteBuffer buffer = buffer();
    for (Weights.Tensor tensor : weights.tensors().values()) {
      float[] values = tensor.values();
      int chunk;
      for (int i = 0; i < values.length; i += chunk) {
        chunk = Math.min(values.length - i, buffer.capacity() / Float.BYTES);
        buffer.asFloatBuffer().put(values, i, chunk);
        out.write(buffer.array(), 0, chunk * Float.BYTES);
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
    if (length < 0 || length > Math.min(in.remaining(), ModelFormat.HEADER_BYTES)) {
      throw place.wrong("has a header of " + Long.toUnsignedString(length) + " bytes: too long");
    }
    byte[] header = in.read((int) length);
    List<TensorHeader.Slice> slices = TensorHeader.read(header, expected, in.remaining(), place);
    // first with empty places: the data may have another order than the network
    Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
    expected.keySet().forEach(name -> tensors.put(name, EMPTY));
    for (TensorHeader.Slice slice : slices) {
      long[] shape = slice.shape().clone();
      tensors.put(slice.name(), new Weights.Tensor(shape, values(in, slice.values())));
    }
    return new Weights(tensors);
  }

  private static float[] values(EntryReader in, int count) {
    float[] values = new float[count];
    ByteBuffer buffer = buffer();
    int chunk;
    for (int i = 0; i < count; i += chunk) {
      chunk = Math.min(count - i, buffer.capacity() / Float.BYTES);
      in.read(buffer.array(), chunk * Float.BYTES);
      buffer.asFloatBuffer().get(values, i, chunk);
    }
    return values;
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocate(ModelFormat.BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }
}
