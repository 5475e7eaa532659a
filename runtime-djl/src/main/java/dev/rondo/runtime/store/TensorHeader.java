package dev.rondo.runtime.store;

import static dev.rondo.runtime.store.StoredNumbers.FLOAT32;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The header of a safetensors file: where the values of each weight lie in the bytes after it. All
 * offsets are 64 bits wide.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">safetensors: format</a>
 */
final class TensorHeader {
  /** The one key that is no weight: free text about the file. */
  private static final String METADATA = "__metadata__";

  private static final int MOST_VALUES = Integer.MAX_VALUE - 8; // of a Java array

  /**
   * One weight in the data.
   *
   * @param numbers that its values are kept in
   * @param begin of its bytes, counted from the end of the header
   * @param end of its bytes
   */
  record Slice(String name, StoredNumbers numbers, long begin, long end) {
    int values() {
      return Math.toIntExact((end - begin) / numbers.bytes());
    }
  }

  /** What a header says of a weight. */
  static final class Stored {
    private final StoredNumbers numbers;
    private final long[] shape;

    Stored(StoredNumbers numbers, long[] shape) {
      this.numbers = numbers;
      this.shape = shape;
    }

    StoredNumbers numbers() {
      return numbers;
    }

    long[] shape() {
      return shape;
    }
  }

  /** Room for what other writers say about the file. */
  private static final int METADATA_BYTES = 64 << 10;

  /** Of a weight beside its name, with room to spare. */
  private static final int WEIGHT_BYTES = 400;

  private static final int ESCAPED = 6; // bytes of a character, at most

  private TensorHeader() {}

  /** Returns how long the header of these weights can be, each of which may have scales. */
  static long mostBytes(Map<String, long[]> expected) {
    long most = METADATA_BYTES;
    for (Map.Entry<String, long[]> weight : expected.entrySet()) {
      most += 2 * (WEIGHT_BYTES + (long) ESCAPED * weight.getKey().length());
    }
    return Math.min(most, ModelFormat.HEADER_BYTES);
  }

  /** Returns the length and the header of a file with these weights, one after the other. */
  static byte[] write(Map<String, Stored> weights, Place place) throws IOException {
    StringWriter text = new StringWriter();
    JsonWriter json = new JsonWriter(text);
    json.beginObject();
    long end = 0;
    for (Map.Entry<String, Stored> weight : weights.entrySet()) {
      if (weight.getKey().equals(METADATA)) {
        throw place.wrong("cannot hold a weight called " + METADATA);
      }
      long begin = end;
      Stored stored = weight.getValue();
      end = Math.addExact(begin, bytes(stored.numbers(), stored.shape()));
      json.name(weight.getKey()).beginObject();
      json.name("dtype").value(stored.numbers().type());
      json.name("shape");
      numbers(json, stored.shape());
      json.name("data_offsets");
      numbers(json, begin, end);
      json.endObject();
    }
    json.endObject();
    byte[] header = ManifestWriter.utf8(text.toString());
    int padded = (header.length + 7) / 8 * 8;
    if (padded > ModelFormat.HEADER_BYTES) {
      throw place.wrong("has too many weights: " + weights.size());
    }
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(padded).put(header);
    Arrays.fill(bytes.array(), bytes.position(), bytes.capacity(), (byte) ' ');
    return bytes.array();
  }

  private static void numbers(JsonWriter json, long... numbers) throws IOException {
    json.beginArray();
    for (long number : numbers) {
      json.value(number);
    }
    json.endArray();
  }

