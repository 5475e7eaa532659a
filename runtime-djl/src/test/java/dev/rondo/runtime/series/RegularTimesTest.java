package dev.rondo.runtime.series;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegularTimesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private record Step(Temporal at, double value) {}

  private static final class Maker implements StepMaker<Step> {
    @Override
    public Step mean(List<Step> same) {
      double mean = same.stream().mapToDouble(Step::value).average().orElseThrow();
      return new Step(same.get(0).at(), mean);
    }

    @Override
    public Step forward(Step before, Temporal stamp) {
      return new Step(stamp, before.value());
    }

    @Override
    public Step between(Step before, Step after, double share, Temporal stamp) {
      return new Step(stamp, before.value() + share * (after.value() - before.value()));
    }

    @Override
    public Step missing(Step before, Temporal stamp) {
      return new Step(stamp, Double.NaN);
    }
  }

  private static RegularTimes<Step> axis(TimePolicy policy, @Nullable TimeStep step) {
    RegularTimes<Step> axis = RegularTimes.of(Step::at, policy, new Maker());
    return step == null ? axis : axis.every(step);
  }

  private static LocalDateTime hour(int hour) {
    return LocalDateTime.of(2024, 1, 1, 0, 0).plusHours(hour);
  }

  private static List<Step> hours(int... hours) {
    List<Step> steps = new ArrayList<>();
    for (int hour : hours) {
      steps.add(new Step(hour(hour), hour));
    }
    return steps;
  }

  private static String refusal(TimePolicy policy, List<Step> steps) {
    return String.valueOf(
        assertThrows(
                IllegalArgumentException.class, () -> axis(policy, null).regular(steps, "pump 7"))
            .getMessage());
  }

  private static TimeStep found(Temporal... stamps) {
    return TimeGrid.find(List.of(stamps)).step();
  }

  @Test
  void regularSeriesAreHandedBackAsTheyAre() {
    List<Step> steps = hours(0, 1, 2, 3);
    assertThat(axis(TimePolicy.STRICT, null).regular(steps, "s")).isSameInstanceAs(steps);
    assertThat(axis(TimePolicy.STRICT, null).inspect(steps, "s").toString())
        .isEqualTo("every PT1H");
    assertThat(axis(TimePolicy.STRICT, null).regular(hours(5), "s")).hasSize(1);
  }

  @Test
  void whatIsIrregularIsReportedWithTheFirstThreeStamps() {
    assertThat(refusal(TimePolicy.STRICT, hours(0, 1, 2, 7, 8, 9, 10, 11)))
        .isEqualTo(
            "pump 7 is not regular: every PT1H, steps missing: 4 (2024-01-01T03:00,"
                + " 2024-01-01T04:00, 2024-01-01T05:00, …); repair it, or choose Holes.FORWARD,"
                + " INTERPOLATE or MISSING");
    assertThat(refusal(TimePolicy.STRICT, hours(0, 1, 1, 2, 3)))
        .contains("with the stamp of one before: 1 (2024-01-01T01:00)");
    assertThat(refusal(TimePolicy.STRICT, hours(0, 2, 1, 3)))
        .contains("behind a later one: 1 (2024-01-01T01:00)");
    assertThat(refusal(TimePolicy.STRICT.with(Disorder.SORT), hours(0, 2, 1, 1, 3)))
        .endsWith("choose Duplicates.FIRST, LAST or MEAN");
  }

  @Test
  void policiesRepairAsTheyAreNamed() {
    TimePolicy sort = TimePolicy.STRICT.with(Disorder.SORT);
    assertThat(axis(sort, null).regular(hours(0, 3, 1, 2), "s")).isEqualTo(hours(0, 1, 2, 3));

    List<Step> twice =
        List.of(
            new Step(hour(0), 1), new Step(hour(1), 2), new Step(hour(1), 6), new Step(hour(2), 3));
    assertThat(values(sort.with(Duplicates.FIRST), twice)).containsExactly(1.0, 2.0, 3.0).inOrder();
    assertThat(values(sort.with(Duplicates.LAST), twice)).containsExactly(1.0, 6.0, 3.0).inOrder();
    assertThat(values(sort.with(Duplicates.MEAN), twice)).containsExactly(1.0, 4.0, 3.0).inOrder();

    List<Step> hole = hours(0, 1, 2, 6, 7);
    assertThat(values(sort.with(Holes.FORWARD), hole))
        .containsExactly(0.0, 1.0, 2.0, 2.0, 2.0, 2.0, 6.0, 7.0)
        .inOrder();
    assertThat(axis(sort.with(Holes.INTERPOLATE), null).regular(hole, "s"))
        .isEqualTo(hours(0, 1, 2, 3, 4, 5, 6, 7));
    assertThat(values(sort.with(Holes.MISSING), hole))
        .containsExactly(0.0, 1.0, 2.0, Double.NaN, Double.NaN, Double.NaN, 6.0, 7.0)
        .inOrder();
  }

  private static List<Double> values(TimePolicy policy, List<Step> steps) {
    return axis(policy, null).regular(steps, "s").stream().map(Step::value).toList();
  }

  @Test
  void shuffledSeriesWithHolesComeOutWhole() {
    Random random = new Random(9);
    for (int run = 0; run < 50; run++) {
      List<Step> whole = hours(java.util.stream.IntStream.range(0, 60).toArray());
      List<Step> kept = new ArrayList<>(whole);
      for (int i = 0; i < 12; i++) {
        kept.remove(1 + random.nextInt(kept.size() - 2));
      }
      kept.add(kept.get(random.nextInt(kept.size())));
      Collections.shuffle(kept, random);
      TimePolicy policy = new TimePolicy(Disorder.SORT, Duplicates.FIRST, Holes.INTERPOLATE);
      List<Step> repaired = axis(policy, TimeStep.of(Duration.ofHours(1))).regular(kept, "s");
      assertThat(repaired.stream().map(Step::at))
          .containsExactlyElementsIn(whole.stream().map(Step::at).toList())
          .inOrder();
      for (int i = 0; i < 60; i++) {
        assertThat(repaired.get(i).value()).isWithin(1e-9).of(i);
      }
    }
  }

  @Test
  void hoursOfAZoneGoOnOverChangesOfTheClock() {
    ZonedDateTime start = ZonedDateTime.of(2024, 3, 30, 22, 0, 0, 0, BERLIN);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      steps.add(new Step(start.plusHours(i), i)); // no 02:00 on 31 March
    }
    TimeReport report = axis(TimePolicy.STRICT, null).inspect(steps, "s");
    assertThat(report.regular()).isTrue();
    assertThat(report.step()).isEqualTo(TimeStep.of(Duration.ofHours(1)));

    List<Step> local =
        steps.stream()
            .map(s -> new Step(((ZonedDateTime) s.at()).toLocalDateTime(), s.value()))
            .toList();
    assertThat(axis(TimePolicy.STRICT, null).inspect(local, "s").firstHoles())
        .containsExactly(LocalDateTime.of(2024, 3, 31, 2, 0));
  }

  @Test
  void theHourThatIsThereTwiceInAutumnIsADuplicateOfLocalTimeOnly() {
    ZonedDateTime start = ZonedDateTime.of(2024, 10, 27, 0, 0, 0, 0, BERLIN);
    List<Step> zoned = new ArrayList<>();
    List<Step> local = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      zoned.add(new Step(start.plusHours(i), i));
      local.add(new Step(start.plusHours(i).toLocalDateTime(), i));
    }
    assertThat(axis(TimePolicy.STRICT, null).inspect(zoned, "s").regular()).isTrue();
    assertThat(axis(TimePolicy.STRICT, null).inspect(local, "s").firstDuplicates())
        .containsExactly(LocalDateTime.of(2024, 10, 27, 2, 0));
  }

  @Test
  void daysOfAZoneKeepTheirTimeOfDay() {
    ZonedDateTime start = ZonedDateTime.of(2024, 3, 25, 18, 0, 0, 0, BERLIN);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      steps.add(new Step(start.plusDays(i), i));
    }
    TimeReport report = axis(TimePolicy.STRICT, null).inspect(steps, "s");
    assertThat(report.regular()).isTrue();
    assertThat(report.step().amount()).isEqualTo(Period.ofDays(1));
  }

  @Test
  void monthsEndOnTheirLastDayAndYearsHaveLeapDays() {
    TimeGrid ends =
        TimeGrid.find(
            List.of(
                LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 31), LocalDate.of(2024, 4, 30)));
    assertThat(ends.step().amount()).isEqualTo(Period.ofMonths(1));
    assertThat(ends.at(12)).isEqualTo(LocalDate.of(2025, 2, 28));
    assertThat(ends.index(LocalDate.of(2028, 2, 29)).orElseThrow()).isEqualTo(48);
    assertThat(ends.index(LocalDate.of(2028, 2, 28)).isPresent()).isFalse();

    TimeGrid leap = TimeGrid.find(List.of(LocalDate.of(2020, 2, 29), LocalDate.of(2021, 2, 28)));
    assertThat(leap.step().amount()).isEqualTo(Period.ofYears(1));
    assertThat(leap.at(4)).isEqualTo(LocalDate.of(2024, 2, 29));

    TimeGrid days = TimeGrid.find(List.of(LocalDate.of(2024, 2, 27), LocalDate.of(2024, 2, 28)));
    assertThat(days.at(2)).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(days.at(3)).isEqualTo(LocalDate.of(2024, 3, 1));
  }

  @Test
  void stepsAreFoundForEachKindOfStamp() {
    assertThat(found(YearMonth.of(2024, 11), YearMonth.of(2025, 2), YearMonth.of(2025, 5)))
        .isEqualTo(TimeStep.of(Period.ofMonths(3)));
    assertThat(found(Year.of(1999), Year.of(2000))).isEqualTo(TimeStep.of(Period.ofYears(1)));
    assertThat(found(Instant.EPOCH, Instant.EPOCH.plusSeconds(300)))
        .isEqualTo(TimeStep.of(Duration.ofMinutes(5)));
    assertThat(found(LocalDate.of(2024, 1, 5), LocalDate.of(2024, 1, 12)))
        .isEqualTo(TimeStep.of(Period.ofDays(7)));
  }

  @Test
  void stampsBetweenStepsAndMissingStepsAreErrors() {
    List<Step> between = new ArrayList<>(hours(0, 1, 2, 3));
    between.add(new Step(hour(4).plusMinutes(7), 4));
    assertThat(refusal(TimePolicy.STRICT, between))
        .isEqualTo(
            "pump 7: steps between the stamps every PT1H from 2024-01-01T00:00: 1"
                + " (2024-01-01T04:07); tell another step, or round the stamps");
    assertThat(refusal(TimePolicy.STRICT, hours(0, 1, 3, 7, 8, 13, 20)))
        .contains("no step is that of at least half of the 6 neighbours (PT1H has most, 2)");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> TimeGrid.of(TimeStep.of(Duration.ofHours(1)), List.of(Year.of(2000)))))
        .hasMessageThat()
        .isEqualTo("stamps of type Year cannot be PT1H apart");
    assertThrows(IllegalArgumentException.class, () -> TimeStep.of(Period.of(0, 1, 1)));
    assertThrows(IllegalArgumentException.class, () -> TimeStep.of(Duration.ZERO));
    assertThrows(
        IllegalArgumentException.class,
        () -> RegularTimes.of(Step::at, TimePolicy.STRICT.with(Holes.FORWARD)));
  }
}
