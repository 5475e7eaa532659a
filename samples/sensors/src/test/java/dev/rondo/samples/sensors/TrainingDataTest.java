package dev.rondo.samples.sensors;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingDataTest {
  private static List<String> words(String start, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(start + i);
    }
    return words;
  }

  private static TrainingData<String> split(List<String> words, long seed) {
    return TrainingData.split(words, word -> word.substring(0, 1), seed);
  }

  @Test
  void aTenthOfEachClassIsSetAside() {
    List<String> words = words("a", 200);
    words.addAll(words("b", 50));
    TrainingData<String> data = split(words, 1);
    assertThat(data.dev().stream().filter(word -> word.startsWith("a")).toList()).hasSize(20);
    assertThat(data.dev().stream().filter(word -> word.startsWith("b")).toList()).hasSize(5);
    List<String> all = new ArrayList<>(data.train());
    all.addAll(data.dev());
    assertThat(all).containsExactlyElementsIn(words);
  }

  @Test
  void fewAreNotSplit() {
    assertThat(split(words("a", 199), 1)).isEqualTo(new TrainingData<>(words("a", 199), List.of()));
    assertThat(split(words("a", 200), 1).dev()).hasSize(20);
  }

  @Test
  void aRareClassStaysInTheTraining() {
    List<String> words = words("a", 200);
    words.addAll(words("b", 9));
    assertThat(split(words, 1).train()).containsAtLeastElementsIn(words("b", 9));
  }

  @Test
  void theSeedPicksThem() {
    List<String> words = words("a", 200);
    assertThat(split(words, 1)).isEqualTo(split(words, 1));
    assertThat(split(words, 1).dev()).isNotEqualTo(split(words, 2).dev());
  }
}
