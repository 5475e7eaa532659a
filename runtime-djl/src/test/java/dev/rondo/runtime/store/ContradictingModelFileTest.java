package dev.rondo.runtime.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.BooleanCodec;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.data.text.TokensCodec;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.TrainingHistory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files whose digests are right, and which say at one place something else than at another, or more
 * than a reader can know.
 */
final class ContradictingModelFileTest {
  private static final Signature SIGNATURE =
      Signature.of("Judge")
          .input("text", "text(tokens = WORDS, language = de, lowercase = true)")
          .input("tags", "tokens")
          .layer("dense", "Dense")
          .output("expected", "boolean")
          .build();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() {
    file = folder.resolve("judge.rondo");
    TextCodec.Learner text = TextCodec.learner(Tokens.WORDS, "de", true);
    text.add("so ist es");
    TokensCodec.Learner tags = TokensCodec.learner("", false);
    tags.add(List.of("x", "y"));
    ModelWriter.of(SIGNATURE)
        .codec("text", text.build(100, 1).stored())
        .codec("tags", tags.build(100, 1).stored())
        .codec("expected", BooleanCodec.of().stored())
        .write(file, weights(1, -2.5f, 1e9f));
  }

  private static Weights weights(float... values) {
    return new Weights(Map.of("dense.bias", new Weights.Tensor(new long[] {3}, values)));
  }

  private void read() {
    try (ModelReader reader = ModelReader.open(file, SIGNATURE)) {
      reader.codec("text", TextCodec::restore);
      reader.codec("tags", TokensCodec::restore);
      reader.codec("expected", BooleanCodec::restore);
      reader.weights(Map.of("dense.bias", new long[] {3}));
    }
  }

  private String refusal(ZipEdit edit) throws IOException {
    return refusal(edit.bytes());
  }

  private String refusal(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    return String.valueOf(assertThrows(ModelFileException.class, this::read).getMessage());
  }

  private ZipEdit edit() throws IOException {
    return new ZipEdit(file);
  }

  @Test
  void whatAgreesIsReadTheOldFormatWithoutADigestToo() throws IOException {
    read();

    ZipEdit old = edit();
    String digest = old.manifest().replaceAll("(?s).*(  \"sha256\": \"[0-9a-f]{64}\",\\n).*", "$1");
    Files.write(
        file,
        old.manifest(digest, "").manifest("\"format\": \"1.2\"", "\"format\": \"1.0\"").bytes());
    read();
  }

  @Test
  void manifestThatWasChangedIsRefusedWhateverTheFormatThatItClaims() throws IOException {
    for (String[] change :
        new String[][] {
          {"\"format\": \"1.2\"", "\"format\": \"1.0\""},
          {"\"format\": \"1.2\"", "\"format\": \"1.4\""},
          {"\"bestEpoch\": 0", "\"bestEpoch\": 00".replace("00", "0 ")},
          {"WORDS", "WORDX"},
          {"\"lowercase\": \"true\"", "\"lowercase\": \"false\""},
        }) {
      Files.write(file, edit().manifest(change[0], change[1]).bytesAsTheyAre());

      String refusal =
          String.valueOf(assertThrows(ModelFileException.class, this::read).getMessage());

      assertThat(refusal)
          .endsWith(
              "entry \"model.json\": is damaged or was changed: its SHA-256 is not the one that it"
                  + " says");
      write();
    }
  }

  @Test
  void codecThatIsNotWhatTheSignatureSaysIsRefused() throws IOException {
    assertThat(refusal(edit().manifest("\"tokens\": \"WORDS\"", "\"tokens\": \"CHARACTERS\"")))
        .endsWith(
            "entry \"model.json\": codec \"text\" has tokens = \"CHARACTERS\", but the signature"
                + " says \"text(tokens = WORDS, language = de, lowercase = true)\"");
    write();
    assertThat(refusal(edit().manifest("\"lowercase\": \"true\"", "\"lowercase\": \"false\"")))
        .contains("codec \"text\" has lowercase = \"false\"");
    write();
    assertThat(refusal(edit().manifest("\"language\": \"de\"", "\"language\": \"\"")))
        .contains("codec \"text\" has language = \"\"");
    write();
    assertThat(refusal(edit().manifest("\"lowercase\": \"false\"", "\"lowercase\": \"true\"")))
        .contains("codec \"tags\" has lowercase = \"true\", but the signature says \"tokens\"");
    write();
    assertThat(refusal(edit().manifest("\"language\": \"\"", "\"language\": \"tr\"")))
        .contains("codec \"tags\" has language = \"tr\"");
  }

