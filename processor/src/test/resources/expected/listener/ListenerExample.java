package listener;

import dev.rondo.AudioClip;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.file.Columns;
import dev.rondo.runtime.data.file.ExampleSource;
import dev.rondo.runtime.data.file.Grouping;
import dev.rondo.runtime.data.file.ReadOption;
import dev.rondo.runtime.data.file.RecordReader;
import dev.rondo.runtime.data.file.TextColumn;
import dev.rondo.runtime.data.file.TextFormat;
import dev.rondo.runtime.data.file.ValueColumn;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * One example for {@link Listener}: what {@link Listener#write} is given, and what it should
 * answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class ListenerExample {
  private final AudioClip speech;
  private final String expected;

  /**
   * Creates an example.
   *
   * @param speech the input {@code speech}
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public ListenerExample(AudioClip speech, String expected) {
    this.speech = Arguments.notNull(speech, "speech");
    this.expected = Arguments.notNull(expected, "expected");
  }

  /**
   * Reads all examples of a file into memory.
   *
   * <p>The file is comma-separated ({@code .csv}) or tab-separated ({@code .tsv}) with a header,
   * JSON Lines ({@code .jsonl}), or a file of series ({@code .ts}), perhaps compressed ({@code
   * .gz}). Its columns are called like the components; {@link Grouping#by} says which rows are the
   * steps of one example.
   *
   * @param options how rows are grouped, and what is done with wrong ones
   * @throws ExampleFileException if the file cannot be read, naming line, column, value and what
   *     was expected
   */
  public static List<ListenerExample> read(Path file, ReadOption... options) {
    return stream(file, options).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleSource<ListenerExample> stream(Path file, ReadOption... options) {
    return ExampleSource.of(file, ListenerExample::example, options);
  }

  /** Returns the input {@code speech}. */
  public AudioClip speech() {
    return speech;
  }

  /** Returns the right answer. */
  public String expected() {
    return expected;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ListenerExample that
        && speech.equals(that.speech)
        && expected.equals(that.expected);
  }

  @Override
  public int hashCode() {
    return Objects.hash(speech, expected);
  }

  @Override
  public String toString() {
    return "ListenerExample[speech=" + speech + ", expected=" + expected + "]";
  }

  private static RecordReader<ListenerExample> example(Columns columns) {
    ValueColumn<AudioClip> speech = columns.value("speech", TextFormat.AUDIO);
    TextColumn expected = columns.text("expected");
    return cells -> new ListenerExample(speech.of(cells), expected.of(cells));
  }
}
