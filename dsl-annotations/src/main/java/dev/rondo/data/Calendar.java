package dev.rondo.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which parts of the calendar a time is read by, and in which time zone.
 *
 * <p>Every {@code java.time} value with a date or a time of day becomes calendar features: for each
 * field a sine and a cosine of its place in the cycle, so that 23:59 is next to 00:00. Without this
 * annotation the fields are hour of day, day of week and day of year, as far as the type has them.
 * The time of day counts to its fraction of a day, the day of year by the length of its year.
 *
 * <pre>{@code
 * record Load(float megawatts,
 *     @Calendar(fields = CalendarField.HOUR_OF_DAY, zone = "Europe/Berlin") Instant at) {}
 * }</pre>
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Calendar {
  /**
   * The parts of the calendar, in the order of the features. Empty: {@link
   * CalendarField#HOUR_OF_DAY}, {@link CalendarField#DAY_OF_WEEK} and {@link
   * CalendarField#DAY_OF_YEAR}, as far as the type has them.
   */
  CalendarField[] fields() default {};

  /**
   * The time zone that an {@link java.time.Instant Instant}, {@link java.time.ZonedDateTime
   * ZonedDateTime} or {@link java.time.OffsetDateTime OffsetDateTime} is read in, by its name, such
   * as {@code "Europe/Berlin"}. Empty: an {@code Instant} is read in UTC, the others in the zone or
   * offset that they carry. An error on types without one.
   */
  String zone() default "";
}
