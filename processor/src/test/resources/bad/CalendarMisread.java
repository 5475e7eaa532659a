package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Calendar;
import dev.rondo.data.CalendarField;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

@SequenceModel
@GRU(units = 4)
@Dense
interface CalendarMisread {
  boolean predict(List<Step> steps);
}

record Step(
    @Calendar(fields = {CalendarField.HOUR_OF_DAY, CalendarField.DAY_OF_WEEK}) LocalDate day, // error at 90: [RONDO-321] @Calendar on "day" of "steps" has HOUR_OF_DAY, but LocalDate has no time of day. Remove it.
    @Calendar(fields = CalendarField.DAY_OF_YEAR) LocalTime time, // error at 61: [RONDO-321] @Calendar on "time" of "steps" has DAY_OF_YEAR, but LocalTime has no date. Remove it.
    @Calendar(fields = {CalendarField.DAY_OF_MONTH, CalendarField.DAY_OF_MONTH}) Instant twice, // error at 90: [RONDO-321] @Calendar on "twice" of "steps" has DAY_OF_MONTH twice. Remove one of them.
    @Calendar(zone = "Europe/Berlin") LocalDateTime local, // error at 53: [RONDO-321] @Calendar on "local" of "steps" has zone = "Europe/Berlin", but LocalDateTime is read as it is: it is no point in time that zones see differently. Remove zone.
    @Calendar(zone = "Europe/Belrin") Instant at) {} // error at 47: [RONDO-330] @Calendar on "at" of "steps" has zone = "Europe/Belrin", which is no time zone. Did you mean "Europe/Berlin"? Write one such as "Europe/Berlin".
