package dev.rondo.runtime;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.store.ModelFileException;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.runtime.store.ModelWriter;
import dev.rondo.runtime.store.Signature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files that unpack to large ones are refused before the heap is full. */
final class SmallHeapTest {
  private static final String FILE = "rondo.test.file";
  private static final String MANIFEST = "model.json";
  private static final String VOCABULARY = "vocabulary/text.txt";
  private static final String WEIGHTS = "weights.safetensors";

  private static final Signature SIGNATURE =
      Signature.of("Judge").input("text", "text(tokens = WORDS, lowercase = false)").build();

  @TempDir Path folder;
  private Path file;

  /** Reads a file as generated code does. */
  static final class Load {
    private Load() {}

    public static void main(String[] args) {
      try (ModelReader reader = ModelReader.open(Path.of(System.getProperty(FILE)), SIGNATURE)) {
        TextCodec codec = reader.codec("text", TextCodec::restore);
        reader.weights(Map.of("w", new long[] {codec.size()}));
        System.out.print("read");
      } catch (ModelFileException e) {
        System.out.print(e.getMessage());
      }
    }
  }

  @BeforeEach
  void write() {
    file = folder.resolve("judge.rondo");
    StoredCodec codec =
        new StoredCodec(
            "text",
            Map.of("tokens", "WORDS", "language", "", "lowercase", "false"),
            List.of("a", "b"));
    float[] weights = {1, 2, 3, 4};
    ModelWriter.of(SIGNATURE)
        .codec("text", codec)
        .write(file, new Weights(Map.of("w", new Weights.Tensor(new long[] {4}, weights))));
  }

  @Test
  void modelThatIsWhatItSaysIsRead() throws Exception {
    assertThat(load()).isEqualTo("read");
  }

  @Test
  void manifestThatUnpacksToMegabytesIsRefused() throws Exception {
    String many = "{},".repeat(390_000) + "1" + " ".repeat(14 << 20);
    replace(
        MANIFEST,
        ("{\"format\": \"1.0\", \"many\": [" + many + "]}").getBytes(StandardCharsets.UTF_8));
    assertThat(Files.size(file)).isLessThan(40_000);

    assertThat(load()).contains("entry \"model.json\": declares ");
  }

  @Test
  void vocabularyOfMoreEntriesThanThereAreWeightsIsRefused() throws Exception {
    replace(VOCABULARY, tokens());

    assertThat(load()).contains("entry \"vocabulary/text.txt\": declares ");
  }

  @Test
  void weightsThatAreNothingButZerosDoNotMakeRoom() throws Exception {
    replace(VOCABULARY, tokens());
    replace(WEIGHTS, new byte[64 << 20]);
    assertThat(Files.size(file)).isLessThan(20 << 20);

    assertThat(load()).contains("entry \"weights.safetensors\": declares ");
  }

  /** 60 MB of different tokens. */
  private static byte[] tokens() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 3_900_000; i++) {
      lines.append("token-").append(i).append("..\n");
    }
    return lines.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private String load() throws IOException, InterruptedException {
    ChildJvm child =
        ChildJvm.run(
            Load.class, part -> true, "-Xmx40m", "-D" + FILE + "=" + file.toAbsolutePath());
    assertThat(child.errors()).doesNotContain("OutOfMemoryError");
    assertThat(child.exitCode()).isEqualTo(0);
    return child.output();
  }

  /** Puts another entry, compressed, into the file, with a manifest of 1.0 that agrees with it. */
  private void replace(String name, byte[] content) throws Exception {
    Path edited = folder.resolve("edited");
    try (ZipFile old = new ZipFile(file.toFile());
        OutputStream out = Files.newOutputStream(edited);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry : java.util.Collections.list(old.entries())) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream in = old.getInputStream(entry)) {
          byte[] kept = in.readAllBytes();
          if (entry.getName().equals(name)) {
            zip.write(content);
          } else if (entry.getName().equals(MANIFEST)) {
            zip.write(agreeing(kept, name, content));
          } else {
            zip.write(kept);
          }
        }
        zip.closeEntry();
      }
    }
    Files.move(edited, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] agreeing(byte[] manifest, String name, byte[] content) throws Exception {
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    return new String(manifest, StandardCharsets.UTF_8)
        .replaceFirst("\n  \"sha256\": \"[0-9a-f]+\",", "")
        .replace("\"format\": \"1.2\"", "\"format\": \"1.0\"")
        .replaceFirst(
            "(\"" + name + "\": \\{\\s+\"size\": )[0-9]+(,\\s+\"sha256\": \")[0-9a-f]+",
            "$1" + content.length + "$2" + sha256)
        .getBytes(StandardCharsets.UTF_8);
  }
}
