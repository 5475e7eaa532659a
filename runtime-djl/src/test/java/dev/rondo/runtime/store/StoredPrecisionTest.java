package dev.rondo.runtime.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.Range;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.serve.Precision;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large weights in fewer bits: what they become, that they stay, and what is refused. */
class StoredPrecisionTest {
  private static final Signature SIGNATURE = Signature.of("Reader").layer("gru", "GRU").build();
  private static final String LARGE = "gru.weight_hh_l0";
  private static final int ROWS = 129;
  private static final int COLUMNS = 128;

  @TempDir private Path folder;
  private Path file;
  private Weights weights;

  @BeforeEach
  void make() {
    file = folder.resolve("model.rondo");
    Random random = new Random(1);
    Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, long[]> shape : shapes().entrySet()) {
      int size = 1;
      for (long dimension : shape.getValue()) {
        size *= (int) dimension;
      }
      float[] values = new float[size];
      for (int i = 0; i < size; i++) {
        // rows of all magnitudes, the first of zeros
        values[i] = (float) (random.nextGaussian() * (i / COLUMNS % 7) * Math.pow(10, i % 3 - 4));
      }
      tensors.put(shape.getKey(), new Weights.Tensor(shape.getValue(), values));
    }
    weights = new Weights(tensors);
  }

  private static Map<String, long[]> shapes() {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    shapes.put(LARGE, new long[] {ROWS, COLUMNS});
    shapes.put("small", new long[] {3, 5});
    shapes.put("long", new long[] {20_000});
    shapes.put("narrow", new long[] {10_000, 2});
    shapes.put("filters", new long[] {130, 32, 4});
    return shapes;
  }

  private void write(Precision precision) {
    ModelWriter.of(SIGNATURE).precision(precision).write(file, weights);
  }

  private Weights read() {
    try (ModelReader reader = ModelReader.open(file, SIGNATURE)) {
      return reader.weights(shapes());
    }
  }

  private static float[] values(Weights of, String name) {
    Weights.Tensor tensor = of.tensors().get(name);
    return tensor == null ? new float[0] : tensor.values();
  }

  @Test
  void int8KeepsEachValueWithinHalfALevelOfItsRow() throws IOException {
    write(Precision.INT8);
    Weights found = read();

    for (String name : new String[] {LARGE, "filters"}) {
      float[] exact = values(weights, name);
      float[] rounded = values(found, name);
      int columns = exact.length / (name.equals(LARGE) ? ROWS : 130);
      assertThat(rounded).isNotEqualTo(exact);
      for (int row = 0; row < exact.length / columns; row++) {
        double most = 0;
        for (int i = 0; i < columns; i++) {
          most = Math.max(most, Math.abs(exact[row * columns + i]));
        }
        for (int i = row * columns; i < (row + 1) * columns; i++) {
          assertThat((double) rounded[i]).isWithin(most / 127 * 0.501).of(exact[i]);
        }
      }
    }
    for (String name : new String[] {"small", "long", "narrow"}) {
      assertThat(values(found, name)).isEqualTo(values(weights, name));
    }
    assertThat(new ZipEdit(file).manifest()).startsWith("{\n  \"format\": \"1.3\",\n  \"sha256\"");
    assertThat(new ZipEdit(file).manifest()).contains("\"precision\": \"int8\"");
  }

  @Test
  void bfloat16KeepsTheNearestOfItsNumbers() {
    write(Precision.BFLOAT16);
    float[] exact = values(weights, LARGE);
    float[] rounded = values(read(), LARGE);

    for (int i = 0; i < exact.length; i++) {
      assertThat(Float.floatToRawIntBits(rounded[i]) & 0xffff).isEqualTo(0);
      // eight binary digits, by decimal arithmetic
      BigDecimal unit = new BigDecimal(Math.ulp(exact[i])).multiply(BigDecimal.valueOf(65_536));
      BigDecimal nearest =
          new BigDecimal(exact[i]).divide(unit, 0, RoundingMode.HALF_EVEN).multiply(unit);
      assertThat(rounded[i] + 0f).isEqualTo(nearest.floatValue()); // -0 is 0
    }
  }

  @Test
  void whatIsReadAndWrittenAgainIsTheSameFile() throws IOException {
    for (Precision precision : Precision.values()) {
      write(precision);
      byte[] first = Files.readAllBytes(file);
      ModelWriter.of(SIGNATURE).precision(precision).write(file, read());
      assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }
  }

  private long size(Precision precision) throws IOException {
    write(precision);
    return new ZipEdit(file).get("weights.safetensors").length;
  }

  @Test
  void filesAreSmaller() throws IOException {
    long exact = size(Precision.FLOAT32);
    long numbers = ROWS * COLUMNS + 130 * 128;
    long rows = ROWS + 130;
    long header = 200; // the scales are weights of the header
    assertThat(size(Precision.BFLOAT16))
        .isIn(Range.closed(exact - 2 * numbers - header, exact - 2 * numbers + header));
    long scaled = exact - 3 * numbers + 4 * rows;
    assertThat(size(Precision.INT8)).isIn(Range.closed(scaled - header, scaled + header));
  }

  @Test
  void aFileOfFloat32IsOneThatOlderVersionsRead() throws IOException {
    write(Precision.FLOAT32);
    assertThat(new ZipEdit(file).manifest()).contains("\"format\": \"1.2\"");
    assertThat(new ZipEdit(file).manifest()).doesNotContain("precision");
  }

  @Test
  void whatIsStoredIsDescribed() {
    write(Precision.INT8);
    assertThat(ModelDescription.of(file)).contains("large weights are stored as int8");
    assertThat(ModelDescription.of(file))
        .contains("gru.weight_hh_l0 [129, 128], 16,512, int8 with 129 scales");
    assertThat(ModelDescription.of(file)).contains("small [3, 5], 15\n");
    assertThat(ModelDescription.of(file)).doesNotContain(".scale");
    write(Precision.BFLOAT16);
    assertThat(ModelDescription.of(file)).contains("gru.weight_hh_l0 [129, 128], 16,512, bfloat16");
  }

  private String refusal(String old, String changed) throws IOException {
    write(Precision.INT8);
    byte[] entry = new ZipEdit(file).get("weights.safetensors");
    ByteBuffer bytes = ByteBuffer.wrap(entry).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) bytes.getLong();
    String header = new String(entry, 8, length, StandardCharsets.UTF_8);
    assertThat(header).contains(old);
    byte[] edited = header.replace(old, changed).getBytes(StandardCharsets.UTF_8);
    byte[] all =
        ByteBuffer.allocate(8 + edited.length + entry.length - 8 - length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(edited.length)
            .put(edited)
            .put(entry, 8 + length, entry.length - 8 - length)
            .array();
    return refusal(all);
  }

  private String refusal(byte[] entry) throws IOException {
    Files.write(file, new ZipEdit(file).forge("weights.safetensors", entry).bytes());
    return String.valueOf(assertThrows(ModelFileException.class, this::read).getMessage());
  }

  @Test
  void weightsWithoutTheirScalesAreRefused() throws IOException {
    assertThat(refusal(LARGE + ".scale", LARGE + ".scalf"))
        .endsWith(
            "has no scales \"gru.weight_hh_l0.scale\" of the int8 weight \"gru.weight_hh_l0\","
                + " expected [129]");
    assertThat(refusal("\"shape\":[129],", "\"shape\":[43,3],"))
        .endsWith("is [43, 3], expected [129]");
    assertThat(refusal("\"I8\"", "\"I16\"")).contains("is \"I16\", expected \"F32\" or \"I8\"");
    assertThat(refusal("\"I8\"", "\"BF16\"")).contains("is \"BF16\", expected \"F32\" or \"I8\"");
  }

  @Test
  void scalesThatNoWriterWritesAreRefused() throws IOException {
    for (float scale : new float[] {Float.NaN, -1, Float.POSITIVE_INFINITY}) {
      write(Precision.INT8);
      byte[] entry = new ZipEdit(file).get("weights.safetensors");
      ByteBuffer bytes = ByteBuffer.wrap(entry).order(ByteOrder.LITTLE_ENDIAN);
      int data = 8 + (int) bytes.getLong();
      bytes.putFloat(data + 4 * 5, scale); // the scales of the first weight stand first
      assertThat(refusal(entry))
          .endsWith(
              "the scale of row 5 of weight \"gru.weight_hh_l0\" is "
                  + scale
                  + ", expected a number from 0 to 1.0E9: the file was changed.");
    }
  }

  @Test
  void theLargestWeightThatReadersAcceptIsWrittenAndRead() {
    float[] row = {ModelFormat.LARGEST_WEIGHT, -3};
    float scale = StoredNumbers.scale(row, 0, 2);
    float read = StoredNumbers.int8(row[0], scale) * scale;
    assertThat(read).isAtMost(ModelFormat.LARGEST_WEIGHT);
    assertThat(read).isWithin(1e-4f * ModelFormat.LARGEST_WEIGHT).of(row[0]);
  }

  @Test
  void bytesThatNoWriterWritesAreRefused() throws IOException {
    write(Precision.INT8);
    byte[] entry = new ZipEdit(file).get("weights.safetensors");
    String header = new String(entry, 8, entry.length - 8, StandardCharsets.ISO_8859_1);
    int data = 8 + (int) ByteBuffer.wrap(entry).order(ByteOrder.LITTLE_ENDIAN).getLong();
    Matcher place =
        Pattern.compile("\"gru.weight_hh_l0\":\\{\"dtype\":\"I8\"[^}]*\\[(\\d+),").matcher(header);
    assertThat(place.find()).isTrue();
    entry[data + Integer.parseInt(place.group(1))] = Byte.MIN_VALUE;
    assertThat(refusal(entry))
        .endsWith(
            "weight \"gru.weight_hh_l0\" has the byte -128 in row 0, expected -127 to 127: the file"
                + " was changed.");
  }

  @Test
  void aManifestThatSaysOtherNumbersIsRefused() throws IOException {
    write(Precision.INT8);
    Files.write(
        file,
        new ZipEdit(file).manifest("\"precision\": \"int8\"", "\"precision\": \"int4\"").bytes());
    assertThat(assertThrows(ModelFileException.class, this::read))
        .hasMessageThat()
        .endsWith(
            "\"precision\" is \"int4\", expected \"bfloat16\" or \"int8\"; a newer Rondo may know"
                + " it");
    write(Precision.INT8);
    Files.write(
        file,
        new ZipEdit(file)
            .manifest("\"precision\": \"int8\"", "\"precision\": \"bfloat16\"")
            .bytes());
    assertThat(assertThrows(ModelFileException.class, this::read))
        .hasMessageThat()
        .endsWith("\"gru.weight_hh_l0.dtype\" is \"I8\", expected \"F32\" or \"BF16\"");
  }
}
