package translator;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFile;
import dev.rondo.runtime.data.PairExample;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * One example for {@link Translator}: what {@link Translator#translate} is given, and what it
 * should answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class TranslatorExample extends PairExample<String, String> {
  /**
   * Creates an example.
   *
   * @param sentence the text
   * @param expected the text that is to be written
   * @throws IllegalArgumentException if a value is null
   */
  public TranslatorExample(String sentence, String expected) {
    super(
        "sentence",
        Arguments.notNull(sentence, "sentence"),
        Arguments.notNull(expected, "expected"));
  }

  /**
   * Reads all examples of a file into memory.
   *
   * <p>The file is tab-separated ({@code .tsv}, {@code .txt}) or comma-separated ({@code
   * .csv}). Its columns are {@code sentence}, {@code expected}; see {@link ExampleFile}.
   */
  public static List<TranslatorExample> read(Path file) {
    return stream(file).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleFile<TranslatorExample> stream(Path file) {
    return ExampleFile.of(
        file,
        List.of("sentence", "expected"),
        row -> new TranslatorExample(row.text("sentence"), row.text("expected")));
  }

  /** Returns the text. */
  public String sentence() {
    return input;
  }

  /** Returns the text that is to be written. */
  public String expected() {
    return expected;
  }
}
