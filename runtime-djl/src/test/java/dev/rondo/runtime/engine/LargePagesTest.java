package dev.rondo.runtime.engine;

import static com.google.common.truth.Truth.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargePagesTest {
  @ParameterizedTest
  @CsvSource({
    "always [madvise] never, , true",
    "[always] madvise never, , true",
    "always madvise [never], , false",
    "'', , false",
    "always [madvise] never, 0, false",
    "always [madvise] never, 1, false",
  })
  void theyAreAskedForWhereLinuxOffersThemAndNobodyHasChosen(
      String offer, String chosen, boolean wanted) {
    Map<String, String> variables =
        chosen == null ? Map.of() : Map.of("THP_MEM_ALLOC_ENABLE", chosen);
    assertThat(LargePages.wanted(name -> Optional.ofNullable(variables.get(name)), offer))
        .isEqualTo(wanted);
  }
}
