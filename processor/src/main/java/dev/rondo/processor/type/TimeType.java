package dev.rondo.processor.type;

/** A type of {@code java.time} that is read by the calendar, or by the time since the last one. */
public enum TimeType {
  INSTANT("Instant", true, true, true),
  ZONED_DATE_TIME("ZonedDateTime", true, true, true),
  OFFSET_DATE_TIME("OffsetDateTime", true, true, true),
  LOCAL_DATE_TIME("LocalDateTime", true, true, false),
  LOCAL_DATE("LocalDate", true, false, false),
  LOCAL_TIME("LocalTime", false, true, false),
  OFFSET_TIME("OffsetTime", false, true, false);

  private final String simpleName;
  private final boolean date;
  private final boolean time;
  private final boolean zoned;

  TimeType(String simpleName, boolean date, boolean time, boolean zoned) {
    this.simpleName = simpleName;
    this.date = date;
    this.time = time;
    this.zoned = zoned;
  }

  /** Returns the name in {@code java.time}. */
  public String simpleName() {
    return simpleName;
  }

  /** Returns the qualified name. */
  public String javaName() {
    return "java.time." + simpleName;
  }

  /** Returns whether it has a date. */
  public boolean hasDate() {
    return date;
  }

  /** Returns whether it has a time of day. */
  public boolean hasTime() {
    return time;
  }

  /** Returns whether it is a place on the time line that a time zone can be read for. */
  public boolean isZoned() {
    return zoned;
  }

  /** Returns whether the time between two values can be told: whether it has a date. */
  public boolean isElapsed() {
    return date;
  }
}
