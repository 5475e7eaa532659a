package dev.rondo.samples.common;

import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks for lines and answers them until the input ends. */
public final class Prompt {
  private final Streams streams;
  private final String text;

  /**
   * Creates a prompt.
   *
   * @param text shown before each line, to people only
   */
  public Prompt(Streams streams, String text) {
    this.streams = streams;
    this.text = text;
  }

  /**
   * Answers each line that is not blank.
   *
   * @param hint how to go about it; shown once, to people only
   * @throws IOException if the input cannot be read
   */
  public void run(String hint, Function<String, String> answer) throws IOException {
    show(hint + System.lineSeparator());
    for (String line = ask(); line != null; line = ask()) {
      if (!line.isBlank()) {
        streams.out().println(answer.apply(line));
        streams.out().flush();
      }
    }
    show(System.lineSeparator());
  }

  private @Nullable String ask() throws IOException {
    show(text);
    return streams.in().readLine();
  }

  private void show(String shown) {
    if (streams.typed()) {
      streams.err().print(shown);
      streams.err().flush();
    }
  }
}
