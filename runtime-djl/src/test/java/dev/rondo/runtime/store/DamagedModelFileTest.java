package dev.rondo.runtime.store;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonPrimitive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file gives the model that was written or a ModelFileException, and nothing else. */
final class DamagedModelFileTest {
  private static final int TABLE_ENTRY = 0x02014b50;

  @TempDir Path folder;
  private Path file;
  private byte[] whole;

  @BeforeEach
  void writeSample() throws IOException {
    file = folder.resolve("sentiment.rondo");
    SampleModel.write(file);
    whole = Files.readAllBytes(file);
  }

  @Test
  void fileCutAtEveryHundredthIsRefused() throws IOException {
    for (int percent = 0; percent < 100; percent++) {
      byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100);
      String refusal = refusal(cut);
      assertThat(refusal).startsWith("model file \"" + file + "\"");
      assertThrows(
          ModelFileException.class,
          () -> ModelReader.open(new ByteArrayInputStream(cut), SampleModel.SIGNATURE));
    }
  }

  @Test
  void flippedByteAnywhereIsRefusedOrChangesNothing() throws IOException {
    Random random = new Random(20);
    int refused = 0;
    for (int i = 0; i < whole.length; i++) {
      refused += flipIsRefused(whole, i, 1 << random.nextInt(8)) ? 1 : 0;
    }
    for (int i = 0; i < 1_000; i++) {
      refused +=
          flipIsRefused(whole, random.nextInt(whole.length), 1 + random.nextInt(255)) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(whole.length / 2);
  }

  @Test
  void flippedByteInACompressedFileIsRefusedOrChangesNothing() throws IOException {
    byte[] compressed = new ZipEdit(file).bytes();
    Random random = new Random(21);
    for (int i = 0; i < 700; i++) {
      flipIsRefused(compressed, random.nextInt(compressed.length), 1 + random.nextInt(255));
    }
  }

  @Test
  void randomBytesBehindABeginningAndAnEndAreRefused() throws IOException {
    Random random = new Random(22);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = whole.clone();
      int from = 4 + random.nextInt(bytes.length - 30);
      byte[] noise = new byte[1 + random.nextInt(Math.min(200, bytes.length - 22 - from))];
      random.nextBytes(noise);
      System.arraycopy(noise, 0, bytes, from, noise.length);
      assertSameOrRefused(bytes, "noise " + i);
    }
  }

  private boolean flipIsRefused(byte[] bytes, int position, int bits) throws IOException {
    byte[] flipped = bytes.clone();
    flipped[position] ^= (byte) bits;
    return assertSameOrRefused(flipped, "byte " + position + " ^ " + bits);
  }

  private boolean assertSameOrRefused(byte[] bytes, String what) throws IOException {
    Files.write(file, bytes);
    SampleModel.Found found;
    try {
      found = SampleModel.read(file);
    } catch (ModelFileException e) {
      return true;
    }
    assertWithMessage(what).that(found).isEqualTo(SampleModel.Found.ALL);
    return false;
  }

  @Test
  void whatIsNoFileIsNamed() throws IOException {
    Path none = folder.resolve("none.rondo");
    Path directory = Files.createDirectory(folder.resolve("directory.rondo"));

    assertThat(refusalOf(none)).isEqualTo("model file \"" + none + "\": does not exist");
    assertThat(refusalOf(directory)).isEqualTo("model file \"" + directory + "\": is a directory");
    assertThat(refusal(new byte[0])).endsWith(": is empty");
  }

  @Test
  void foreignFilesAreRefused() throws IOException {
    assertThat(refusal("<html>not found</html>".getBytes(StandardCharsets.UTF_8)))
        .endsWith("is no model file: it does not begin like a zip");
    assertThat(refusal(new byte[] {'P'})).contains("is no model file");
    assertThat(refusal(new byte[] {'P', 'K', 3, 4})).endsWith("is cut off");
    assertThat(
            refusal(
                new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}))
        .endsWith("is cut off or damaged: it does not end like a zip");
    byte[] archive = Files.readAllBytes(file);
    replaceAll(archive, "model.json", "model.jsoN");
    assertThat(refusal(archive)).endsWith("is a zip, but no model file: it has no \"model.json\"");
  }

  private static class Endless extends InputStream {
    @Override
    public int read() {
      return 'x';
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      Arrays.fill(bytes, offset, offset + length, (byte) 'x');
      return length;
    }
  }

  @Test
  void streamThatIsForeignIsNotReadToItsEnd() {
    assertThrows(
        ModelFileException.class, () -> ModelReader.open(new Endless(), SampleModel.SIGNATURE));
  }

  @Test
  void streamBeyondTheLimitIsRefused() {
    InputStream stream = new SequenceInputStream(new ByteArrayInputStream(whole), new Endless());

    ModelFileException e =
        assertThrows(
            ModelFileException.class,
            () -> ModelReader.open(stream, SampleModel.SIGNATURE, new Spool(1_000_000)));

    assertThat(e).hasMessageThat().endsWith("has more than the limit of 1000000 bytes");
  }

  @Test
  void streamThatFailsIsRefused() {
    InputStream failing =
        new SequenceInputStream(
            new ByteArrayInputStream(whole),
            new Endless() {
              @Override
              public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("connection reset");
              }
            });

    ModelFileException e =
        assertThrows(
            ModelFileException.class, () -> ModelReader.open(failing, SampleModel.SIGNATURE));

    assertThat(e).hasMessageThat().contains("connection reset");
  }

  @Test
  void streamsLeaveNoTemporaryFiles() throws IOException {
    long before = temporaryFiles();
    for (byte[] bytes : List.of(whole, Arrays.copyOf(whole, 100))) {
      try (ModelReader reader =
          ModelReader.open(new ByteArrayInputStream(bytes), SampleModel.SIGNATURE)) {
        assertThat(reader.history()).isEqualTo(SampleModel.HISTORY);
      } catch (ModelFileException e) {
        assertThat(bytes).hasLength(100);
      }
    }

    assertThat(temporaryFiles()).isEqualTo(before);
  }

  private static long temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith("rondo-")).count();
    }
  }

  @Test
  void entriesThatModelJsonDoesNotListAreRefused() throws IOException {
    byte[] more = new ZipEdit(file).put("vocabulary/more.txt", new byte[1]).bytes();

    assertThat(refusal(more))
        .endsWith("entry \"vocabulary/more.txt\": is not listed in \"model.json\"");
  }

  @Test
  void entriesThatAreMissingAreRefused() throws IOException {
    byte[] fewer = new ZipEdit(file).remove("vocabulary/review.txt").bytes();

    assertThat(refusal(fewer)).endsWith("entry \"vocabulary/review.txt\": is missing");
  }

  @Test
  void namesThatLeaveTheFolderAreRefused() throws IOException {
    for (String name :
        List.of(
            "../evil",
            "/etc/passwd",
            "a/../../evil",
            "..\\evil",
            "C:/evil",
            "a//b",
            "folder/",
            ".",
            "a\u0000b",
            "a\nb")) {
      assertThat(refusal(new ZipEdit(file).put(name, new byte[1]).bytes()))
          .endsWith("has a name that no entry of a model file has");
      byte[] listed =
          new ZipEdit(file)
              .manifest("\"vocabulary/review.txt\"", new JsonPrimitive(name).toString())
              .bytes();
      assertThat(refusal(listed)).contains("entry \"model.json\"");
    }
  }

  @Test
  void entriesOfEqualNameAreRefused() throws IOException {
    byte[] twice =
        new ZipEdit(file).put("model.jsoN", "{}".getBytes(StandardCharsets.UTF_8)).bytes();
    replaceAll(twice, "model.jsoN", "model.json");

    assertThat(refusal(twice)).endsWith("entry \"model.json\": is there twice");
  }

  @Test
  void tamperedEntriesAreRefused() throws IOException {
    ZipEdit edit = new ZipEdit(file);
    byte[] tokens = edit.get("vocabulary/expected.txt").clone();
    tokens[0] ^= 1;
    byte[] weights = edit.get("weights.safetensors").clone();
    weights[weights.length - 1] ^= 1;

    assertThat(refusal(new ZipEdit(file).put("vocabulary/expected.txt", tokens).bytes()))
        .endsWith("is damaged: its SHA-256 is not the one that the file lists");
    assertThat(refusal(new ZipEdit(file).put("weights.safetensors", weights).bytes()))
        .endsWith("is damaged: its SHA-256 is not the one that the file lists");
  }

  @Test
  void damagedNameOfAWeightIsNotTakenForAnotherNetwork() throws IOException {
    byte[] damaged = whole.clone();
    replaceAll(damaged, "dense.bias", "tense.bias");

    assertThat(refusal(damaged))
        .endsWith("entry \"weights.safetensors\": is damaged: its CRC-32 is not that of the zip");
  }

  @Test
  void entriesOfOtherSizeAreRefused() throws IOException {
    byte[] longer = new ZipEdit(file).put("vocabulary/expected.txt", new byte[99]).bytes();

    assertThat(refusal(longer)).endsWith("has 99 bytes, expected 18");
  }

  @Test
  void bombsAreStoppedByTheLimits() throws IOException {
    byte[] zeros = new byte[ModelFormat.VOCABULARY_BYTES + 1];

    assertThat(refusal(new ZipEdit(file).forge("vocabulary/review.txt", zeros).bytes()))
        .endsWith("declares 67108865 bytes, too many for 65232 compressed ones");
    assertThat(refusal(new ZipEdit(file).manifest(" ".repeat(16 << 20)).bytes()))
        .contains("entry \"model.json\": declares 16777216 bytes, too many for ");
  }

  @Test
  void bombsThatLieAboutTheirSizeAreStoppedAtIt() throws IOException {
    ZipEdit edit = new ZipEdit(file);
    byte[] bomb = edit.manifest(edit.manifest() + " ".repeat(10_000_000)).bytes();
    setTableSize(bomb, 0, 5_000);

    assertThat(refusal(bomb)).contains("entry \"model.json\": ");
  }

  @Test
  void hugeDeclaredSizesAreRefused() throws IOException {
    for (int size : new int[] {-1, -2, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      for (int entry = 0; entry < 4; entry++) {
        byte[] huge = whole.clone();
        setTableSize(huge, entry, size);
        assertThat(refusal(huge)).startsWith("model file");
        huge = new ZipEdit(file).bytes();
        setTableSize(huge, entry, size);
        assertThat(refusal(huge)).startsWith("model file");
      }
    }
    for (String size : List.of("9223372036854775807", "999999999999999999", "-1", "1e3", "\"8\"")) {
      ZipEdit edit = new ZipEdit(file);
      String old = edit.manifest().replaceAll("(?s).*\"size\": ([0-9]+).*", "$1");
      assertThat(refusal(edit.manifest("\"size\": " + old, "\"size\": " + size).bytes()))
          .startsWith("model file");
    }
  }

  @Test
  void hugeTableOfContentsIsRefused() throws IOException {
    byte[] huge = whole.clone();
    Arrays.fill(huge, huge.length - 12, huge.length - 8, (byte) 0x7f);

    assertThat(refusal(huge)).contains("its table of contents has");
  }

  @Test
  void modelJsonThatIsNoneOfOursIsRefused() throws IOException {
    String good = new ZipEdit(file).manifest();
    for (String json :
        List.of(
            "",
            "[]",
            "null",
            good + "x",
            good.replace("\"writer\"", "\"format\""),
            good.replace("\"writer\"", "writer"),
            good.replace("\"format\": \"1.2\"", "\"format\": 1.0"),
            good.replace("\"format\": \"1.2\"", "\"format\": \"1\""),
            good.replace("\"format\": \"1.2\"", "\"format\": \"0.9\""),
            good.replace("\"format\": \"1.2\"", "\"format\": \"99999999999.0\""),
            good.replace("\"bestEpoch\": 1", "\"bestEpoch\": 2147483648"),
            good.replace("\"bestEpoch\": 1", "\"bestEpoch\": true"),
            good.replace("\"bestEpoch\": 1", "\"bestEpoch\": NaN"),
            good.replace("\"inputs\": {", "\"inputs\": ["),
            good.replace("\"kind\"", "\"sort\""),
            good.replace("\"settings\": {}", "\"settings\": []"),
            good.replace("\"lowercase\": \"true\"", "\"lowercase\": true"),
            good.replace("\"epochs\": [", "\"epochs\": [[], "),
            good.replace("\"epochs\": [", "\"epochs\": [{}, "),
            good.replace("\"learningRate\":0.002", "\"learningRate\":\"fast\""),
            good.replace("\"learningRate\":0.002", "\"learningRate\":null"),
            good.replace("\"share\":true", "\"share\":1"),
            good.replace("\"provenance\": {", "\"provenance\": [], \"other\": {"),
            good.replace("2026-01-31T23:59:58Z", "yesterday"),
            good.replace("2026-01-31T23:59:58Z", "2026-01-31T23:59:58"),
            good.replace("\"resumed\": 2", "\"resumed\": -2"),
            good.replace("\"resumed\": 2", "\"resumed\": 2147483648"),
            good.replace("\"count\": 5000000000", "\"count\": -1"),
            good.replace("\"length\": 6000000000", "\"length\": 1e300"),
            good.replace("0123456789abcdef", "0123456789ABCDEF"),
            good.replace("\"seed\": \"7\"", "\"seed\": 7"),
            good.replace("\"seed\": \"7\"", "\"seed\": \"" + "7".repeat(10_001) + "\""),
            good.replace("\"seed\"", "\"" + "s".repeat(1_001) + "\""),
            good.replace("\"tags\": {", "\"tags\": {" + fields(1_000)),
            good.replace("\"tags\": {", "\"tag\": {"),
            good.replace("\"name\":\"BLEU\"", "\"name\":null"),
            good.replace("\"sha256\": \"", "\"sha256\": \"A"),
            good.replaceFirst("\"sha256\": \"[0-9a-f]+\",", ""),
            good.replace("weights.safetensors", "weights.pickle"),
            good.replace("\"entries\": \"vocabulary/review.txt\"", "\"entries\": \"other.txt\""),
            good.replace("\"writer\"", "\"deep\": " + "[".repeat(100_000) + ",\"writer\""),
            good.replace("\"writer\"", "\"deep\": " + "{\"a\":".repeat(100_000) + ",\"writer\""),
            good.replace("\"writer\"", "\"many\": [1" + ",1".repeat(1_000_000) + "],\"writer\""),
            good.replace("\"writer\"", "\"n\": 1" + "0".repeat(100_000) + ",\"writer\""))) {
      assertThat(json).isNotEqualTo(good);
      assertThat(refusal(new ZipEdit(file).manifest(json).bytes()))
          .startsWith("model file \"" + file + "\", entry \"model.json\": ");
    }
  }

  private static String fields(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"tag %s\": \"\", ".formatted(i))
        .collect(Collectors.joining());
  }

  @Test
  void messagesHoldNoControlCharactersOfTheFile() throws IOException {
    byte[] hostile =
        new ZipEdit(file).manifest("LSTM(units = 2)", "\\u001b[2J" + "x".repeat(10_000)).bytes();

    String refusal = refusal(hostile);

    assertThat(refusal).contains("layer \"lstm\" is \\u001b[2Jxxx");
    assertThat(refusal.length()).isLessThan(1_000);
  }

  private String refusal(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    String refusal = refusalOf(file);
    Files.write(file, whole);
    return refusal;
  }

  private static String refusalOf(Path file) {
    return String.valueOf(
        assertThrows(ModelFileException.class, () -> SampleModel.read(file)).getMessage());
  }

  /** Overwrites the size, not compressed, of the n-th entry in the zip's table of contents. */
  private static void setTableSize(byte[] zip, int n, int size) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int entry = 0;
    for (int i = 0; i < zip.length - 46; i++) {
      if (bytes.getInt(i) == TABLE_ENTRY && entry++ == n) {
        bytes.putInt(i + 24, size);
        return;
      }
    }
    throw new AssertionError("no entry " + n);
  }

  private static void replaceAll(byte[] bytes, String old, String replacement) {
    byte[] from = old.getBytes(StandardCharsets.UTF_8);
    byte[] to = replacement.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i + from.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + from.length, from, 0, from.length)) {
        System.arraycopy(to, 0, bytes, i, to.length);
      }
    }
  }
}
