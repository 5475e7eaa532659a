package dialect;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * One example for {@link Dialect}: what {@link Dialect#rewrite} is given, and what it should
 * answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class DialectExample {
  private final String state;
  private final String expected;

  /**
   * Creates an example.
   *
   * @param state the text
   * @param expected the text that is to be written
   * @throws IllegalArgumentException if a value is null
   */
  public DialectExample(String state, String expected) {
    this.state = Arguments.notNull(state, "state");
    this.expected = Arguments.notNull(expected, "expected");
  }

  /**
   * Reads all examples of a file into memory.
   *
   * <p>The file is tab-separated ({@code .tsv}, {@code .txt}) or comma-separated ({@code
   * .csv}). Its columns are {@code state}, {@code expected}; see {@link ExampleFile}.
   */
  public static List<DialectExample> read(Path file) {
    return stream(file).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleFile<DialectExample> stream(Path file) {
    return ExampleFile.of(
        file,
        List.of("state", "expected"),
        row -> new DialectExample(row.text("state"), row.text("expected")));
  }

  /** Returns the text. */
  public String state() {
    return state;
  }

  /** Returns the text that is to be written. */
  public String expected() {
    return expected;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DialectExample that
        && state.equals(that.state)
        && expected.equals(that.expected);
  }

  @Override
  public int hashCode() {
    return Objects.hash(state, expected);
  }

  @Override
  public String toString() {
    return "DialectExample[state=" + state + ", expected=" + expected + "]";
  }
}
