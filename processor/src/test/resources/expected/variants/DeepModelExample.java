package variants;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFile;
import dev.rondo.runtime.data.PairExample;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * One example for {@link DeepModel}: what {@link DeepModel#judge} is given, and what it should
 * answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class DeepModelExample extends PairExample<String, Verdict> {
  /**
   * Creates an example.
   *
   * @param text the text
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public DeepModelExample(String text, Verdict expected) {
    super("text", Arguments.notNull(text, "text"), Arguments.notNull(expected, "expected"));
  }

  /**
   * Reads all examples of a file into memory.
   *
   * <p>The file is tab-separated ({@code .tsv}, {@code .txt}) or comma-separated ({@code
   * .csv}). Its columns are {@code text}, {@code expected}; see {@link ExampleFile}.
   */
  public static List<DeepModelExample> read(Path file) {
    return stream(file).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleFile<DeepModelExample> stream(Path file) {
    return ExampleFile.of(
        file,
        List.of("text", "expected"),
        row -> new DeepModelExample(row.text("text"), row.constant("expected", Verdict.values())));
  }

  /** Returns the text. */
  public String text() {
    return input;
  }

  /** Returns the right answer. */
  public Verdict expected() {
    return expected;
  }
}
