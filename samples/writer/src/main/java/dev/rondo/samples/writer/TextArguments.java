package dev.rondo.samples.writer;

import dev.rondo.runtime.decode.Sampling;
import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.SampleFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is learned from, and how it is written. */
final class TextArguments {
  @Option(
      names = "--text",
      paramLabel = "FILE",
      description = "Learn from FILE, plain text in UTF-8; with --load, foretell it.")
  private @Nullable Path text;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "Write more boldly (above 1) or more carefully (below 1); 0.7 by default.")
  private double temperature = 0.7;

  @Option(
      names = "--length",
      paramLabel = "N",
      description = "Write at most N characters at a time; 500 by default.")
  private int length = 500;

  /**
   * Checks what can be known before a long training.
   *
   * @throws SampleFailure if the file cannot be read or an option is out of range
   */
  void check() {
    if (text != null) {
      ModelArguments.checkReadable("--text", text);
    }
    try {
      sampling();
    } catch (IllegalArgumentException e) {
      throw SampleFailure.usage(String.valueOf(e.getMessage()));
    }
  }

  /** Returns how to write. */
  Sampling sampling() {
    return Sampling.atRandom().temperature(temperature).maximumLength(length);
  }

  /** Returns the file that the user named. */
  Optional<Path> given() {
    return Optional.ofNullable(text);
  }

  /**
   * Returns what to learn from: the file that the user named, else the Java sources of Rondo.
   *
   * @param seed decides the order of the sources, and so which of them are set aside
   * @throws SampleFailure if the sample was built without them
   */
  Path[] files(long seed) throws IOException {
    if (text != null) {
      return new Path[] {text};
    }
    List<Path> mixed = new ArrayList<>(RondoSources.files());
    Collections.shuffle(mixed, new Random(seed));
    return mixed.toArray(new Path[0]);
  }
}
