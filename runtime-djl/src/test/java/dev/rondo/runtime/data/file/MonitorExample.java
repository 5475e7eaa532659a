package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.Arguments;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is generated for {@code Verdict check(List<Reading> readings)}. */
final class MonitorExample {
  private final List<Reading> readings;
  private final Verdict expected;

  MonitorExample(List<Reading> readings, Verdict expected) {
    this.readings = Arguments.copyOf(readings, "readings");
    this.expected = Arguments.notNull(expected, "expected");
  }

  static List<MonitorExample> read(Path file, ReadOption... options) {
    return stream(file, options).toList();
  }

  static ExampleSource<MonitorExample> stream(Path file, ReadOption... options) {
    return ExampleSource.of(file, MonitorExample::example, options);
  }

  private static RecordReader<MonitorExample> example(Columns columns) {
    SequenceColumn<List<Reading>> readings = columns.list("readings", MonitorExample::reading);
    RecordReader<Verdict> expected = verdict(columns.nested("expected"));
    return cells -> new MonitorExample(readings.of(cells), expected.read(cells));
  }

  private static RecordReader<Reading> reading(Columns columns) {
    NumberColumn load = columns.number("load");
    RecordReader<Engine> engine = engine(columns.nested("engine"));
    ConstantColumn<DayOfWeek> day = columns.constant("day", DayOfWeek.values());
    NumberColumn oil = columns.number("oil");
    return cells ->
        new Reading(load.toFloat(cells), engine.read(cells), day.of(cells), oil.floatOrNull(cells));
  }

  private static RecordReader<Engine> engine(Columns columns) {
    NumberColumn rpm = columns.number("rpm");
    return cells -> new Engine(rpm.toInt(cells));
  }

  private static RecordReader<Verdict> verdict(Columns columns) {
    ConstantColumn<Condition> condition = columns.constant("condition", Condition.values());
    NumberColumn remaining = columns.number("remaining");
    return cells -> new Verdict(condition.of(cells), remaining.toFloat(cells));
  }

  List<Reading> readings() {
    return readings;
  }

  Verdict expected() {
    return expected;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MonitorExample that
        && readings.equals(that.readings)
        && expected.equals(that.expected);
  }

  @Override
  public int hashCode() {
    return Objects.hash(readings, expected);
  }

  @Override
  public String toString() {
    return "MonitorExample[readings=" + readings + ", expected=" + expected + "]";
  }
}
