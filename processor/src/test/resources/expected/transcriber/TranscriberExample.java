package transcriber;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFile;
import dev.rondo.runtime.data.PairExample;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * One example for {@link Transcriber}: what {@link Transcriber#transcribe} is given, and what it
 * should answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class TranscriberExample extends PairExample<String, String> {
  /**
   * Creates an example.
   *
   * @param word the text
   * @param expected the text that is to be written
   * @throws IllegalArgumentException if a value is null
   */
  public TranscriberExample(String word, String expected) {
    super("word", Arguments.notNull(word, "word"), Arguments.notNull(expected, "expected"));
  }

  /**
   * Reads all examples of a file into memory.
   *
   * <p>The file is tab-separated ({@code .tsv}, {@code .txt}) or comma-separated ({@code
   * .csv}). Its columns are {@code word}, {@code expected}; see {@link ExampleFile}.
   */
  public static List<TranscriberExample> read(Path file) {
    return stream(file).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleFile<TranscriberExample> stream(Path file) {
    return ExampleFile.of(
        file,
        List.of("word", "expected"),
        row -> new TranscriberExample(row.text("word"), row.text("expected")));
  }

  /** Returns the text. */
  public String word() {
    return input;
  }

  /** Returns the text that is to be written. */
  public String expected() {
    return expected;
  }
}
