package dev.rondo;

import java.util.List;
import java.util.Objects;

/**
 * What was said, and when.
 *
 * <p>Immutable.
 *
 * @param text the whole text
 * @param logProbability the natural logarithm of the probability that the model gives the text,
 *     over all ways to spread it over the steps
 * @param tokens what the text is made of, in order: characters, words or subwords
 */
public record Transcript(String text, double logProbability, List<Token> tokens) {
  /** Copies the tokens. */
  public Transcript {
    Objects.requireNonNull(text, "text");
    tokens = List.copyOf(tokens);
  }

  /**
   * A token, and where it is on the likeliest way to spread the text over the steps.
   *
   * @param text of the token, as it stands in the whole text
   * @param from where it begins: in seconds of a sound, else in steps of the input
   * @param to where it ends
   */
  public record Token(String text, double from, double to) {
    /** Checks the parts. */
    public Token {
      Objects.requireNonNull(text, "text");
    }
  }
}
