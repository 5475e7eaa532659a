package sentiment;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFile;
import dev.rondo.runtime.data.PairExample;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * One example for {@link SentimentModel}: what {@link SentimentModel#predict} is given, and what it
 * should answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class SentimentModelExample extends PairExample<String, Sentiment> {
  /**
   * Creates an example.
   *
   * @param review the text
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public SentimentModelExample(String review, Sentiment expected) {
    super("review", Arguments.notNull(review, "review"), Arguments.notNull(expected, "expected"));
  }

  /**
   * Reads all examples of a file into memory.
   *
   * <p>The file is tab-separated ({@code .tsv}, {@code .txt}) or comma-separated ({@code
   * .csv}). Its columns are {@code review}, {@code expected}; see {@link ExampleFile}.
   */
  public static List<SentimentModelExample> read(Path file) {
    return stream(file).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleFile<SentimentModelExample> stream(Path file) {
    return ExampleFile.of(
        file,
        List.of("review", "expected"),
        row ->
            new SentimentModelExample(
                row.text("review"), row.constant("expected", Sentiment.values())));
  }

  /** Returns the text. */
  public String review() {
    return input;
  }

  /** Returns the right answer. */
  public Sentiment expected() {
    return expected;
  }
}
