package dev.rondo.runtime.store;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file: where the values of each weight lie in the bytes after it. All
 * offsets are 64 bits wide.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">safetensors: format</a>
 */
final class TensorHeader {
  private static final String FLOAT32 = "F32";

  /** The one key that is no weight: free text about the file. */
  private static final String METADATA = "__metadata__";

  private static final int MOST_VALUES = Integer.MAX_VALUE - 8; // of a Java array

  /**
   * One weight in the data.
   *
   * @param begin of its bytes, counted from the end of the header
   * @param end of its bytes
   */
  record Slice(String name, long begin, long end) {
    int values() {
      return Math.toIntExact((end - begin) / Float.BYTES);
    }
  }

  /** Room for what other writers say about the file. */
  private static final int METADATA_BYTES = 64 << 10;

  /** Of a weight beside its name, with room to spare. */
  private static final int WEIGHT_BYTES = 400;

  private static final int ESCAPED = 6; // bytes of a character, at most

  private TensorHeader() {}

  /** Returns how long the header of these weights can be. */
  static long mostBytes(Map<String, long[]> expected) {
    long most = METADATA_BYTES;
    for (Map.Entry<String, long[]> weight : expected.entrySet()) {
      most += WEIGHT_BYTES + (long) ESCAPED * weight.getKey().length();
    }
    return Math.min(most, ModelFormat.HEADER_BYTES);
  }

  /** Returns the length and the header of a file with these weights, one after the other. */
  static byte[] write(Map<String, long[]> shapes, Place place) throws IOException {
    StringWriter text = new StringWriter();
    JsonWriter json = new JsonWriter(text);
    json.beginObject();
    long end = 0;
    for (Map.Entry<String, long[]> weight : shapes.entrySet()) {
      if (weight.getKey().equals(METADATA)) {
        throw place.wrong("cannot hold a weight called " + METADATA);
      }
      long begin = end;
      end = Math.addExact(begin, bytes(weight.getValue()));
      json.name(weight.getKey()).beginObject();
      json.name("dtype").value(FLOAT32);
      json.name("shape");
      numbers(json, weight.getValue());
      json.name("data_offsets");
      numbers(json, begin, end);
      json.endObject();
    }
    json.endObject();
    byte[] header = ManifestWriter.utf8(text.toString());
    int padded = (header.length + 7) / 8 * 8;
    if (padded > ModelFormat.HEADER_BYTES) {
      throw place.wrong("has too many weights: " + shapes.size());
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
   * @param dataBytes how many bytes follow the header
   * @return the weights in the order of their bytes, which they fill without gap or overlap
   * @throws ModelFileException if anything else is found
   */
  static List<Slice> read(
      byte[] header, Map<String, long[]> expected, long dataBytes, Place place) {
    JsonFields fields = JsonFields.parse(header, place);
    for (String name : fields.names()) {
      if (!name.equals(METADATA) && !expected.containsKey(name)) {
        throw place.wrong("has a weight " + Place.quote(name) + " that the model does not have");
      }
    }
    List<Slice> slices = new ArrayList<>();
    for (Map.Entry<String, long[]> weight : expected.entrySet()) {
      if (!fields.has(weight.getKey())) {
        throw place.wrong(
            "has no weight \"" + weight.getKey() + "\", expected " + shape(weight.getValue()));
      }
      JsonFields tensor = fields.object(weight.getKey());
      slices.add(slice(weight.getKey(), weight.getValue(), tensor, dataBytes, place));
    }
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

  /** Returns the shape of each weight, in the order of the header. */
  static Map<String, long[]> shapes(byte[] header, Place place) {
    JsonFields fields = JsonFields.parse(header, place);
    Map<String, long[]> shapes = new LinkedHashMap<>();
    for (String name : fields.names()) {
      if (!name.equals(METADATA)) {
        shapes.put(name, fields.object(name).counts("shape"));
      }
    }
    return shapes;
  }

  private static Slice slice(
      String name, long[] expected, JsonFields tensor, long dataBytes, Place place) {
    String type = tensor.string("dtype");
    if (!type.equals(FLOAT32)) {
      throw tensor.wrong("dtype", "is " + Place.quote(type) + ", expected \"" + FLOAT32 + "\"");
    }
    long[] found = tensor.counts("shape");
    if (!Arrays.equals(found, expected)) {
      throw tensor.wrong("shape", "is " + shape(found) + ", expected " + shape(expected));
    }
    long bytes;
    try {
      bytes = bytes(expected);
    } catch (ArithmeticException e) {
      throw place.wrong("weight \"" + name + "\" of " + shape(expected) + " is too large", e);
    }
    if (bytes / Float.BYTES > MOST_VALUES) {
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
    return new Slice(name, offsets[0], offsets[1]);
  }

  private static long bytes(long[] shape) {
    long bytes = Float.BYTES;
    for (long dimension : shape) {
      bytes = Math.multiplyExact(bytes, dimension);
    }
    return bytes;
  }

  private static String shape(long[] shape) {
    return Place.clean(Arrays.toString(shape));
  }
}
