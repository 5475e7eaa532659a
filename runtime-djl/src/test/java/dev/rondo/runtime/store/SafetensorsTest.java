package dev.rondo.runtime.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.layer.Weights;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class SafetensorsTest {
  private static final Place PLACE = Place.ofStream().in("weights.safetensors");
  private static final Map<String, long[]> ONE = Map.of("w", new long[] {2});
  private static final Pattern TENSOR =
      Pattern.compile(
          "\"([^\"]+)\":\\{\"dtype\":\"F32\",\"shape\":\\[([0-9,]*)\\],"
              + "\"data_offsets\":\\[([0-9]+),([0-9]+)\\]\\}");

  @Test
  void oneWeightIsTheseBytes() throws IOException {
    String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
    String padded = header + " ".repeat(8 - header.length() % 8);
    byte[] values = {0, 0, (byte) 0x80, 0x3f, 1, 0, (byte) 0x80, 0x7f}; // 1.0, a signalling NaN
    float[] floats = {1, Float.intBitsToFloat(0x7f800001)};

    byte[] written = write(new Weights(Map.of("w", new Weights.Tensor(new long[] {2}, floats))));

    assertThat(written).isEqualTo(file(padded, values));
  }

  @Test
  void layoutIsThatOfOtherReaders() throws IOException {
    Weights weights = SampleModel.weights();
    ByteBuffer bytes = ByteBuffer.wrap(write(weights)).order(ByteOrder.LITTLE_ENDIAN);
    long length = bytes.getLong();
    assertThat(length % 8).isEqualTo(0);
    byte[] header = new byte[(int) length];
    bytes.get(header);
    String text = new String(header, StandardCharsets.UTF_8);
    assertThat(text).matches("\\{.*\\} *");

    Matcher tensor = TENSOR.matcher(text);
    long end = 0;
    for (Map.Entry<String, Weights.Tensor> weight : weights.tensors().entrySet()) {
      assertThat(tensor.find()).isTrue();
      assertThat(tensor.group(1)).isEqualTo(weight.getKey());
      assertThat("[" + tensor.group(2).replace(",", ", ") + "]")
          .isEqualTo(Arrays.toString(weight.getValue().shape()));
      assertThat(Long.parseLong(tensor.group(3))).isEqualTo(end);
      end = Long.parseLong(tensor.group(4));
      for (float value : weight.getValue().values()) {
        assertThat(bytes.getInt()).isEqualTo(Float.floatToRawIntBits(value));
      }
      assertThat((long) bytes.position() - 8 - length).isEqualTo(end);
    }
    assertThat(tensor.find()).isFalse();
    assertThat(bytes.hasRemaining()).isFalse();
  }

  @Test
  void orderOfTheDataAndMetadataAreTheWritersChoice() {
    Map<String, long[]> expected = new LinkedHashMap<>();
    expected.put("a", new long[] {1});
    expected.put("b", new long[] {1, 1});
    byte[] file =
        file(
            "{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]},"
                + "\"b\":{\"data_offsets\":[0,4],\"shape\":[1,1],\"dtype\":\"F32\"}}",
            new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40});

    assertThat(SampleModel.bits(read(file, expected)))
        .containsExactly("a[1] 40000000", "b[1, 1] 3f800000")
        .inOrder();
  }

  @Test
  void offsetsBeyondTwoGigabytesAreWrittenAndRead() throws IOException {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    shapes.put("a", new long[] {30_000, 30_000});
    shapes.put("b", new long[] {Integer.MAX_VALUE - 8});
    shapes.put("c", new long[] {3});
    Map<String, TensorHeader.Stored> stored = new LinkedHashMap<>();
    shapes.forEach(
        (name, shape) -> stored.put(name, new TensorHeader.Stored(StoredNumbers.FLOAT32, shape)));
    byte[] written = TensorHeader.write(stored, PLACE);
    byte[] header = Arrays.copyOfRange(written, Long.BYTES, written.length);
    long a = 4L * 30_000 * 30_000;
    long b = a + 4L * (Integer.MAX_VALUE - 8);

    List<TensorHeader.Slice> slices =
        TensorHeader.read(header, shapes, StoredNumbers.FLOAT32, b + 12, PLACE);

    assertThat(slices.stream().map(TensorHeader.Slice::begin)).containsExactly(0L, a, b).inOrder();
    assertThat(slices.stream().map(TensorHeader.Slice::values))
        .containsExactly(900_000_000, Integer.MAX_VALUE - 8, 3)
        .inOrder();
    assertThrows(
        ModelFileException.class,
        () -> TensorHeader.read(header, shapes, StoredNumbers.FLOAT32, b + 11, PLACE));
  }

  @Test
  void otherTypesAreNamed() {
    assertThat(refusal(header("F16", "[2]", "[0,8]"), 8))
        .endsWith("\"w.dtype\" is \"F16\", expected \"F32\"");
  }

  @Test
  void shapesThatAreNoneAreRefused() {
    for (String shape :
        List.of("[-2]", "[2.0]", "[1e0]", "2", "[\"2\"]", "[[2]]", "[null]", "{}")) {
      assertThat(refusal(header("F32", shape, "[0,8]"), 8)).contains("\"w.shape\" is ");
    }
    assertThat(refusal(header("F32", "[99999999999999999999]", "[0,8]"), 8))
        .contains("expected a whole number of at least 0");
  }

  @Test
  void offsetsThatDoNotFitAreRefused() {
    for (String offsets :
        List.of(
            "[0,4]",
            "[4,12]",
            "[8,0]",
            "[0,16]",
            "[-8,0]",
            "[0]",
            "[0,8,8]",
            "[]",
            "null",
            "[0,9223372036854775807]",
            "[0,18446744073709551616]",
            "[999999999999999991,999999999999999999]")) {
      assertThat(refusal(header("F32", "[2]", offsets), 8)).contains("\"w.data_offsets\" ");
    }
  }

  @Test
  void gapsOverlapsAndBytesLeftOverAreRefused() {
    Map<String, long[]> two = new LinkedHashMap<>(ONE);
    two.put("v", new long[] {2});
    for (String other : List.of("[0,8]", "[4,12]", "[12,20]")) {
      String header =
          header("F32", "[2]", "[0,8]").replace("}}", "},")
              + "\"v\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":"
              + other
              + "}}";
      ModelFileException e =
          assertThrows(ModelFileException.class, () -> read(file(header, new byte[20]), two));
      assertThat(e).hasMessageThat().contains("expected 8");
    }
    assertThat(refusal(header("F32", "[2]", "[0,8]"), 12))
        .endsWith("has 12 bytes of values, expected 8");
  }

  @Test
  void hugeShapesAreRefusedWithoutMemory() {
    for (long[] huge :
        List.of(
            new long[] {1L << 31, 1L << 31, 4},
            new long[] {999_999_999_999_999_999L, 999_999_999_999_999_999L},
            new long[] {1L << 31},
            new long[] {Integer.MAX_VALUE - 8})) {
      String header = header("F32", Arrays.toString(huge), "[0,8]");
      assertThrows(
          ModelFileException.class,
          () -> read(file(header, new byte[8]), Map.of("w", huge)),
          header);
    }
  }

  @Test
  void hugeHeadersAreRefusedWithoutMemory() {
    for (long length : new long[] {-1, Long.MIN_VALUE, 1L << 40, 1 << 30, 9, 100}) {
      byte[] bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
      ModelFileException e =
          assertThrows(ModelFileException.class, () -> read(bytes, ONE), "length " + length);
      assertThat(e).hasMessageThat().endsWith("bytes: too long");
    }
  }

  @Test
  void headersThatAreNoJsonObjectAreRefused() {
    for (String header :
        List.of(
            "",
            "[]",
            "null",
            "{",
            "{}{}",
            "{\"w\":1}",
            "{\"w\":null}",
            "{'w':{}}",
            "{w:{}}",
            "[".repeat(100_000),
            "{\"w\":".repeat(100_000),
            "\ufffd",
            "{\"w\":NaN}",
            "{,}")) {
      assertThat(refusal(header, 8)).startsWith("model file (read from a stream), entry");
    }
  }

  @Test
  void keyThatIsThereTwiceIsRefused() {
    String once = header("F32", "[2]", "[0,8]");
    String twice = once.substring(0, once.length() - 1) + "," + once.substring(1);

    assertThat(refusal(twice, 8)).endsWith("has the key \"w\" twice in one object");
  }

  @Test
  void nameThatMeansMetadataCannotBeWritten() {
    Weights weights =
        new Weights(Map.of("__metadata__", new Weights.Tensor(new long[] {0}, new float[0])));

    assertThrows(ModelFileException.class, () -> write(weights));
  }

  @Test
  void tensorTakesOnlyTheValuesOfItsShape() {
    for (long[] shape :
        List.of(new long[] {3}, new long[] {-1, -2}, new long[] {1L << 40, 1L << 40})) {
      assertThrows(IllegalArgumentException.class, () -> new Weights.Tensor(shape, new float[2]));
    }
  }

  private static String header(String type, String shape, String offsets) {
    return String.format(
        "{\"w\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}}", type, shape, offsets);
  }

  private static String refusal(String header, int dataBytes) {
    return String.valueOf(
        assertThrows(
                ModelFileException.class,
                () -> read(file(header, new byte[dataBytes]), ONE),
                header)
            .getMessage());
  }

  private static byte[] file(String header, byte[] data) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + text.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .put(data)
        .array();
  }

  private static byte[] write(Weights weights) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Safetensors.write(weights, StoredNumbers.FLOAT32, bytes, PLACE);
    return bytes.toByteArray();
  }

  private static Weights read(byte[] file, Map<String, long[]> expected) {
    try (EntryReader in = new EntryReader(new ByteArrayInputStream(file), file.length, 0, PLACE)) {
      return Safetensors.read(in, expected);
    }
  }
}
