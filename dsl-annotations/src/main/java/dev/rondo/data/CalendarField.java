package dev.rondo.data;

/** A part of the calendar that repeats. Each gives two features: its sine and its cosine. */
public enum CalendarField {
  /** The time of day, to the nanosecond: a cycle of 24 hours. */
  HOUR_OF_DAY,
  /** The day of the week: a cycle of seven days from Monday. */
  DAY_OF_WEEK,
  /** The day of the month: a cycle as long as the month is. */
  DAY_OF_MONTH,
  /** The day of the year: a cycle as long as the year is. */
  DAY_OF_YEAR
}
