package dev.rondo.runtime.store;

import static com.google.common.truth.Truth.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int inspect(Object... files) {
    String[] names = new String[files.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = files[i].toString();
    }
    return Inspect.run(
        names,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aFileIsDescribedWithoutItsClasses() {
    Path file = folder.resolve("model.rondo");
    SampleModel.write(file);

    assertThat(inspect(file)).isEqualTo(0);

    assertThat(errors()).isEmpty();
    assertThat(printed().replace(ModelReader.weightsSha256(file), "(digest)"))
        .isEqualTo(
            file
                + """
                : model SentimentModel
                39 weights, SHA-256 (digest)

                input "review" text(tokens = WORDS, lowercase = true)
                  codec review: text
                    lowercase = true
                    odd\\ud800 = \\udc00"\\\\u000a
                    tokens = WORDS
                input "price" number
                  codec price: number
                    mean = 0.5

                layer "embedding" Embedding(size = 3)
                  embedding.weight [4, 3], 12
                layer "lstm" LSTM(units = 2)
                  lstm.weight_ih_l0 [8, 3], 24
                layer "dense" Dense
                  dense.bias [2], 2

                output "expected" enum
                  codec expected: enum
                weights of layers that the signature does not tell
                  scale [], 1
                  none [0, 7], 0

                epoch 1 (its weights): loss 0.7000, 5,000,000,000 examples, learning rate 0.00200, 1.3 s
                epoch 2: loss NaN, validation loss Infinity, accuracy 30.0 %, 0 examples, learning rate 1.00e-300, 0.0 s
                epoch 3: loss 1.0000, validation loss 1.5000, BLEU NaN, 1 examples, learning rate 1.00, 1.0 s

                trained from 2026-01-31T23:59:58Z to 2026-02-01T00:00:01Z, resumed 2 times
                training examples: 5,000,000,000, length 6,000,000,000, SHA-256 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
                settings
                  seed = 7
                  odd\\ud800 = \\u000a
                machine
                  PyTorch = 2.5.1
                tags
                  experiment = \u201csmall\u201d
                """);
  }

  @Test
  void whatIsNoModelFileIsToldAndTheOthersAreStillDescribed() throws IOException {
    Path file = folder.resolve("model.rondo");
    SampleModel.write(file);
    Path letter = Files.writeString(folder.resolve("letter"), "Dear Sir or Madam");

    assertThat(inspect(letter, file)).isEqualTo(1);

    assertThat(errors())
        .isEqualTo(
            "error: model file \""
                + letter
                + "\": is no model file: it does not begin like a zip\n");
    assertThat(printed()).contains(": model SentimentModel\n");
  }

  @Test
  void withoutFilesTheUsageIsTold() {
    assertThat(inspect()).isEqualTo(2);
    assertThat(errors()).startsWith("Usage: inspect FILE...\n");
    assertThat(printed()).isEmpty();
  }

  @Test
  void helpIsNoMistake() {
    assertThat(inspect("--help")).isEqualTo(0);
    assertThat(printed()).startsWith("Usage: inspect FILE...\n");
    assertThat(errors()).isEmpty();
  }
}
