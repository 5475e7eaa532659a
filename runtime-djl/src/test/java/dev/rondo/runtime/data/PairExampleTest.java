package dev.rondo.runtime.data;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class PairExampleTest {
  private static final class Words extends PairExample<String[], Boolean> {
    Words(String[] words, boolean expected) {
      super("words", words, expected);
    }
  }

  private static final class Others extends PairExample<String[], Boolean> {
    Others(String[] words, boolean expected) {
      super("words", words, expected);
    }
  }

  private static Words example(boolean expected, String... words) {
    return new Words(words, expected);
  }

  @Test
  void arraysAreComparedByWhatIsInThem() {
    assertThat(example(true, "a", "b")).isEqualTo(example(true, "a", "b"));
    assertThat(example(true, "a", "b").hashCode()).isEqualTo(example(true, "a", "b").hashCode());
    assertThat(example(true, "a", "b")).isNotEqualTo(example(true, "a", "c"));
    assertThat(example(true, "a")).isNotEqualTo(example(false, "a"));
  }

  @Test
  void examplesOfOtherModelsAreOthers() {
    assertThat(example(true, "a")).isNotEqualTo(new Others(new String[] {"a"}, true));
  }

  @Test
  void saysItsValuesByName() {
    assertThat(example(true, "a", "b").toString()).isEqualTo("Words[words=[a, b], expected=true]");
  }
}
