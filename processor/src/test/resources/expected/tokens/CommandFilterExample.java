package tokens;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFile;
import dev.rondo.runtime.data.PairExample;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * One example for {@link CommandFilter}: what {@link CommandFilter#isHarmful} is given, and what it
 * should answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class CommandFilterExample extends PairExample<String[], Boolean> {
  /**
   * Creates an example.
   *
   * @param parts the tokens, which are copied
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public CommandFilterExample(String[] parts, boolean expected) {
    super("parts", Arguments.copyOf(parts, "parts"), expected);
  }

  /**
   * Reads all examples of a file into memory.
   *
   * <p>The file is tab-separated ({@code .tsv}, {@code .txt}) or comma-separated ({@code
   * .csv}). Its columns are {@code parts}, {@code expected}; see {@link ExampleFile}.
   */
  public static List<CommandFilterExample> read(Path file) {
    return stream(file).toList();
  }

  /** Like {@link #read}, but reads the file anew in each iteration, whatever its size. */
  public static ExampleFile<CommandFilterExample> stream(Path file) {
    return ExampleFile.of(
        file,
        List.of("parts", "expected"),
        row ->
            new CommandFilterExample(
                row.tokens("parts").toArray(new String[0]), row.bool("expected")));
  }

  /** Returns a copy of the tokens. */
  public String[] parts() {
    return input.clone();
  }

  /** Returns the right answer. */
  public boolean expected() {
    return expected;
  }
}
