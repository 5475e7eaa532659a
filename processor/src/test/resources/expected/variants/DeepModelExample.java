package variants;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * One example for {@link DeepModel}: what {@link DeepModel#judge} is given, and what it should
 * answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class DeepModelExample {
  private final String text;
  private final Verdict expected;

  /**
   * Creates an example.
   *
   * @param text the text
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public DeepModelExample(String text, Verdict expected) {
    this.text = Arguments.notNull(text, "text");
    this.expected = Arguments.notNull(expected, "expected");
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
    return text;
  }

  /** Returns the right answer. */
  public Verdict expected() {
    return expected;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeepModelExample that
        && text.equals(that.text)
        && expected == that.expected;
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, expected);
  }

  @Override
  public String toString() {
    return "DeepModelExample[text=" + text + ", expected=" + expected + "]";
  }
}
