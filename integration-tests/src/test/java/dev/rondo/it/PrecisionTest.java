package dev.rondo.it;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.decode.Sampling;
import dev.rondo.runtime.kernel.QuantizedEngine;
import dev.rondo.runtime.serve.Precision;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.runtime.train.Evaluation;
import dev.rondo.runtime.train.TextEvaluation;
import dev.rondo.runtime.train.TranslationEvaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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

  @Test
  void textsAreWrittenAndMeasuredWithInt8() throws IOException {
    Path text =
        Files.writeString(
            folder.resolve("text.txt"),
            "the quick brown fox jumps over the lazy dog.\n".repeat(40));
    Path small = folder.resolve("teller.rondo");
    Sampling greedy = Sampling.greedy().maximumLength(12);
    try (LargeWriters_TellerPredictor teller =
        LargeWriters_TellerTrainer.create().seed(1).fit(text)) {
      TextEvaluation exact = teller.evaluate(text);
      teller.save(small, Precision.INT8);
      String written = teller.tell("the quick br", greedy);
      assertThat(exact.float32()).isEmpty();

      teller.serving().precision(Precision.INT8);
      TextEvaluation found = teller.evaluate(text);
      assertThat(found.loss()).isNotEqualTo(exact.loss());
      assertThat(found.loss()).isWithin(0.02).of(exact.loss());
      assertThat(found.float32().orElseThrow()).isEqualTo(exact);
      assertThat(found.toString()).contains(" with INT8 (");
      assertThat(teller.evaluate(List.of("the lazy dog", "a fox.", "")).loss())
          .isWithin(0.05)
          .of(teller.evaluate(List.of("the lazy dog", "a fox.")).float32().orElseThrow().loss());
      assertThat(teller.tell("the quick br", greedy)).isEqualTo(written);
      assertThat(teller.tellStream("the quick br", greedy).collect(Collectors.joining()))
          .isEqualTo(written);
      try (LargeWriters_TellerPredictor loaded = LargeWriters_TellerPredictor.load(small)) {
        loaded.serving().precision(Precision.INT8);
        assertThat(loaded.tell("the quick br", greedy)).isEqualTo(written);
      }
      // what training changes is packed anew
      try (LargeWriters_TellerPredictor next =
          LargeWriters_TellerTrainer.create().epochs(1).continueFrom(teller).fit(text)) {
        assertThat(next.evaluate(text).float32()).isEmpty();
      }
    }
  }

  @Test
  void translationsAreMadeAndMeasuredWithInt8() {
    List<LargeWriters_CounterExample> test =
        Numbers.spelled(40, 3, " ", LargeWriters_CounterExample::new);
    try (LargeWriters_CounterPredictor counter =
        LargeWriters_CounterTrainer.create()
            .seed(1)
            .fit(Numbers.spelled(600, 1, " ", LargeWriters_CounterExample::new))) {
      TranslationEvaluation exact = counter.evaluate(test);
      List<String> sources = test.stream().map(LargeWriters_CounterExample::words).toList();
      List<String> with32Bits = counter.countAll(sources);

      counter.serving().precision(Precision.INT8);
      TranslationEvaluation found = counter.evaluate(test);
      assertThat(found.bleu().score()).isWithin(3).of(exact.bleu().score());
      assertThat(found.float32().orElseThrow()).isEqualTo(exact);
      assertThat(found.toString()).contains(" with INT8 (");
      List<String> together = counter.countAll(sources);
      assertThat(together).isEqualTo(sources.stream().map(counter::count).toList());
      assertThat(counter.serving().precision(Precision.FLOAT32)).isNotNull();
      assertThat(counter.countAll(sources)).isEqualTo(with32Bits);
    }
  }
}
