package dev.rondo.runtime.series;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepMixTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 2, 27);

  private record Sale(
      LocalDate day,
      int count,
      double price,
      @Nullable Float rating,
      OptionalDouble rain,
      OptionalInt visitors,
      String shop,
      @Nullable String weather) {}

  private static Sale sale(int day, int count, @Nullable Float rating) {
    return new Sale(
        FIRST.plusDays(day),
        count,
        count / 2.0,
        rating,
        rating == null ? OptionalDouble.empty() : OptionalDouble.of(rating),
        rating == null ? OptionalInt.empty() : OptionalInt.of(Math.round(rating)),
        "shop " + day,
        "sun " + day);
  }

  private static RegularTimes<Sale> axis(TimePolicy policy) {
    return RegularTimes.mixing(
        Sale::day,
        policy,
        step ->
            new Sale(
                step.at(LocalDate.class),
                (int) step.whole("count", Sale::count),
                step.number("price", Sale::price),
                step.nullable(Sale::rating, value -> (float) value),
                step.optionalDouble(Sale::rain),
                step.optionalInt(Sale::visitors),
                step.same(Sale::shop),
                step.sameOrMissing(Sale::weather)));
  }

  @Test
  void aMeanIsThatOfTheNumbersThereAre() {
    List<Sale> given = List.of(sale(0, 1, 4f), sale(1, 3, 1f), sale(1, 6, null), sale(2, 2, 1f));
    List<Sale> regular = axis(TimePolicy.STRICT.with(Duplicates.MEAN)).regular(given, "sales");
    assertThat(regular).hasSize(3);
    assertThat(regular.get(1))
        .isEqualTo(
            new Sale(
                FIRST.plusDays(1),
                5, // 4.5, rounded
                2.25,
                1f,
                OptionalDouble.of(1),
                OptionalInt.of(1),
                "shop 1",
                "sun 1"));
  }

  @Test
  void numbersBetweenTwoStepsAreInterpolatedOverALeapDay() {
    List<Sale> given = List.of(sale(0, 10, 2f), sale(1, 10, 2f), sale(4, 40, 5f));
    List<Sale> regular = axis(TimePolicy.STRICT.with(Holes.INTERPOLATE)).regular(given, "sales");
    assertThat(regular.stream().map(Sale::day).toList())
        .containsExactly(
            FIRST,
            LocalDate.of(2024, 2, 28),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2024, 3, 1),
            LocalDate.of(2024, 3, 2))
        .inOrder();
    Sale leap = regular.get(2);
    assertThat(leap.count()).isEqualTo(20);
    assertThat(leap.price()).isWithin(1e-12).of(10);
    assertThat(leap.rating()).isEqualTo(3f);
    assertThat(leap.visitors()).hasValue(3);
    assertThat(leap.shop()).isEqualTo("shop 1");
  }

  @Test
  void aNumberIsMissingBetweenStepsOfWhichOneHasNone() {
    List<Sale> given = List.of(sale(0, 1, 2f), sale(1, 1, 2f), sale(3, 1, null));
    Sale made = axis(TimePolicy.STRICT.with(Holes.INTERPOLATE)).regular(given, "sales").get(2);
    assertThat(made.rating()).isNull();
    assertThat(made.rain()).isEmpty();
    assertThat(made.visitors()).isEmpty();
  }

  @Test
  void aStepIsRepeated() {
    List<Sale> given = List.of(sale(0, 1, 2f), sale(1, 7, 3f), sale(3, 1, 4f));
    Sale made = axis(TimePolicy.STRICT.with(Holes.FORWARD)).regular(given, "sales").get(2);
    assertThat(made)
        .isEqualTo(
            new Sale(
                FIRST.plusDays(2),
                7,
                3.5,
                3f,
                OptionalDouble.of(3),
                OptionalInt.of(3),
                "shop 1",
                "sun 1"));
  }

  @Test
  void whatMayBeNullIsMissingAndWhatMayNotIsSaid() {
    List<Sale> given = List.of(sale(0, 1, 2f), sale(1, 7, 3f), sale(3, 1, 4f));
    TimePolicy missing = TimePolicy.STRICT.with(Holes.MISSING);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> axis(missing).regular(given, "sales"));
    assertThat(refused)
        .hasMessageThat()
        .isEqualTo(
            "count has a primitive type, so that no step can be without it: choose Holes.FORWARD"
                + " or INTERPOLATE, or make it a type that may be null");
    RegularTimes<Sale> boxed =
        RegularTimes.mixing(
            Sale::day,
            missing,
            step ->
                new Sale(
                    step.at(LocalDate.class),
                    0,
                    0,
                    step.nullable(Sale::rating, value -> (float) value),
                    step.optionalDouble(Sale::rain),
                    step.optionalInt(Sale::visitors),
                    step.same(Sale::shop),
                    step.sameOrMissing(Sale::weather)));
    Sale made = boxed.regular(given, "sales").get(2);
    assertThat(made)
        .isEqualTo(
            new Sale(
                FIRST.plusDays(2),
                0,
                0,
                null,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                "shop 1",
                null));
  }
}
