package regressor;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.file.Columns;
import dev.rondo.runtime.data.file.ExampleSource;
import dev.rondo.runtime.data.file.Grouping;
import dev.rondo.runtime.data.file.NumberColumn;
import dev.rondo.runtime.data.file.ReadOption;
import dev.rondo.runtime.data.file.RecordReader;
import dev.rondo.runtime.data.file.SeriesColumn;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * One example for {@link Regressor}: what {@link Regressor#predict} is given, and what it should
 * answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class RegressorExample {
  private final float[] values;
  private final float expected;

  /**
   * Creates an example.
   *
   * @param values the input {@code values}
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public RegressorExample(float[] values, float expected) {
    this.values = Arguments.notNull(values, "values").clone();
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
  public static List<RegressorExample> read(Path file, ReadOption... options) {
    return stream(file, options).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleSource<RegressorExample> stream(Path file, ReadOption... options) {
    return ExampleSource.of(file, RegressorExample::example, options);
  }

  /** Returns the input {@code values}. */
  public float[] values() {
    return values.clone();
  }

  /** Returns the right answer. */
  public float expected() {
    return expected;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RegressorExample that
        && Arrays.equals(values, that.values)
        && Float.compare(expected, that.expected) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(values), expected);
  }

  @Override
  public String toString() {
    return "RegressorExample[values=" + Arrays.toString(values) + ", expected=" + expected + "]";
  }

  private static RecordReader<RegressorExample> example(Columns columns) {
    SeriesColumn<float[]> values = columns.floats("values");
    NumberColumn expected = columns.number("expected");
    return cells -> new RegressorExample(values.of(cells), expected.toFloat(cells));
  }
}
