package dev.rondo.it;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.decode.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubwordsTest {
  @TempDir private Path folder;

  @Test
  void aClassifierLearnsSubwordsSavesAndLoadsThem() {
    List<SubwordModels_JudgeExample> train =
        Sentences.moods(200, 1).stream()
            .map(example -> new SubwordModels_JudgeExample(example.text(), example.expected()))
            .toList();
    Path file = folder.resolve("judge.rondo");
    try (SubwordModels_JudgePredictor judge = SubwordModels_JudgeTrainer.create().fit(train)) {
      assertThat(judge.judge("the film was lovely")).isEqualTo(Mood.GOOD);
      assertThat(judge.judge("the film was dreadful")).isEqualTo(Mood.BAD);
      judge.save(file);
      try (SubwordModels_JudgePredictor loaded = SubwordModels_JudgePredictor.load(file)) {
        for (String text : List.of("a charming train", "unseen words, broken", "", "\u5317")) {
          assertThat(loaded.judgeScored(text)).isEqualTo(judge.judgeScored(text));
        }
      }
    }
  }

  @Test
  void theNumberOfSubwordsCanBeSetForATraining() {
    List<SubwordModels_JudgeExample> train =
        Sentences.moods(40, 1).stream()
            .map(example -> new SubwordModels_JudgeExample(example.text(), example.expected()))
            .toList();
    try (SubwordModels_JudgePredictor judge =
        SubwordModels_JudgeTrainer.create().epochs(1).textVocabulary(40).fit(train)) {
      // and two for padding and what is unknown
      assertThat(judge.text.size()).isEqualTo(42);
    }
  }

  @Test
  void aTextIsWrittenWithItsSpacesCaseAndLines() throws IOException {
    String verse = "O\u00f9 est-ce que l'homme va\u202f? Il va l\u00e0-bas, dit-il.\n";
    Path text = Files.writeString(folder.resolve("text.txt"), verse.repeat(60));
    try (SubwordModels_TellerPredictor teller = SubwordModels_TellerTrainer.create().fit(text)) {
      Sampling greedy = Sampling.greedy().stopAt("dit-il");
      assertThat(teller.tell("O\u00f9 est-ce que", greedy))
          .isEqualTo(" l'homme va\u202f? Il va l\u00e0-bas, ");
      assertThat(teller.tellStream("O\u00f9 est-ce que", greedy).collect(Collectors.joining()))
          .isEqualTo(" l'homme va\u202f? Il va l\u00e0-bas, ");
      assertThat(teller.tell("dit-il.", Sampling.greedy().stopAt(" est"))).isEqualTo("\nO\u00f9");
      Path file = folder.resolve("teller.rondo");
      teller.save(file);
      try (SubwordModels_TellerPredictor loaded = SubwordModels_TellerPredictor.load(file)) {
        assertThat(loaded.tell("Il va", greedy)).isEqualTo(teller.tell("Il va", greedy));
        assertThat(loaded.perplexity(List.of("Il va.")))
            .isEqualTo(teller.perplexity(List.of("Il va.")));
      }
    }
  }
}
