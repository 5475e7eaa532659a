package dev.rondo.it;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.decode.Sampling;
import dev.rondo.runtime.train.TextEvaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tokens = WHITESPACE}, from the annotation to the model file. */
class CutTextTest {
  @TempDir private Path folder;

  @Test
  void aLanguageModelForetellsWordsAndEndsOfLines() throws IOException {
    String lines = " mr. <unk> did n't say so , he said \n no , it was n't \n";
    Path text = Files.writeString(folder.resolve("text.txt"), lines.repeat(60));
    try (CutTextModels_TellerPredictor teller = CutTextModels_TellerTrainer.create().fit(text)) {
      assertThat(teller.tell("mr. <unk>", Sampling.greedy().stopAt("\n")))
          .isEqualTo(" did n't say so , he said");
      assertThat(teller.tell("he said", Sampling.greedy().maximumLength(4))).isEqualTo("\nno , it");
      TextEvaluation evaluation = teller.evaluate(text);
      assertThat(evaluation.tokens()).isEqualTo(60 * (9 + 5 + 2));
      assertThat(evaluation.perplexity()).isLessThan(1.3);
      // an end that is not written counts too
      assertThat(teller.evaluate(List.of("no , it was n't")).tokens()).isEqualTo(6);
      Path file = folder.resolve("teller.rondo");
      teller.save(file);
      try (CutTextModels_TellerPredictor loaded = CutTextModels_TellerPredictor.load(file)) {
        assertThat(loaded.evaluate(text)).isEqualTo(evaluation);
        CutTextModels_TellerSession session = loaded.session();
        assertThat(session.next("no").probability(",")).isGreaterThan(0.8);
        session.next(",");
        session.next("it");
        session.next("was");
        assertThat(session.next("n't").probability("\n")).isGreaterThan(0.8);
      }
    }
  }

  @Test
  void aClassifierReadsWhatStandsBetweenWhiteSpace() throws IOException {
    List<CutTextModels_JudgeExample> train = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      train.add(new CutTextModels_JudgeExample("film :-) no." + i % 5, Mood.GOOD));
      train.add(new CutTextModels_JudgeExample("film\n:-( no." + i % 5, Mood.BAD));
    }
    Path file = folder.resolve("judge.rondo");
    try (CutTextModels_JudgePredictor judge = CutTextModels_JudgeTrainer.create().fit(train)) {
      // film, the two faces, and five numbers; a line feed only separates
      assertThat(judge.text.vocabulary().tokens())
          .containsExactly("film", ":-)", ":-(", "no.0", "no.1", "no.2", "no.3", "no.4");
      assertThat(judge.judge(":-)")).isEqualTo(Mood.GOOD);
      assertThat(judge.judge("FILM :-(")).isEqualTo(Mood.BAD);
      judge.save(file);
      try (CutTextModels_JudgePredictor loaded = CutTextModels_JudgePredictor.load(file)) {
        assertThat(loaded.judgeScored("film :-(")).isEqualTo(judge.judgeScored("film :-("));
      }
    }
  }

  @Test
  void aTranslatorWritesTokensWithOneSpaceBetween() throws IOException {
    List<CutTextModels_TurnerExample> train = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 10; j++) {
        train.add(
            new CutTextModels_TurnerExample("a" + i + ".B  did n't", "n't did a" + i + ".B !"));
      }
    }
    try (CutTextModels_TurnerPredictor turner = CutTextModels_TurnerTrainer.create().fit(train)) {
      assertThat(turner.turn("a3.B did n't")).isEqualTo("n't did a3.B !");
    }
  }
}
