package tokens;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * One example for {@link CommandFilter}: what {@link CommandFilter#isHarmful} is given, and what it
 * should answer. Immutable.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class CommandFilterExample {
  private final String[] parts;
  private final boolean expected;

  /**
   * Creates an example.
   *
   * @param parts the tokens, which are copied
   * @param expected the right answer
   * @throws IllegalArgumentException if a value is null
   */
  public CommandFilterExample(String[] parts, boolean expected) {
    this.parts = Arguments.copyOf(parts, "parts");
    this.expected = expected;
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
    return parts.clone();
  }

  /** Returns the right answer. */
  public boolean expected() {
    return expected;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CommandFilterExample that
        && Arrays.equals(parts, that.parts)
        && expected == that.expected;
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(parts), expected);
  }

  @Override
  public String toString() {
    return "CommandFilterExample[parts=" + Arrays.toString(parts) + ", expected=" + expected + "]";
  }
}
