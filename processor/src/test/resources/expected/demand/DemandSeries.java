package demand;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.file.Columns;
import dev.rondo.runtime.data.file.ConstantColumn;
import dev.rondo.runtime.data.file.ExampleSource;
import dev.rondo.runtime.data.file.FlagColumn;
import dev.rondo.runtime.data.file.Grouping;
import dev.rondo.runtime.data.file.NumberColumn;
import dev.rondo.runtime.data.file.ReadOption;
import dev.rondo.runtime.data.file.RecordReader;
import dev.rondo.runtime.data.file.SequenceColumn;
import dev.rondo.runtime.data.file.TextColumn;
import dev.rondo.runtime.data.file.TextFormat;
import dev.rondo.runtime.data.file.ValueColumn;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** One series for {@link Demand}: its steps, and what is constant in it. Immutable. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class DemandSeries {
  private final List<Day> history;
  private final Store store;
  private final Region region;

  /**
   * Creates a series.
   *
   * @param history the steps of the series, in the order of time
   * @param store the constant {@code store}
   * @param region the constant {@code region}
   * @throws IllegalArgumentException if a value is null
   */
  public DemandSeries(List<Day> history, Store store, Region region) {
    this.history = Arguments.copyOf(history, "history");
    this.store = Arguments.notNull(store, "store");
    this.region = Arguments.notNull(region, "region");
  }

  /**
   * Reads all series of a file into memory.
   *
   * <p>The file is comma-separated ({@code .csv}) or tab-separated ({@code .tsv}) with a header,
   * one step a row, or JSON Lines ({@code .jsonl}), perhaps compressed ({@code .gz}).
   *
   * <p>Its columns are called like the components. {@link Grouping#by} says which rows are the
   * steps of one series; what is constant is the same in all of them.
   *
   * @param options how rows are grouped, and what is done with wrong ones
   * @throws ExampleFileException if the file cannot be read, naming line, column, value and what
   *     was expected
   */
  public static List<DemandSeries> read(Path file, ReadOption... options) {
    return stream(file, options).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleSource<DemandSeries> stream(Path file, ReadOption... options) {
    return ExampleSource.of(file, DemandSeries::series, options);
  }

  /** Returns the steps of the series, in the order of time. */
  public List<Day> history() {
    return history;
  }

  /** Returns the constant {@code store}. */
  public Store store() {
    return store;
  }

  /** Returns the constant {@code region}. */
  public Region region() {
    return region;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DemandSeries that
        && history.equals(that.history)
        && store.equals(that.store)
        && region.equals(that.region);
  }

  @Override
  public int hashCode() {
    return Objects.hash(history, store, region);
  }

  @Override
  public String toString() {
    return "DemandSeries[history=" + history + ", store=" + store + ", region=" + region + "]";
  }

  private static RecordReader<DemandSeries> series(Columns columns) {
    SequenceColumn<List<Day>> history = columns.list("history", DemandSeries::day);
    RecordReader<Store> store = store(columns.nested("store"));
    ConstantColumn<Region> region = columns.constant("region", Region.values());
    return cells -> new DemandSeries(history.of(cells), store.read(cells), region.of(cells));
  }

  private static RecordReader<Day> day(Columns columns) {
    ValueColumn<LocalDate> date = columns.value("date", TextFormat.LOCAL_DATE);
    NumberColumn sold = columns.number("sold");
    FlagColumn open = columns.flag("open");
    return cells -> new Day(date.of(cells), sold.toFloat(cells), open.of(cells));
  }

  private static RecordReader<Store> store(Columns columns) {
    TextColumn id = columns.text("id");
    NumberColumn area = columns.number("area");
    return cells -> new Store(id.of(cells), area.toFloat(cells));
  }
}