  /**
   * Reads a header without its length.
   *
   * @param expected exactly the weights that there must be, by name
   * @param numbers what large weights may be kept in beside float32; those of int8 have scales
   * @param dataBytes how many bytes follow the header
   * @return the weights and scales in the order of their bytes, which they fill without gap or
   *     overlap
   * @throws ModelFileException if anything else is found
   */
  static List<Slice> read(
      byte[] header,
      Map<String, long[]> expected,
      StoredNumbers numbers,
      long dataBytes,
      Place place) {
    JsonFields fields = JsonFields.parse(header, place);
    List<Slice> slices = new ArrayList<>();
    Set<String> known = new HashSet<>(expected.keySet());
    known.add(METADATA);
    for (Map.Entry<String, long[]> weight : expected.entrySet()) {
      String name = weight.getKey();
      long[] shape = weight.getValue();
      if (!fields.has(name)) {
        refuseOthers(fields, known, place); // what is there instead says more
        throw place.wrong("has no weight \"" + name + "\", expected " + shape(shape));
      }
      JsonFields tensor = fields.object(name);
      StoredNumbers found = numbers(tensor, StoredNumbers.isMatrix(shape) ? numbers : FLOAT32);
      slices.add(slice(name, found, shape, tensor, dataBytes, place));
      if (found == StoredNumbers.INT8) {
        String scales = name + StoredNumbers.SCALE;
        long[] rows = {shape[0]};
        if (!fields.has(scales)) {
          throw place.wrong(
              "has no scales \"%s\" of the int8 weight \"%s\", expected %s"
                  .formatted(scales, name, shape(rows)));
        }
        JsonFields scale = fields.object(scales);
        slices.add(slice(scales, numbers(scale, FLOAT32), rows, scale, dataBytes, place));
        known.add(scales);
      }
    }
    refuseOthers(fields, known, place);
    slices.sort(Comparator.comparingLong(Slice::begin).thenComparingLong(Slice::end));
    long end = 0;
    for (Slice slice : slices) {
      if (slice.begin() != end) {
        throw place.wrong(
            String.format(
                "weight \"%s\" begins at byte %s, expected %s", slice.name(), slice.begin(), end));
      }
      end = slice.end();
    }
    if (end != dataBytes) {
      throw place.wrong("has " + dataBytes + " bytes of values, expected " + end);
    }
    return slices;
  }

  private static void refuseOthers(JsonFields fields, Set<String> known, Place place) {
    for (String name : fields.names()) {
      if (!known.contains(name)) {
        throw place.wrong("has a weight " + Place.quote(name) + " that the model does not have");
      }
    }
  }

  /** Returns what the header says of each weight, in its order. */
  static Map<String, Stored> stored(byte[] header, StoredNumbers numbers, Place place) {
    JsonFields fields = JsonFields.parse(header, place);
    Map<String, Stored> stored = new LinkedHashMap<>();
    for (String name : fields.names()) {
      if (!name.equals(METADATA)) {
        JsonFields tensor = fields.object(name);
        long[] shape = tensor.counts("shape");
        StoredNumbers fewer = StoredNumbers.isMatrix(shape) ? numbers : FLOAT32;
        stored.put(name, new Stored(numbers(tensor, fewer), shape));
      }
    }
    return stored;
  }

  private static StoredNumbers numbers(JsonFields tensor, StoredNumbers fewer) {
    String type = tensor.string("dtype");
    if (type.equals(fewer.type())) {
      return fewer;
    }
    if (!type.equals(FLOAT32.type())) {
      throw tensor.wrong(
          "dtype",
          "is %s, expected \"%s\"%s"
              .formatted(
                  Place.quote(type),
                  FLOAT32.type(),
                  fewer == FLOAT32 ? "" : " or \"" + fewer.type() + "\""));
    }
    return FLOAT32;
  }

  private static Slice slice(
      String name,
      StoredNumbers numbers,
      long[] expected,
      JsonFields tensor,
      long dataBytes,
      Place place) {
    long[] found = tensor.counts("shape");
    if (!Arrays.equals(found, expected)) {
      throw tensor.wrong("shape", "is " + shape(found) + ", expected " + shape(expected));
    }
    long bytes;
    try {
      bytes = bytes(numbers, expected);
    } catch (ArithmeticException e) {
      throw place.wrong("weight \"" + name + "\" of " + shape(expected) + " is too large", e);
    }
    if (bytes / numbers.bytes() > MOST_VALUES) {
      throw place.wrong("weight \"" + name + "\" of " + shape(expected) + " is too large");
    }
    long[] offsets = tensor.counts("data_offsets");
    if (offsets.length != 2
        || offsets[1] > dataBytes
        || offsets[0] > offsets[1]
        || offsets[1] - offsets[0] != bytes) {
      throw tensor.wrong(
          "data_offsets",
          String.format(
              "are %s, expected %s bytes among the %s after the header",
              shape(offsets), bytes, dataBytes));
    }
    return new Slice(name, numbers, offsets[0], offsets[1]);
  }

  private static long bytes(StoredNumbers numbers, long[] shape) {
    long bytes = numbers.bytes();
    for (long dimension : shape) {
      bytes = Math.multiplyExact(bytes, dimension);
    }
    return bytes;
  }

  private static String shape(long[] shape) {
    return Place.clean(Arrays.toString(shape));
  }
}
