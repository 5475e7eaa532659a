package dev.rondo.runtime.series;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeStepTest {
  private static boolean days(String before, String after) {
    return TimeStep.of(Period.ofDays(1)).isGap(LocalDate.parse(before), LocalDate.parse(after));
  }

  private static boolean months(String before, String after) {
    return TimeStep.of(Period.ofMonths(1)).isGap(LocalDate.parse(before), LocalDate.parse(after));
  }

  @Test
  void aStepOnTheClockIsBehindAGapIfItIsHalfAStepLate() {
    TimeStep hour = TimeStep.of(Duration.ofHours(1));
    Instant start = Instant.parse("2024-03-01T00:00:00Z");
    assertThat(hour.isGap(start, start.plusSeconds(3600))).isFalse();
    assertThat(hour.isGap(start, start.plusSeconds(5399))).isFalse();
    assertThat(hour.isGap(start, start.plusSeconds(5400))).isTrue();
    assertThat(hour.isGap(start, start.plusSeconds(7200))).isTrue();
    assertThat(hour.isGap(start, start)).isFalse();
    assertThat(hour.isGap(start, start.minusSeconds(36000))).isFalse();
  }

  @Test
  void aStepOnTheCalendarIsBehindAGapIfAWholeOneIsMissing() {
    assertThat(days("2024-02-28", "2024-02-29")).isFalse();
    assertThat(days("2024-02-28", "2024-03-01")).isTrue();
    // ends of months
    assertThat(months("2024-01-31", "2024-02-29")).isFalse();
    assertThat(months("2024-02-29", "2024-03-31")).isFalse();
    assertThat(months("2024-01-31", "2024-03-31")).isTrue();
    assertThat(months("2023-12-31", "2024-02-29")).isTrue();
    // a day with 23 hours, and one with 25
    TimeStep day = TimeStep.of(Period.ofDays(1));
    for (String noon :
        List.of("2024-03-30T12:00+01:00[Europe/Berlin]", "2024-10-26T12:00+02:00[Europe/Berlin]")) {
      ZonedDateTime before = ZonedDateTime.parse(noon);
      assertThat(day.isGap(before, before.plusDays(1))).isFalse();
      assertThat(day.isGap(before, before.plusDays(2))).isTrue();
    }
    assertThat(TimeStep.of(Period.ofYears(1)).isGap(Year.of(2020), Year.of(2021))).isFalse();
    assertThat(TimeStep.of(Period.ofYears(1)).isGap(Year.of(2020), Year.of(2022))).isTrue();
  }

  @Test
  void stepsAndStampsAreReadAsTheyWereWritten() {
    for (TimeStep step :
        List.of(
            TimeStep.of(Duration.ofMinutes(5)),
            TimeStep.of(Period.ofDays(7)),
            TimeStep.of(Period.ofMonths(3)))) {
      assertThat(TimeStep.parse(step.toString())).isEqualTo(step);
    }
    assertThat(assertThrows(IllegalArgumentException.class, () -> TimeStep.parse("hourly")))
        .hasMessageThat()
        .isEqualTo("step is \"hourly\", no duration or period");
    List<Temporal> stamps =
        List.of(
            Instant.parse("2024-02-29T01:02:03.5Z"),
            LocalDateTime.of(2024, 2, 29, 0, 0),
            ZonedDateTime.parse("2024-10-27T02:30+02:00[Europe/Berlin]"),
            OffsetDateTime.parse("2024-10-27T02:30+02:00"),
            LocalDate.of(2024, 2, 29),
            YearMonth.of(2024, 2),
            Year.of(805));
    for (Temporal stamp : stamps) {
      assertThat(StampText.parse(StampText.of(stamp))).isEqualTo(stamp);
    }
    for (String wrong : List.of("", "2024", "LocalDate 2024", "Year x", "Date 2024-01-01")) {
      assertThrows(IllegalArgumentException.class, () -> StampText.parse(wrong));
    }
  }
}
