package characters;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFile;
import dev.rondo.runtime.data.PairExample;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * One example for {@link LanguageModel}: what {@link LanguageModel#guess} is given, and what it
 * should answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class LanguageModelExample extends PairExample<String, Language> {
  /**
   * Creates an example.
   *
   * @param line the text
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public LanguageModelExample(String line, Language expected) {
    super("line", Arguments.notNull(line, "line"), Arguments.notNull(expected, "expected"));
  }

  /**
   * Reads all examples of a file into memory.
   *
   * <p>The file is tab-separated ({@code .tsv}, {@code .txt}) or comma-separated ({@code
   * .csv}). Its columns are {@code line}, {@code expected}; see {@link ExampleFile}.
   */
  public static List<LanguageModelExample> read(Path file) {
    return stream(file).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleFile<LanguageModelExample> stream(Path file) {
    return ExampleFile.of(
        file,
        List.of("line", "expected"),
        row ->
            new LanguageModelExample(
                row.text("line"), row.constant("expected", Language.values())));
  }

  /** Returns the text. */
  public String line() {
    return input;
  }

  /** Returns the right answer. */
  public Language expected() {
    return expected;
  }
}
