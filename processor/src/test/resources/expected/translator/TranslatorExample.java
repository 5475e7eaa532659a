package translator;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * One example for {@link Translator}: what {@link Translator#translate} is given, and what it
 * should answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class TranslatorExample {
  private final String sentence;
  private final String expected;

  /**
   * Creates an example.
   *
   * @param sentence the text
   * @param expected the text that is to be written
   * @throws IllegalArgumentException if a value is null
   */
  public TranslatorExample(String sentence, String expected) {
    this.sentence = Arguments.notNull(sentence, "sentence");
    this.expected = Arguments.notNull(expected, "expected");
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
    return sentence;
  }

  /** Returns the text that is to be written. */
  public String expected() {
    return expected;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TranslatorExample that
        && sentence.equals(that.sentence)
        && expected.equals(that.expected);
  }

  @Override
  public int hashCode() {
    return Objects.hash(sentence, expected);
  }

  @Override
  public String toString() {
    return "TranslatorExample[sentence=" + sentence + ", expected=" + expected + "]";
  }
}
