package dev.rondo.runtime.store;

import dev.rondo.runtime.layer.Weights;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
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

  /**
   * Writes weights.
   *
   * @param numbers what large ones are kept in
   */
  static void write(Weights weights, StoredNumbers numbers, OutputStream out, Place place)
      throws IOException {
    Map<String, Weights.Tensor> fewer = new LinkedHashMap<>();
    Map<String, FloatBuffer> floats = new LinkedHashMap<>();
    Map<String, TensorHeader.Stored> header = new LinkedHashMap<>();
    weights
        .tensors()
        .forEach(
            (name, tensor) -> {
              StoredNumbers own = numbers.ofWeight(tensor.shape());
              if (own == StoredNumbers.FLOAT32) {
                header.put(name, new TensorHeader.Stored(own, tensor.shape()));
                floats.put(name, FloatBuffer.wrap(tensor.values()));
              } else {
                fewer.put(name, tensor);
              }
              if (own == StoredNumbers.INT8) {
                float[] scales = scales(tensor);
                header.put(
                    name + StoredNumbers.SCALE,
                    new TensorHeader.Stored(StoredNumbers.FLOAT32, new long[] {scales.length}));
                floats.put(name + StoredNumbers.SCALE, FloatBuffer.wrap(scales));
              }
            });
    // after all float32: so each value stands where its size divides the place
    fewer.forEach(
        (name, tensor) -> header.put(name, new TensorHeader.Stored(numbers, tensor.shape())));
    out.write(TensorHeader.write(header, place));
    for (FloatBuffer values : floats.values()) {
      write(values, out);
    }
    for (Map.Entry<String, Weights.Tensor> tensor : fewer.entrySet()) {
      if (numbers == StoredNumbers.INT8) {
        writeInt8(
            tensor.getValue(),
            Objects.requireNonNull(floats.get(tensor.getKey() + StoredNumbers.SCALE)),
            out);
      } else {
        writeBfloat16(tensor.getValue().values(), out);
      }
    }
  }

  private static float[] scales(Weights.Tensor tensor) {
    float[] scales = new float[(int) tensor.shape()[0]];
    int columns = tensor.values().length / scales.length;
    for (int row = 0; row < scales.length; row++) {
      scales[row] = StoredNumbers.scale(tensor.values(), row * columns, (row + 1) * columns);
    }
    return scales;
  }

  private static void writeInt8(Weights.Tensor tensor, FloatBuffer scales, OutputStream out)
      throws IOException {
    byte[] row = new byte[tensor.values().length / scales.limit()];
    for (int r = 0; r < scales.limit(); r++) {
      for (int i = 0; i < row.length; i++) {
        row[i] = StoredNumbers.int8(tensor.values()[r * row.length + i], scales.get(r));
      }
      out.write(row);
    }
  }

  private static void writeBfloat16(float[] values, OutputStream out) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(ModelFormat.BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      chunk.putShort(StoredNumbers.bfloat16(value));
      if (!chunk.hasRemaining()) {
        out.write(chunk.array());
        chunk.clear();
      }
    }
    out.write(chunk.array(), 0, chunk.position());
  }

  /**
   * Writes arrays as float32, each when its values are asked for.
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
    Map<String, TensorHeader.Stored> header = new LinkedHashMap<>();
    shapes.forEach(
        (name, shape) -> header.put(name, new TensorHeader.Stored(StoredNumbers.FLOAT32, shape)));
    out.write(TensorHeader.write(header, place));
    for (String name : shapes.keySet()) {
      write(valuesOf.apply(name), out);
    }
  }

  private static void write(FloatBuffer values, OutputStream out) throws IOException {
    byte[] chunk = new byte[ModelFormat.BUFFER_BYTES];
    FloatBuffer floats = floats(chunk);
    int count;
    for (int i = values.position(); i < values.limit(); i += count) {
      count = Math.min(values.limit() - i, floats.capacity());
      floats.put(0, values, i, count);
      out.write(chunk, 0, count * Float.BYTES);
    }
  }

  /** Reads all weights, which are float32; the caller finishes the entry. */
  static Weights read(EntryReader in, Map<String, long[]> expected) {
    return read(in, expected, StoredNumbers.FLOAT32);
  }

  /**
   * Reads all weights; the caller finishes the entry.
   *
   * @param expected the names and shapes, whose order the result has
   * @param numbers what large ones may be kept in
   */
  static Weights read(EntryReader in, Map<String, long[]> expected, StoredNumbers numbers) {
    Place place = in.place();
    byte[] header = header(in, TensorHeader.mostBytes(expected));
    List<TensorHeader.Slice> slices =
        TensorHeader.read(header, expected, numbers, in.remaining(), place);
    Map<String, float[]> values = new HashMap<>(); // the data may have another order
    Map<String, byte[]> whole = new HashMap<>();
    for (TensorHeader.Slice slice : slices) {
      switch (slice.numbers()) {
        case FLOAT32 -> values.put(slice.name(), values(in, slice.values()));
        case BFLOAT16 -> values.put(slice.name(), bfloat16(in, slice.values()));
        case INT8 -> whole.put(slice.name(), bytes(in, slice.values()));
      }
    }
    whole.forEach(
        (name, bytes) ->
            values.put(
                name,
                scaled(
                    name,
                    bytes,
                    Objects.requireNonNull(values.get(name + StoredNumbers.SCALE)),
                    place)));
    Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
    expected.forEach(
        (name, shape) ->
            tensors.put(
                name, new Weights.Tensor(shape.clone(), Objects.requireNonNull(values.get(name)))));
    return new Weights(tensors);
  }

  private static byte[] header(EntryReader in, long most) {
    long length = ByteBuffer.wrap(in.read(Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 0 || length > Math.min(in.remaining(), most)) {
      throw in.place()
          .wrong("has a header of " + Long.toUnsignedString(length) + " bytes: too long");
    }
    return in.read((int) length);
  }

  /** Returns what the header tells of each weight, without reading further. */
  static Map<String, TensorHeader.Stored> stored(EntryReader in, StoredNumbers numbers) {
    return TensorHeader.stored(header(in, ModelFormat.HEADER_BYTES), numbers, in.place());
  }

  private static float[] scaled(String name, byte[] bytes, float[] scales, Place place) {
    float[] values = new float[bytes.length];
    int columns = scales.length == 0 ? 0 : bytes.length / scales.length;
    for (int row = 0; row < scales.length; row++) {
      if (!(scales[row] >= 0 && scales[row] <= ModelFormat.LARGEST_WEIGHT)) { // NaN is not, either
        throw place.wrong(
            "the scale of row %s of weight \"%s\" is %s, expected a number from 0 to %s: the file was changed."
                .formatted(row, name, scales[row], ModelFormat.LARGEST_WEIGHT));
      }
      for (int i = row * columns; i < (row + 1) * columns; i++) {
        if (bytes[i] == Byte.MIN_VALUE) {
          throw place.wrong(
              "weight \"%s\" has the byte -128 in row %s, expected -127 to 127: the file was changed."
                  .formatted(name, row));
        }
        values[i] = bytes[i] * scales[row];
      }
    }
    return values;
  }

  private static byte[] bytes(EntryReader in, int size) {
    byte[] bytes = new byte[size];
    byte[] chunk = new byte[ModelFormat.BUFFER_BYTES];
    int count;
    for (int i = 0; i < size; i += count) {
      count = Math.min(size - i, chunk.length);
      in.read(chunk, count);
      System.arraycopy(chunk, 0, bytes, i, count);
    }
    return bytes;
  }

  private static float[] bfloat16(EntryReader in, int size) {
    float[] values = new float[size];
    byte[] chunk = new byte[ModelFormat.BUFFER_BYTES];
    ShortBuffer shorts = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    int count;
    for (int i = 0; i < size; i += count) {
      count = Math.min(size - i, shorts.capacity());
      in.read(chunk, count * Short.BYTES);
      for (int j = 0; j < count; j++) {
        values[i + j] = StoredNumbers.ofBfloat16(shorts.get(j));
      }
    }
    return values;
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
