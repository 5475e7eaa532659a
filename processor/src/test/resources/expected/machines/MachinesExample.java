package machines;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.file.Columns;
import dev.rondo.runtime.data.file.ConstantColumn;
import dev.rondo.runtime.data.file.ExampleSource;
import dev.rondo.runtime.data.file.Grouping;
import dev.rondo.runtime.data.file.NumberColumn;
import dev.rondo.runtime.data.file.ReadOption;
import dev.rondo.runtime.data.file.RecordReader;
import dev.rondo.runtime.data.file.SequenceColumn;
import dev.rondo.runtime.data.file.TextColumn;
import dev.rondo.runtime.data.file.TextFormat;
import dev.rondo.runtime.data.file.ValueColumn;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * One example for {@link Machines}: what {@link Machines#check} is given, and what it should
 * answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class MachinesExample {
  private final List<Reading> readings;
  private final Verdict expected;

  /**
   * Creates an example.
   *
   * @param readings the input {@code readings}
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public MachinesExample(List<Reading> readings, Verdict expected) {
    this.readings = Arguments.copyOf(readings, "readings");
    this.expected = Arguments.notNull(expected, "expected");
  }

  /**
   * Reads all examples of a file into memory.
   *
   * <p>The file is comma-separated ({@code .csv}) or tab-separated ({@code .tsv}) with a header,
   * JSON Lines ({@code .jsonl}), or a file of series ({@code .ts}), perhaps compressed ({@code
   * .gz}). Its columns are called like the components; {@link Grouping#by} says which rows are the
   * steps of one example.
   *
   * @param options how rows are grouped, and what is done with wrong ones
   * @throws ExampleFileException if the file cannot be read, naming line, column, value and what
   *     was expected
   */
  public static List<MachinesExample> read(Path file, ReadOption... options) {
    return stream(file, options).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleSource<MachinesExample> stream(Path file, ReadOption... options) {
    return ExampleSource.of(file, MachinesExample::example, options);
  }

  /** Returns the input {@code readings}. */
  public List<Reading> readings() {
    return readings;
  }

  /** Returns the right answer. */
  public Verdict expected() {
    return expected;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MachinesExample that
        && readings.equals(that.readings)
        && expected.equals(that.expected);
  }

  @Override
  public int hashCode() {
    return Objects.hash(readings, expected);
  }

  @Override
  public String toString() {
    return "MachinesExample[readings=" + readings + ", expected=" + expected + "]";
  }

  private static RecordReader<MachinesExample> example(Columns columns) {
    SequenceColumn<List<Reading>> readings = columns.list("readings", MachinesExample::reading);
    RecordReader<Verdict> expected = verdict(columns.nested("expected"));
    return cells -> new MachinesExample(readings.of(cells), expected.read(cells));
  }

  private static RecordReader<Engine> engine(Columns columns) {
    NumberColumn rpm = columns.number("rpm");
    NumberColumn oil = columns.number("oil").missing();
    return cells -> new Engine(rpm.toInt(cells), oil.toFloat(cells));
  }

  private static RecordReader<Reading> reading(Columns columns) {
    NumberColumn load = columns.number("load");
    RecordReader<Engine> engine = engine(columns.nested("engine"));
    ConstantColumn<DayOfWeek> day = columns.constant("day", DayOfWeek.values());
    TextColumn site = columns.text("site");
    NumberColumn humidity = columns.number("humidity");
    ValueColumn<Instant> at = columns.value("at", TextFormat.INSTANT);
    return cells ->
        new Reading(
            load.toDouble(cells),
            engine.read(cells),
            day.of(cells),
            site.of(cells),
            humidity.doubleOrNull(cells),
            at.of(cells));
  }

  private static RecordReader<Verdict> verdict(Columns columns) {
    ConstantColumn<Condition> condition = columns.constant("condition", Condition.values());
    NumberColumn remaining = columns.number("remaining");
    return cells -> new Verdict(condition.of(cells), remaining.toFloat(cells));
  }
}
