package dev.rondo.runtime.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.layer.Weights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subwords in a model file, which somebody may have changed. */
final class StoredSubwordsTest {
  private static final Signature SIGNATURE =
      Signature.of("Judge").input("text", "text(tokens = SUBWORDS, lowercase = false)").build();

  private static final Weights WEIGHTS =
      new Weights(Map.of("w", new Weights.Tensor(new long[] {1_000}, new float[1_000])));

  @TempDir Path folder;
  private Path file;
  private TextCodec codec;

  @BeforeEach
  void write() {
    TextCodec.Learner learner = TextCodec.learner(Tokens.SUBWORDS, "", false);
    learner.add("ab ab abc");
    codec = learner.build(100, 1);
    file = folder.resolve("judge.rondo");
    writer(codec.stored()).write(file, WEIGHTS);
  }

  private static ModelWriter writer(StoredCodec codec) {
    return ModelWriter.of(SIGNATURE).codec("text", codec);
  }

  @Test
  void mergesStandInAFileOfTheirOwnAndComeBack() throws IOException {
    assertThat(new String(new ZipEdit(file).get("merges/text.txt"), StandardCharsets.UTF_8))
        .isEqualTo("a b\n  ab\n");
    try (ModelReader reader = ModelReader.open(file, SIGNATURE)) {
      TextCodec restored = reader.codec("text", TextCodec::restore);
      assertThat(restored.stored()).isEqualTo(codec.stored());
      assertThat(restored.encode("abc ab")).isEqualTo(codec.encode("abc ab"));
    }
  }

  @Test
  void mergesThatTheFileLacksAreRefused() throws IOException {
    ZipEdit edit = new ZipEdit(file);
    edit.manifest("\"merges\": \"merges/text.txt\"", "\"merges\": \"merges/other.txt\"");

    assertThat(refusal(edit.bytes()))
        .endsWith("is \"merges/other.txt\", which is not among the file's entries");
  }

  @Test
  void codecsWithoutTheirMergesAreRefused() throws IOException {
    ZipEdit edit = new ZipEdit(file);
    edit.manifest("\"merges\": \"merges/text.txt\"", "\"other\": \"merges/text.txt\"");

    assertThat(refusal(edit.bytes()))
        .endsWith("entry \"merges/text.txt\": is listed in \"model.json\", but not used");
    edit.manifest("\"format\": \"1.2\"", "\"format\": \"1.4\"");
    assertThat(refusal(edit.bytes()))
        .endsWith(
            "has a codec \"text\" that does not fit: token \"ab\" is no single character, and no"
                + " merge makes it");
  }

  @Test
  void hostileMergesAreRefused() throws IOException {
    for (Map.Entry<String, String> hostile :
        Map.of(
                "a b\na b\n",
                "merge \"a b\" is there twice",
                "ab c\n  ab\n",
                "merge \"ab c\" makes \"abc\", but the vocabulary has \"ab\"",
                "a b\n\n",
                "merge \"\" is not two subwords with a space between them",
                "\n".repeat(100),
                "there are 100 merges, but 6 tokens")
            .entrySet()) {
      byte[] lines = hostile.getKey().getBytes(StandardCharsets.UTF_8);
      assertThat(refusal(new ZipEdit(file).forge("merges/text.txt", lines).bytes()))
          .contains("has a codec \"text\" that does not fit: " + hostile.getValue());
    }
  }

  @Test
  void mergesBeyondTheLimitsAreRefusedBeforeTheyAreRead() throws IOException {
    byte[] large = new byte[ModelFormat.VOCABULARY_BYTES + 1];
    assertThat(refusal(new ZipEdit(file).forge("merges/text.txt", large).bytes()))
        .endsWith("declares 67108865 bytes, too many for 65232 compressed ones");
    List<String> many = Collections.nCopies(2_000, "a b");
    ModelWriter writer = writer(new StoredCodec("text", Map.of(), List.of("a"), many));
    assertThat(assertThrows(ModelFileException.class, () -> writer.write(file, WEIGHTS)))
        .hasMessageThat()
        .endsWith("entry \"merges/text.txt\": has 2000 entries, more than the limit of 1018");
  }

  private String refusal(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    return String.valueOf(
        assertThrows(
                ModelFileException.class,
                () -> {
                  try (ModelReader reader = ModelReader.open(file, SIGNATURE)) {
                    reader.codec("text", TextCodec::restore);
                  }
                })
            .getMessage());
  }
}
