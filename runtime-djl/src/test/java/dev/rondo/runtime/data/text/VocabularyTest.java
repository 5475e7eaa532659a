package dev.rondo.runtime.data.text;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.data.Messages.messageOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  private static TokenCounter counted(String... tokens) {
    TokenCounter counter = new TokenCounter();
    List.of(tokens).forEach(counter::add);
    return counter;
  }

  @Test
  void mostFrequentTokensComeFirstAndTiesAreInAlphabeticalOrder() {
    Vocabulary vocabulary = counted("b", "c", "a", "c", "d", "c", "b").vocabulary(10, 1);
    assertThat(IntStream.range(0, vocabulary.size()).mapToObj(vocabulary::token).toList())
        .containsExactly("<padding>", "<unknown>", "c", "b", "a", "d")
        .inOrder();
    assertThat(vocabulary.id("c")).isEqualTo(2);
    assertThat(vocabulary.id("d")).isEqualTo(5);
    assertThat(vocabulary.id("e")).isEqualTo(Vocabulary.UNKNOWN);
    assertThat(vocabulary.id("<padding>")).isEqualTo(Vocabulary.UNKNOWN);
  }

  @Test
  void theLargestSizeKeepsTheMostFrequent() {
    Vocabulary vocabulary = counted("b", "a", "b", "c").vocabulary(2, 1);
    assertThat(vocabulary.tokens()).containsExactly("b", "a").inOrder();
    assertThat(vocabulary.size()).isEqualTo(4);
  }

  @Test
  void rareTokensAreLeftOut() {
    assertThat(counted("b", "a", "b", "c", "c").vocabulary(10, 2).tokens())
        .containsExactly("b", "c")
        .inOrder();
    assertThat(counted("a").vocabulary(10, 2).size()).isEqualTo(2);
  }

  @Test
  void sizesBelowOneAreRefused() {
    TokenCounter counter = counted("a");
    assertThat(messageOf(IllegalArgumentException.class, () -> counter.vocabulary(0, 1)))
        .isEqualTo("vocabulary is 0, must be at least 1");
    assertThat(messageOf(IllegalArgumentException.class, () -> counter.vocabulary(1, -3)))
        .isEqualTo("minFrequency is -3, must be at least 1");
  }

  @Test
  void aNumberOutsideIsRefused() {
    Vocabulary vocabulary = Vocabulary.of(List.of("a"));
    assertThat(messageOf(IllegalArgumentException.class, () -> vocabulary.token(3)))
        .isEqualTo("token number 3 is not in [0, 3), the vocabulary's size");
    assertThrows(IllegalArgumentException.class, () -> vocabulary.token(-1));
  }

  @Test
  void anEndlessStreamIsCountedInBoundedMemoryAndKeepsWhatIsFrequent() {
    TokenCounter counter = new TokenCounter(1_000);
    for (int i = 0; i < 100_000; i++) {
      counter.add("rare " + i);
      if (i % 10 == 0) {
        counter.add("frequent");
      }
      assertThat(counter.different()).isAtMost(1_000);
    }
    assertThat(counter.vocabulary(1, 1).tokens()).containsExactly("frequent");
    // one too low at most for every 500 of the 110,000 tokens
    assertThat(counter.vocabulary(1, 10_000 - 220).tokens()).containsExactly("frequent");
  }

  @Test
  void tokensWithoutEndAreNotLearned() {
    assertThat(counted("x".repeat(257), "y".repeat(256)).vocabulary(10, 1).tokens())
        .containsExactly("y".repeat(256));
  }

  @Test
  void duplicateAndEmptyTokensAreRefused() {
    assertThat(
            messageOf(IllegalArgumentException.class, () -> Vocabulary.of(List.of("a", "b", "a"))))
        .isEqualTo("vocabulary entries 0 and 2 are both \"a\" (counted from 0)");
    assertThat(messageOf(IllegalArgumentException.class, () -> Vocabulary.of(List.of("a", ""))))
        .isEqualTo("vocabulary entry 1 is empty (counted from 0)");
  }
}
