package speech;

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
 * One example for {@link Speech}: what {@link Speech#transcribe} is given, and what it should
 * answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class SpeechExample {
  private final AudioClip clip;
  private final String expected;

  /**
   * Creates an example.
   *
   * @param clip the input {@code clip}
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public SpeechExample(AudioClip clip, String expected) {
    this.clip = Arguments.notNull(clip, "clip");
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
  public static List<SpeechExample> read(Path file, ReadOption... options) {
    return stream(file, options).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleSource<SpeechExample> stream(Path file, ReadOption... options) {
    return ExampleSource.of(file, SpeechExample::example, options);
  }

  /** Returns the input {@code clip}. */
  public AudioClip clip() {
    return clip;
  }

  /** Returns the right answer. */
  public String expected() {
    return expected;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SpeechExample that
        && clip.equals(that.clip)
        && expected.equals(that.expected);
  }

  @Override
  public int hashCode() {
    return Objects.hash(clip, expected);
  }

  @Override
  public String toString() {
    return "SpeechExample[clip=" + clip + ", expected=" + expected + "]";
  }

  private static RecordReader<SpeechExample> example(Columns columns) {
    ValueColumn<AudioClip> clip = columns.value("clip", TextFormat.AUDIO);
    TextColumn expected = columns.text("expected");
    return cells -> new SpeechExample(clip.of(cells), expected.of(cells));
  }
}
