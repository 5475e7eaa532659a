package dev.rondo;

import java.util.List;
import java.util.Objects;

/**
 * A part of a sequence that tags name together, such as the two words of a person's name.
 *
 * <p>Immutable. Libraries that write records as JSON write it as {@code
 * {"from":0,"to":2,"label":"PER","text":"Ada Lovelace"}}.
 *
 * @param from the first step, counted from 0
 * @param to the step behind the last one
 * @param label what it is: the tags {@code B_PER} and {@code I_PER} name a {@code PER}
 * @param text its tokens, joined by a space; empty where the steps are no tokens
 */
public record Span(int from, int to, String label, String text) {
  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if {@code from} is below 0, or {@code to} not above it
   */
  public Span {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("a span from " + from + " to " + to + " has no steps");
    }
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(text, "text");
  }

  /**
   * Returns the same span with the text of its tokens.
   *
   * @param tokens of the whole sequence
   * @throws IllegalArgumentException if it ends behind them
   */
  public Span of(List<String> tokens) {
    if (to > tokens.size()) {
      throw new IllegalArgumentException(
          "a span to " + to + " is not in a sequence of " + tokens.size() + " tokens");
    }
    return new Span(from, to, label, String.join(" ", tokens.subList(from, to)));
  }

  /** Returns the label, the text if there is one, and where it is: {@code PER Ada [0, 1)}. */
  @Override
  public String toString() {
    return label + (text.isEmpty() ? "" : " " + text) + " [" + from + ", " + to + ")";
  }
}
