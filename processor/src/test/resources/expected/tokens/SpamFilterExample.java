package tokens;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFile;
import dev.rondo.runtime.data.PairExample;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * One example for {@link SpamFilter}: what {@link SpamFilter#isSpam} is given, and what it should
 * answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class SpamFilterExample extends PairExample<List<String>, Boolean> {
  /**
   * Creates an example.
   *
   * @param words the tokens, which are copied
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public SpamFilterExample(List<String> words, boolean expected) {
    super("words", Arguments.copyOf(words, "words"), expected);
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
    return input;
  }

  /** Returns the right answer. */
  public boolean expected() {
    return expected;
  }
}
