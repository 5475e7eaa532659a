package dev.rondo.runtime.decode;

import java.util.List;

/**
 * What a search found for a text. Immutable.
 *
 * @param sourceTokens the tokens of the source, spelled as there
 * @param hypotheses the best first, at least one; as many as {@link Decoding#best} asks for, fewer
 *     if the search found fewer. Of a source without tokens an empty one of probability 1
 */
public record Translation(List<String> sourceTokens, List<Hypothesis> hypotheses) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no hypothesis
   */
  public Translation {
    sourceTokens = List.copyOf(sourceTokens);
    hypotheses = List.copyOf(hypotheses);
    if (hypotheses.isEmpty()) {
      throw new IllegalArgumentException("a translation needs a hypothesis");
    }
  }

  /** Returns the best hypothesis. */
  public Hypothesis best() {
    return hypotheses.get(0);
  }

  /** Returns the text of the best hypothesis. */
  public String text() {
    return best().text();
  }

  /** Returns the score of the best hypothesis. */
  public double score() {
    return best().score();
  }
}
