package dev.rondo.runtime.data.answer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Numbers of users beside those of codecs. */
class NumberListsTest {
  @Test
  void optionalNumbersOfStepsAreAbsentWhereTheyAreEmpty() {
    assertThat(
            NumberLists.present(
                Arrays.asList(OptionalDouble.of(2.5), OptionalDouble.empty(), null)))
        .containsExactly(2.5, null, null)
        .inOrder();
    assertThat(NumberLists.optionals(Arrays.asList(2.5, -0.0)))
        .containsExactly(OptionalDouble.of(2.5), OptionalDouble.of(-0.0))
        .inOrder();
    assertThrows(
        IllegalStateException.class,
        () -> NumberLists.optionals(Collections.singletonList((Double) null)));
  }
}
