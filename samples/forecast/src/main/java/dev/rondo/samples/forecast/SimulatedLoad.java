package dev.rondo.samples.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The hourly load of a town: it follows the day, the week and the year, grows, is lower on
 * holidays, and has noise that stays for a while.
 */
final class SimulatedLoad {
  private static final LocalDateTime START = LocalDateTime.of(2023, 1, 1, 0, 0);
  private static final Set<MonthDay> HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(10, 3),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));
  private static final double LEVEL = 500;
  private static final double GROWTH = 60; // a year
  private static final double MORNING = 8;
  private static final double EVENING = 19;

  private SimulatedLoad() {}

  /** Returns so many hours, decided by the seed. */
  static List<Point> simulate(long seed, int hours) {
    Random random = new Random(seed);
    List<Point> points = new ArrayList<>();
    double drift = 0;
    for (int t = 0; t < hours; t++) {
      LocalDateTime at = START.plusHours(t);
      drift = 0.95 * drift + 6 * random.nextGaussian();
      boolean holiday = isHoliday(at.toLocalDate());
      points.add(new Point(at, load(at, holiday, t) + drift + 5 * random.nextGaussian(), holiday));
    }
    return points;
  }

  private static boolean isHoliday(LocalDate day) {
    return HOLIDAYS.contains(MonthDay.from(day));
  }

  private static double load(LocalDateTime at, boolean holiday, int t) {
    boolean weekend =
        at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
    double busy = holiday ? 0.4 : weekend ? 0.6 : 1;
    double hour = at.getHour();
    double day = 150 * busy * peak(hour, MORNING, 3) + 180 * peak(hour, EVENING, 2.5);
    double year = 80 * Math.cos(2 * Math.PI * at.getDayOfYear() / 365.25);
    return LEVEL + GROWTH * t / (365.25 * 24) + day + year;
  }

  private static double peak(double hour, double at, double width) {
    return Math.exp(-Math.pow((hour - at) / width, 2) / 2);
  }
}
