package fraud;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.file.Columns;
import dev.rondo.runtime.data.file.Conll;
import dev.rondo.runtime.data.file.ExampleSource;
import dev.rondo.runtime.data.file.FlagColumn;
import dev.rondo.runtime.data.file.Grouping;
import dev.rondo.runtime.data.file.NumberColumn;
import dev.rondo.runtime.data.file.ReadOption;
import dev.rondo.runtime.data.file.RecordReader;
import dev.rondo.runtime.data.file.SequenceColumn;
import dev.rondo.runtime.data.file.TextFormat;
import dev.rondo.runtime.data.file.ValueColumn;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * One example for {@link Fraud}: what {@link Fraud#fraud} is given, and what it should answer.
 * Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class FraudExample {
  private final List<Payment> card;
  private final List<Boolean> expected;

  /**
   * Creates an example.
   *
   * @param card the input {@code card}
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public FraudExample(List<Payment> card, List<Boolean> expected) {
    this.card = Arguments.copyOf(card, "card");
    this.expected = Arguments.copyOf(expected, "expected");
  }

  /**
   * Reads all examples of a file into memory.
   *
   * <p>The file is comma-separated ({@code .csv}) or tab-separated ({@code .tsv}) with a header,
   * JSON Lines ({@code .jsonl}), or a file of series ({@code .ts}), perhaps compressed ({@code
   * .gz}). Its columns are called like the components; {@link Grouping#by} says which rows are the
   * steps of one example.
   *
   * <p>Or it is a tagged corpus, such as CoNLL-U or CoNLL-2003, with one step a row and a blank
   * line behind each example: {@link Conll} says which columns are read.
   *
   * @param options how rows are grouped, which columns of a corpus are read, and what is done with
   *     wrong ones
   * @throws ExampleFileException if the file cannot be read, naming line, column, value and what
   *     was expected
   */
  public static List<FraudExample> read(Path file, ReadOption... options) {
    return stream(file, options).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleSource<FraudExample> stream(Path file, ReadOption... options) {
    return ExampleSource.of(file, FraudExample::example, options);
  }

  /** Returns the input {@code card}. */
  public List<Payment> card() {
    return card;
  }

  /** Returns the right answer. */
  public List<Boolean> expected() {
    return expected;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FraudExample that
        && card.equals(that.card)
        && expected.equals(that.expected);
  }

  @Override
  public int hashCode() {
    return Objects.hash(card, expected);
  }

  @Override
  public String toString() {
    return "FraudExample[card=" + card + ", expected=" + expected + "]";
  }

  private static RecordReader<FraudExample> example(Columns columns) {
    SequenceColumn<List<Payment>> card = columns.list("card", FraudExample::payment);
    SequenceColumn<List<Boolean>> expected =
        columns.list("expected", step -> step.flag("")::orNull);
    return cells -> new FraudExample(card.of(cells), expected.of(cells));
  }

  private static RecordReader<Payment> payment(Columns columns) {
    NumberColumn amount = columns.number("amount");
    FlagColumn abroad = columns.flag("abroad");
    ValueColumn<Instant> at = columns.value("at", TextFormat.INSTANT);
    return cells -> new Payment(amount.toDouble(cells), abroad.of(cells), at.of(cells));
  }
}
