package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * How good the answers of a model with several outputs are. The evaluation of a model is a class of
 * its own, which has the figures of each output by name.
 */
public abstract non-sealed class HeadsEvaluation implements EpochEvaluation {
  private final List<String> names;
  private final double[] weights;
  private final List<HeadEvaluation> heads;

  /**
   * Creates an evaluation.
   *
   * @param names of the outputs
   * @param weights what the loss of each counts
   * @param heads the figures of each
   * @throws IllegalArgumentException if there are none, or not as many of all three
   */
  protected HeadsEvaluation(
      List<String> names, double[] weights, List<? extends HeadEvaluation> heads) {
    if (names.isEmpty() || names.size() != weights.length || names.size() != heads.size()) {
      throw new IllegalArgumentException(
          "there are %s names, %s weights and %s evaluations of outputs"
              .formatted(names.size(), weights.length, heads.size()));
    }
    this.names = List.copyOf(names);
    this.weights = weights.clone();
    this.heads = List.copyOf(heads);
  }

  /**
   * Returns the sum of the losses of all outputs, each times its weight: what the training makes
   * small, but for label smoothing. An output all of whose answers are absent adds nothing. NaN if
   * that is so of all.
   */
  @Override
  public final double loss() {
    double sum = 0;
    boolean measured = false;
    for (int i = 0; i < heads.size(); i++) {
      if (heads.get(i).examples() > 0) {
        sum += weights[i] * heads.get(i).loss();
        measured = true;
      }
    }
    return measured ? sum : Double.NaN;
  }

  /** Returns that of the first output that has answers, with its name: {@code hours MAE}. */
  @Override
  public final Quality quality() {
    int first = 0;
    for (int i = heads.size() - 1; i >= 0; i--) {
      if (heads.get(i).examples() > 0) {
        first = i;
      }
    }
    return heads.get(first).quality().of(names.get(first));
  }

  /** Returns the loss, and the figures of each output under its name. */
  @Override
  public final String toString() {
    List<String> lines = new ArrayList<>();
    lines.add("loss " + Wording.significant(loss()));
    for (int i = 0; i < heads.size(); i++) {
      lines.add(names.get(i));
      heads.get(i).toString().lines().map(line -> "  " + line).forEach(lines::add);
    }
    return String.join(System.lineSeparator(), lines);
  }
}
