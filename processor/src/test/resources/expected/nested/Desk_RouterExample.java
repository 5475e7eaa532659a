package nested;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFile;
import dev.rondo.runtime.data.PairExample;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * One example for {@link Desk.Router}: what {@link Desk.Router#route} is given, and what it should
 * answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class Desk_RouterExample extends PairExample<String, Desk.Queue> {
  /**
   * Creates an example.
   *
   * @param network the text
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public Desk_RouterExample(String network, Desk.Queue expected) {
    super(
        "network", Arguments.notNull(network, "network"), Arguments.notNull(expected, "expected"));
  }

  /**
   * Reads all examples of a file into memory.
   *
   * <p>The file is tab-separated ({@code .tsv}, {@code .txt}) or comma-separated ({@code
   * .csv}). Its columns are {@code network}, {@code expected}; see {@link ExampleFile}.
   */
  public static List<Desk_RouterExample> read(Path file) {
    return stream(file).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleFile<Desk_RouterExample> stream(Path file) {
    return ExampleFile.of(
        file,
        List.of("network", "expected"),
        row ->
            new Desk_RouterExample(
                row.text("network"), row.constant("expected", Desk.Queue.values())));
  }

  /** Returns the text. */
  public String network() {
    return input;
  }

  /** Returns the right answer. */
  public Desk.Queue expected() {
    return expected;
  }
}
