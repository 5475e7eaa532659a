package dev.rondo.runtime.metric;

import static dev.rondo.runtime.metric.Signatures.rounded;
import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * A BLEU score and what it is made of. Prints as a line of sacreBLEU's.
 *
 * @param score in [0, 100]: 0 if nothing matches, 100 for what a reference says
 * @param precisions of 1-grams to 4-grams, in [0, 100]: the share of the hypotheses' n-grams that
 *     are in the references
 * @param brevityPenalty the factor in [0, 1] for hypotheses that are shorter than their references
 * @param hypothesisLength words of all hypotheses
 * @param referenceLength words of all references, of each segment the one closest in length
 * @param signature how the score was computed, in sacreBLEU's format
 */
public record BleuScore(
    double score,
    List<Double> precisions,
    double brevityPenalty,
    long hypothesisLength,
    long referenceLength,
    String signature) {

  /** Copies the precisions. */
  public BleuScore {
    precisions = List.copyOf(precisions);
  }

  /** Returns the hypotheses' length divided by the references'; 0 if the latter have no words. */
  public double lengthRatio() {
    return referenceLength == 0 ? 0 : (double) hypothesisLength / referenceLength;
  }

  /** Returns the score, precisions and lengths, such as those of {@link Bleu}'s example. */
  @Override
  public String toString() {
    return "BLEU = %s %s (BP = %s ratio = %s hyp_len = %s ref_len = %s)"
        .formatted(
            rounded(score, 2),
            precisions.stream().map(precision -> rounded(precision, 1)).collect(joining("/")),
            rounded(brevityPenalty, 3),
            rounded(lengthRatio(), 3),
            hypothesisLength,
            referenceLength);
  }
}
