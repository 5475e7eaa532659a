package dev.rondo.samples.translation;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingSentencesTest {
  @Test
  void aTenthIsSetAsideAndNothingGetsLost() {
    List<Pair> pairs = pairs(200);
    TrainingSentences split = TrainingSentences.split(pairs, 1);
    assertThat(split.dev()).hasSize(20);
    List<Pair> all = new ArrayList<>(split.train());
    all.addAll(split.dev());
    assertThat(all).containsExactlyElementsIn(pairs);
  }

  @Test
  void theSeedPicksThem() {
    List<Pair> pairs = pairs(200);
    assertThat(TrainingSentences.split(pairs, 1)).isEqualTo(TrainingSentences.split(pairs, 1));
    assertThat(TrainingSentences.split(pairs, 1)).isNotEqualTo(TrainingSentences.split(pairs, 2));
  }

  @Test
  void allTranslationsOfASentenceStayTogether() {
    List<Pair> pairs = new ArrayList<>(pairs(100));
    pairs(100).forEach(pair -> pairs.add(new Pair(pair.english(), "autrement")));
    TrainingSentences split = TrainingSentences.split(pairs, 1);
    assertThat(split.dev()).hasSize(20);
    assertThat(english(split.train())).containsNoneIn(english(split.dev()));
  }

  @Test
  void ofManySentencesAThousandAreEnough() {
    assertThat(TrainingSentences.split(pairs(20_000), 1).dev()).hasSize(1_000);
  }

  @Test
  void aDevPairIsShownIfThereIsOne() {
    Pair train = new Pair("Yes.", "Oui.");
    Pair dev = new Pair("No.", "Non.");
    assertThat(new TrainingSentences(List.of(train), List.of(dev)).shown()).isEqualTo(dev);
    assertThat(new TrainingSentences(List.of(train), List.of()).shown()).isEqualTo(train);
  }

  private static List<Pair> pairs(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Pair("one " + i, "un " + i)).toList();
  }

  private static Set<String> english(Collection<Pair> pairs) {
    return pairs.stream().map(Pair::english).collect(Collectors.toSet());
  }
}
