package dev.rondo.it;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.kernel.QuantizedEngine;
import dev.rondo.runtime.serve.Precision;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.runtime.train.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated models with fewer bits: in memory and in files. */
class PrecisionTest {
  @TempDir private Path folder;

  @BeforeEach
  void engine() {
    Assumptions.assumeTrue(QuantizedEngine.isThere());
  }

  private static List<LargeModelExample> examples() {
    List<LargeModelExample> examples = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      examples.add(new LargeModelExample("a lovely film number " + i % 3, Mood.GOOD));
      examples.add(new LargeModelExample("a dreadful film number " + i % 3, Mood.BAD));
    }
    return examples;
  }

  @Test
  void whatIsSavedWithInt8AnswersAlmostAsBeforeAndIsExactlyWhatInt8ComputesWith()
      throws IOException {
    Path exact = folder.resolve("exact.rondo");
    Path small = folder.resolve("small.rondo");
    Path again = folder.resolve("again.rondo");
    List<String> texts = List.of("a lovely film", "dreadful", "film film film number 1");
    try (LargeModelPredictor model = LargeModelTrainer.create().seed(1).fit(examples())) {
      model.save(exact);
      model.save(small, Precision.INT8);
      assertThat(2 * Files.size(small)).isLessThan(Files.size(exact));
      try (LargeModelPredictor loaded = LargeModelPredictor.load(small)) {
        for (String text : texts) {
          assertThat(loaded.judgeScored(text).probability(Mood.GOOD))
              .isWithin(0.02)
              .of(model.judgeScored(text).probability(Mood.GOOD));
        }
        loaded.save(again, Precision.INT8);
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(small));
        assertThat(ModelReader.weightsSha256(again)).isNotEqualTo(ModelReader.weightsSha256(exact));
      }
      model.serving().precision(Precision.INT8);
      Evaluation report = model.evaluate(examples());
      assertThat(report.float32().orElseThrow().accuracy()).isWithin(0.05).of(report.accuracy());
      assertThat(report.loss()).isNotEqualTo(report.float32().orElseThrow().loss());
      assertThat(report.toString()).contains(" with INT8 (");
    }
  }
}
