package dev.rondo.samples.testing;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rondo.samples.common.Streams;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What a run of a sample in this process gave.
 *
 * @param exitCode its exit code
 * @param out its standard output
 * @param err its standard error
 */
public record Run(int exitCode, String out, String err) {
  /** A sample, as its main method calls it. */
  @FunctionalInterface
  public interface Sample {
    /** Runs the sample and returns its exit code. */
    int run(Streams streams, String... arguments);
  }

  /** Runs a sample, with input and output that are files. */
  public static Run of(Sample sample, String input, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new BufferedReader(new StringReader(input)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            80,
            false);
    String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    int exitCode = sample.run(streams, texts);
    return new Run(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Returns the lines of standard output. */
  public List<String> outLines() {
    return out.lines().toList();
  }

  /** Returns the lines of standard error. */
  public List<String> errLines() {
    return err.lines().toList();
  }

  /** Returns the last line of standard output, which has to be a JSON object. */
  public JsonObject json() {
    List<String> lines = outLines();
    return JsonParser.parseString(lines.get(lines.size() - 1)).getAsJsonObject();
  }
}
