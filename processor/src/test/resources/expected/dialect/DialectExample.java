package dialect;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFile;
import dev.rondo.runtime.data.PairExample;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * One example for {@link Dialect}: what {@link Dialect#rewrite} is given, and what it should
 * answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class DialectExample extends PairExample<String, String> {
  /**
   * Creates an example.
   *
   * @param state the text
   * @param expected the text that is to be written
   * @throws IllegalArgumentException if a value is null
   */
  public DialectExample(String state, String expected) {
    super("state", Arguments.notNull(state, "state"), Arguments.notNull(expected, "expected"));
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
    return input;
  }

  /** Returns the text that is to be written. */
  public String expected() {
    return expected;
  }
}
