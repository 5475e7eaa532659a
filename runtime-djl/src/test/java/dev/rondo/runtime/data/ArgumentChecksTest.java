package dev.rondo.runtime.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentChecksTest {
  @Test
  void aCopiedListDoesNotChangeWithItsSource() {
    List<String> source = new ArrayList<>(List.of("a", "b"));
    List<String> copy = Arguments.copyOf(source, "words");
    source.clear();
    assertThat(copy).containsExactly("a", "b").inOrder();
    assertThrows(UnsupportedOperationException.class, copy::clear);
  }

  @Test
  void aCopiedSetDoesNotChangeWithItsSourceAndKeepsItsOrder() {
    Set<String> source = new LinkedHashSet<>(List.of("b", "a"));
    Set<String> copy = Arguments.copyOf(source, "words");
    source.clear();
    assertThat(copy).containsExactly("b", "a").inOrder();
    assertThrows(UnsupportedOperationException.class, copy::clear);
  }

  @Test
  void whatIsWrongWithOneOfManyNamesItsPlace() {
    List<String> seen = new ArrayList<>();
    Arguments.forEach(List.of("a", "b"), "word", seen::add);
    assertThat(seen).containsExactly("a", "b").inOrder();
    assertThat(
            Messages.messageOf(
                IllegalArgumentException.class,
                () ->
                    Arguments.forEach(
                        List.of("1", "2", "x"),
                        "word",
                        word -> {
                          if (word.equals("x")) {
                            throw new IllegalArgumentException("x is no number");
                          }
                        })))
        .isEqualTo("word[2]: x is no number");
    assertThat(
            Messages.messageOf(
                IllegalArgumentException.class,
                () -> Arguments.forEach(Arrays.asList("a", null), "word", seen::add)))
        .isEqualTo("word 1 is null (counted from 0)");
  }

  @Test
  void aCopiedArrayDoesNotChangeWithItsSource() {
    String[] source = {"a", "b"};
    String[] copy = Arguments.copyOf(source, "words");
    source[0] = "c";
    assertThat(copy).asList().containsExactly("a", "b").inOrder();
  }

  @Test
  void aNullInACollectionIsNamedWithItsPlace() {
    List<String> list = Arrays.asList("a", null);
    String[] array = {null, "b"};
    Set<String> set = new LinkedHashSet<>(list);
    assertThat(messageOf(() -> Arguments.copyOf(list, "words"))).isEqualTo("words[1] is null");
    assertThat(messageOf(() -> Arguments.copyOf(array, "words"))).isEqualTo("words[0] is null");
    assertThat(messageOf(() -> Arguments.copyOf(set, "words")))
        .isEqualTo("an element of words is null");
  }

  @Test
  void aCountStartsAtOne() {
    assertThat(Arguments.atLeastOne(1, "epochs")).isEqualTo(1);
    assertThat(messageOf(() -> Arguments.atLeastOne(0, "epochs")))
        .isEqualTo("epochs is 0, must be at least 1");
  }

  @Test
  void aRateIsBelowOne() {
    assertThat(Arguments.rate(0, "dropout")).isEqualTo(0);
    for (double rate : new double[] {-0.1, 1, Double.NaN}) {
      assertThat(messageOf(() -> Arguments.rate(rate, "dropout")))
          .isEqualTo("dropout is " + rate + ", must be in [0, 1)");
    }
  }

  private static String messageOf(Runnable check) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, check::run).getMessage());
  }
}
