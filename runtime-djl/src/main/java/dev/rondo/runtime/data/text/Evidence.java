package dev.rondo.runtime.data.text;

import dev.rondo.Prediction;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a text a model knows: the share of its tokens that are in the vocabulary. A text
 * without any is read as one unknown token, so it has none.
 */
public final class Evidence {
  private Evidence() {}

  /** Returns the share of tokens that are known, in [0, 1]. */
  static double of(int[] tokens) {
    int known = 0;
    for (int token : tokens) {
      known += token == Vocabulary.UNKNOWN ? 0 : 1;
    }
    return tokens.length == 0 ? 0 : (double) known / tokens.length;
  }

  /** Returns a prediction with the evidence of the tokens that it is of. */
  public static <T extends Comparable<T>> Prediction<T> with(
      int[] tokens, Prediction<T> prediction) {
    return prediction.withEvidence(of(tokens));
  }

  /**
   * Returns predictions with the evidence of the tokens that they are of.
   *
   * @param rows as many as there are predictions, in their order
   */
  public static <T extends Comparable<T>> List<Prediction<T>> with(
      List<int[]> rows, List<Prediction<T>> predictions) {
    List<Prediction<T>> all = new ArrayList<>();
    for (int i = 0; i < predictions.size(); i++) {
      all.add(with(rows.get(i), predictions.get(i)));
    }
    return all;
  }
}
