package vowels;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.file.Columns;
import dev.rondo.runtime.data.file.ExampleSource;
import dev.rondo.runtime.data.file.Grouping;
import dev.rondo.runtime.data.file.ReadOption;
import dev.rondo.runtime.data.file.RecordReader;
import dev.rondo.runtime.data.file.SeriesColumn;
import dev.rondo.runtime.data.file.TextColumn;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * One example for {@link Vowels}: what {@link Vowels#speaker} is given, and what it should answer.
 * Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class VowelsExample {
  private final float[][] sound;
  private final String expected;

  /**
   * Creates an example.
   *
   * @param sound the input {@code sound}
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public VowelsExample(float[][] sound, String expected) {
    this.sound = Arguments.copyOfRows(sound, "sound");
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
  public static List<VowelsExample> read(Path file, ReadOption... options) {
    return stream(file, options).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleSource<VowelsExample> stream(Path file, ReadOption... options) {
    return ExampleSource.of(file, VowelsExample::example, options);
  }

  /** Returns the input {@code sound}. */
  public float[][] sound() {
    return Arguments.copyOfRows(sound, "sound");
  }

  /** Returns the right answer. */
  public String expected() {
    return expected;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VowelsExample that
        && Arrays.deepEquals(sound, that.sound)
        && expected.equals(that.expected);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.deepHashCode(sound), expected);
  }

  @Override
  public String toString() {
    return "VowelsExample[sound=" + Arrays.deepToString(sound) + ", expected=" + expected + "]";
  }

  private static RecordReader<VowelsExample> example(Columns columns) {
    SeriesColumn<float[][]> sound = columns.floatRows("sound");
    TextColumn expected = columns.text("expected");
    return cells -> new VowelsExample(sound.of(cells), expected.of(cells));
  }
}
