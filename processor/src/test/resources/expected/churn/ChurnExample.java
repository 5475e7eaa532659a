package churn;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.file.Columns;
import dev.rondo.runtime.data.file.ConstantsColumn;
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

/**
 * One example for {@link Churn}: what {@link Churn#churns} is given, and what it should answer.
 * Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class ChurnExample {
  private final Customer customer;
  private final boolean expected;

  /**
   * Creates an example.
   *
   * @param customer the inputs
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public ChurnExample(Customer customer, boolean expected) {
    this.customer = Arguments.notNull(customer, "customer");
    this.expected = expected;
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
  public static List<ChurnExample> read(Path file, ReadOption... options) {
    return stream(file, options).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleSource<ChurnExample> stream(Path file, ReadOption... options) {
    return ExampleSource.of(file, ChurnExample::example, options);
  }

  /** Returns the inputs. */
  public Customer customer() {
    return customer;
  }

  /** Returns the right answer. */
  public boolean expected() {
    return expected;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChurnExample that
        && customer.equals(that.customer)
        && expected == that.expected;
  }

  @Override
  public int hashCode() {
    return Objects.hash(customer, expected);
  }

  @Override
  public String toString() {
    return "ChurnExample[customer=" + customer + ", expected=" + expected + "]";
  }

  private static RecordReader<ChurnExample> example(Columns columns) {
    RecordReader<Customer> customer = customer(columns.nested("customer"));
    FlagColumn expected = columns.flag("expected");
    return cells -> new ChurnExample(customer.read(cells), expected.of(cells));
  }

  private static RecordReader<Profile> profile(Columns columns) {
    NumberColumn age = columns.number("age");
    ValueColumn<LocalDate> since = columns.value("since", TextFormat.LOCAL_DATE);
    ConstantsColumn<Channel> channels = columns.constants("channels", Channel.values());
    return cells -> new Profile(age.toInt(cells), since.of(cells), channels.of(cells));
  }

  private static RecordReader<Click> click(Columns columns) {
    TextColumn page = columns.text("page");
    NumberColumn seconds = columns.number("seconds");
    return cells -> new Click(page.of(cells), seconds.toFloat(cells));
  }

  private static RecordReader<Customer> customer(Columns columns) {
    RecordReader<Profile> profile = profile(columns.nested("profile"));
    SequenceColumn<List<Click>> clicks = columns.list("clicks", ChurnExample::click);
    return cells -> new Customer(profile.read(cells), clicks.of(cells));
  }
}
