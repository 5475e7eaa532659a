package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ClassWeightsTest {
  private final ClassWeights<String> weights = new ClassWeights<>();

  @Test
  void aClassWithoutAWeightCountsOnce() {
    assertThat(weights.isEmpty()).isTrue();
    weights.set("b", 10);
    assertThat(weights.isEmpty()).isFalse();
    assertThat(weights.of(List.of("a", "b", "c")))
        .usingExactEquality()
        .containsExactly(new float[] {1, 10, 1})
        .inOrder();
  }

  @Test
  void balancedWeightsAreThoseOfScikitLearn() {
    // compute_class_weight("balanced", classes=[0, 1, 2], y=[0]*6 + [1]*3 + [2]) by its formula,
    // n_samples / (n_classes * bincount(y))
    assertThat(weights.balanced(List.of("a", "b", "c"), new long[] {6, 3, 1}))
        .usingTolerance(1e-6)
        .containsExactly(new float[] {10 / 18f, 10 / 9f, 10 / 3f})
        .inOrder();
    weights.set("c", 2);
    assertThat(weights.balanced(List.of("a", "b", "c"), new long[] {6, 3, 1})[2])
        .isWithin(1e-5f)
        .of(20 / 3f);
  }

  @Property(tries = 200)
  void balancedClassesCountEquallyAndTheMeanStaysOne(
      @ForAll @Size(3) List<@LongRange(min = 0, max = 1000) Long> all) {
    long[] counts = all.stream().mapToLong(count -> count).toArray();
    float[] balanced = new ClassWeights<String>().balanced(List.of("a", "b", "c"), counts);
    double sum = 0;
    double n = 0;
    double first = 0;
    for (int i = 0; i < 3; i++) {
      double total = counts[i] * (double) balanced[i];
      sum += total;
      n += counts[i];
      if (counts[i] > 0) {
        first = first == 0 ? total : first;
        assertThat(total).isWithin(1e-5 * first).of(first);
      } else {
        assertThat(balanced[i]).isEqualTo(1);
      }
    }
    assertThat(sum).isWithin(1e-5 * n + 1e-9).of(n);
  }

  @Test
  void whatCannotBeAWeightIsRefused() {
    for (double weight : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> weights.set("a", weight));
      assertThat(e)
          .hasMessageThat()
          .isEqualTo("weight of a is " + weight + ", must be above 0 and finite");
    }
    weights.set("x", 2);
    IllegalArgumentException unknown =
        assertThrows(IllegalArgumentException.class, () -> weights.of(List.of("a", "b")));
    assertThat(unknown)
        .hasMessageThat()
        .isEqualTo("a weight is set for x, which is none of the classes a, b");
  }
}
