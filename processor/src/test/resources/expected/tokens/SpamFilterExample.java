package tokens;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * One example for {@link SpamFilter}: what {@link SpamFilter#isSpam} is given, and what it should
 * answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class SpamFilterExample {
  private final List<String> words;
  private final boolean expected;

  /**
   * Creates an example.
   *
   * @param words the tokens, which are copied
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public SpamFilterExample(List<String> words, boolean expected) {
    this.words = Arguments.copyOf(words, "words");
    this.expected = expected;
  }

  /**
   * Reads all examples of a file into memory.
   *
   * <p>The file is tab-separated ({@code .tsv}, {@code .txt}) or comma-separated ({@code
   * .csv}). Its columns are {@code words}, {@code expected}; see {@link ExampleFile}.
   */
  public static List<SpamFilterExample> read(Path file) {
    return stream(file).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleFile<SpamFilterExample> stream(Path file) {
    return ExampleFile.of(
        file,
        List.of("words", "expected"),
        row -> new SpamFilterExample(row.tokens("words"), row.bool("expected")));
  }

  /** Returns the tokens; unmodifiable. */
  public List<String> words() {
    return words;
  }

  /** Returns the right answer. */
  public boolean expected() {
    return expected;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SpamFilterExample that
        && words.equals(that.words)
        && expected == that.expected;
  }

  @Override
  public int hashCode() {
    return Objects.hash(words, expected);
  }

  @Override
  public String toString() {
    return "SpamFilterExample[words=" + words + ", expected=" + expected + "]";
  }
}
