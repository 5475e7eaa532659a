package clips;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.file.Columns;
import dev.rondo.runtime.data.file.ConstantColumn;
import dev.rondo.runtime.data.file.ExampleSource;
import dev.rondo.runtime.data.file.Grouping;
import dev.rondo.runtime.data.file.ReadOption;
import dev.rondo.runtime.data.file.RecordReader;
import dev.rondo.runtime.data.file.TextFormat;
import dev.rondo.runtime.data.file.ValueColumn;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * One example for {@link Clips}: what {@link Clips#motion} is given, and what it should answer.
 * Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class ClipsExample {
  private final List<BufferedImage> frames;
  private final Motion expected;

  /**
   * Creates an example.
   *
   * @param frames the input {@code frames}
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public ClipsExample(List<BufferedImage> frames, Motion expected) {
    this.frames = Arguments.copyOf(frames, "frames");
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
  public static List<ClipsExample> read(Path file, ReadOption... options) {
    return stream(file, options).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleSource<ClipsExample> stream(Path file, ReadOption... options) {
    return ExampleSource.of(file, ClipsExample::example, options);
  }

  /** Returns the input {@code frames}. */
  public List<BufferedImage> frames() {
    return frames;
  }

  /** Returns the right answer. */
  public Motion expected() {
    return expected;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClipsExample that
        && frames.equals(that.frames)
        && expected.equals(that.expected);
  }

  @Override
  public int hashCode() {
    return Objects.hash(frames, expected);
  }

  @Override
  public String toString() {
    return "ClipsExample[frames=" + frames + ", expected=" + expected + "]";
  }

  private static RecordReader<ClipsExample> example(Columns columns) {
    ValueColumn<List<BufferedImage>> frames = columns.value("frames", TextFormat.FRAMES);
    ConstantColumn<Motion> expected = columns.constant("expected", Motion.values());
    return cells -> new ClipsExample(frames.of(cells), expected.of(cells));
  }
}