  @Test
  void codecOfAnotherKindThanTheSignatureSaysIsRefused() throws IOException {
    assertThat(refusal(edit().manifest("\"kind\": \"tokens\"", "\"kind\": \"text\"")))
        .contains("\"tags\"");
    write();
    Signature other =
        Signature.of("Judge").input("tags", "text(tokens = WORDS, lowercase = false)").build();
    StoredCodec tags =
        new StoredCodec("tokens", Map.of("language", "", "lowercase", "false"), List.of());
    ModelWriter.of(other).codec("tags", tags).write(file, weights(0, 0, 0));
    try (ModelReader reader = ModelReader.open(file, other)) {
      assertThat(
              assertThrows(
                  ModelFileException.class, () -> reader.codec("tags", TokensCodec::restore)))
          .hasMessageThat()
          .contains("codec \"tags\" is of kind \"tokens\", but the signature says \"text(");
    }
  }

  @Test
  void codecThatTheSignatureDoesNotHaveIsRefused() throws IOException {
    String more = "\"codecs\": {\n    \"more\": {\"kind\": \"boolean\", \"settings\": {}},";

    assertThat(refusal(edit().manifest("\"codecs\": {", more)))
        .endsWith("\"codecs.more\" is neither an input nor an output of the signature");
    assertThrows(
        IllegalArgumentException.class,
        () -> ModelWriter.of(SIGNATURE).codec("more", BooleanCodec.of().stored()));
  }

  @Test
  void vocabularyWhoseLineEndsAnotherProgramChangedIsRefused() throws IOException {
    String lines = new String(edit().get("vocabulary/text.txt"), StandardCharsets.UTF_8);

    assertThat(refusal(forged(lines.replace("\n", "\r\n"))))
        .contains("entry \"vocabulary/text.txt\": line 1 has U+000D as it is");
    assertThat(refusal(forged("\ufeff" + lines))).contains("line 1 has U+FEFF as it is");
    assertThat(refusal(forged("\t" + lines))).contains("line 1 has U+0009 as it is");
    assertThat(refusal(forged(""))).endsWith("is empty: a codec without entries has none");
  }

  private ZipEdit forged(String vocabulary) throws IOException {
    write();
    return edit().forge("vocabulary/text.txt", vocabulary.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void entryThatIsListedAndNotUsedIsRefused() throws IOException {
    assertThat(refusal(unused("1.2", "0".repeat(64))))
        .endsWith("entry \"notes.txt\": is listed in \"model.json\", but not used");
  }

  @Test
  void entryThatANewerFormatUsesMustBeWhole() throws IOException {
    assertThat(refusal(unused("1.4", "0".repeat(64))))
        .endsWith(
            "entry \"notes.txt\": is damaged: its SHA-256 is not the one that the file lists");
  }

  private ZipEdit unused(String format, String sha256) throws IOException {
    return edit()
        .put("notes.txt", new byte[] {'x'})
        .manifest("\"format\": \"1.2\"", "\"format\": \"" + format + "\"")
        .manifest(
            "\"entries\": {\n    \"weights",
            "\"entries\": {\n    \"notes.txt\": {\"size\": 1, \"sha256\": \""
                + sha256
                + "\"},\n    \"weights");
  }

  @Test
  void weightsThatNoTrainingLeavesAreRefusedByName() throws IOException {
    for (float absurd :
        new float[] {
          Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1.1e9f, -Float.MAX_VALUE
        }) {
      byte[] tensors = edit().get("weights.safetensors").clone();
      ByteBuffer.wrap(tensors)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putFloat(tensors.length - Float.BYTES, absurd);

      assertThat(refusal(edit().forge("weights.safetensors", tensors)))
          .contains(
              "entry \"weights.safetensors\": weight \"dense.bias\" has the value "
                  + absurd
                  + ", expected a number within ±1.0E9");
      write();
    }
  }

  @Test
  void weightsThatCouldNotBeReadAreNotWrittenAndTheOldFileStays() throws IOException {
    byte[] before = Files.readAllBytes(file);

    ModelFileException e =
        assertThrows(
            ModelFileException.class,
            () -> ModelWriter.of(SIGNATURE).write(file, weights(0, Float.NaN, 0)));

    assertThat(e).hasMessageThat().contains("weight \"dense.bias\" has the value NaN");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void bestEpochThatTheHistoryLacksIsRefused() throws IOException {
    assertThat(refusal(edit().manifest("\"bestEpoch\": 0", "\"bestEpoch\": 1")))
        .endsWith("\"training.bestEpoch\" is 1, but the last epoch is 0");
    SampleModel.write(file);
    Files.write(file, edit().manifest("{\"epoch\":3", "{\"epoch\":4").bytes());
    assertThat(assertThrows(ModelFileException.class, () -> SampleModel.read(file)))
        .hasMessageThat()
        .endsWith("\"training.epochs\" has epoch 4 after epoch 2");
    SampleModel.write(file);
    Files.write(file, edit().manifest("\"bestEpoch\": 1", "\"bestEpoch\": 4").bytes());
    assertThat(assertThrows(ModelFileException.class, () -> SampleModel.read(file)))
        .hasMessageThat()
        .endsWith("\"training.bestEpoch\" is 4, but the last epoch is 3");
  }

  @Test
  void bytesBeforeTheZipAreRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    byte[] hidden = {'P', 'K', 3, 4, 'h', 'i', 'd', 'd', 'e', 'n'};
    byte[] prefixed = joined(hidden, whole);

    assertThat(refusal(prefixed)).contains("has bytes before the zip");
    shiftOffsets(prefixed, hidden.length); // as tools that make self-extracting archives do
    assertThat(refusal(prefixed)).contains("has bytes before the zip");
  }

  @Test
  void bytesBetweenTheTableOfContentsAndTheEndAreRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int end = whole.length - 22;
    byte[] split =
        joined(
            Arrays.copyOf(whole, end),
            joined(new byte[10], Arrays.copyOfRange(whole, end, whole.length)));

    assertThat(refusal(split)).startsWith("model file ");
  }

  @Test
  void endOfAFileBeyondFourGigabytesIsUnderstood() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int end = whole.length - 22;
    ByteBuffer old = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    int tableBytes = old.getInt(end + 12);
    int begin = old.getInt(end + 16);
    ByteBuffer large = ByteBuffer.allocate(56 + 20).order(ByteOrder.LITTLE_ENDIAN);
    large.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
    large.putInt(0).putInt(0).putLong(old.getShort(end + 8)).putLong(old.getShort(end + 10));
    large.putLong(tableBytes).putLong(begin);
    large.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
    old.putInt(end + 16, -1);
    Files.write(
        file,
        joined(
            joined(Arrays.copyOf(whole, end), large.array()),
            Arrays.copyOfRange(whole, end, whole.length)));

    read();

    byte[] lying = Files.readAllBytes(file);
    ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putLong(end + 48, begin - 1L);
    assertThat(refusal(lying)).contains("its table of contents is damaged");
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }

  private static void shiftOffsets(byte[] zip, int by) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < zip.length - 46; i++) {
      if (bytes.getInt(i) == 0x02014b50) {
        bytes.putInt(i + 42, bytes.getInt(i + 42) + by);
      }
    }
    int end = zip.length - 22;
    bytes.putInt(end + 16, bytes.getInt(end + 16) + by);
  }

  @Test
  void missingArgumentsAreNamed() {
    @Nullable Path none = null;
    @Nullable InputStream missing =
        ContradictingModelFileTest.class.getResourceAsStream("missing.rondo");

    assertThat(
            assertThrows(IllegalArgumentException.class, () -> ModelReader.open(none, SIGNATURE)))
        .hasMessageThat()
        .isEqualTo("file is null");
    assertThat(assertThrows(IllegalArgumentException.class, () -> ModelReader.modelName(none)))
        .hasMessageThat()
        .isEqualTo("file is null");
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> ModelReader.open(missing, SIGNATURE)))
        .hasMessageThat()
        .startsWith(
            "stream is null. If it comes from getResourceAsStream, there is no such resource");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> ModelWriter.of(SIGNATURE).write(none, weights(0, 0, 0))))
        .hasMessageThat()
        .isEqualTo("file is null");
  }

  @Test
  void relativePathsAreShownInFullToo() {
    Path relative = Path.of("no-such-folder", "judge.rondo");

    assertThat(assertThrows(ModelFileException.class, () -> ModelReader.open(relative, SIGNATURE)))
        .hasMessageThat()
        .isEqualTo(
            "model file \"%s\" (%s): does not exist"
                .formatted(relative, relative.toAbsolutePath()));
    assertThat(
            assertThrows(
                ModelFileException.class,
                () ->
                    ModelWriter.of(SIGNATURE)
                        .history(TrainingHistory.none())
                        .write(relative, weights(0, 0, 0))))
        .hasMessageThat()
        .contains(relative.toAbsolutePath().toString());
  }
}
