package dev.rondo.runtime.train;

import dev.rondo.runtime.data.ClassCodec;

/**
 * Counts right and wrong answers.
 *
 * @param <T> the type of the answers
 */
public final class ClassificationMetrics<T extends Comparable<T>> {
  private final ClassCodec<T> codec;
  private final long[][] confusion;
  private double lossSum;

  /** Creates metrics of no examples yet. */
  public ClassificationMetrics(ClassCodec<T> codec) {
    this.codec = codec;
    int classes = codec.classes().size();
    this.confusion = new long[classes][classes];
  }

  /** Adds an example: the network's scores for it, and the right answer. */
  public void add(float[] scores, T expected) {
    lossSum += codec.loss(scores, expected);
    confusion[codec.index(expected)][codec.index(codec.prediction(scores).value())]++;
  }

  /** Returns the figures over all examples that were added. */
  public Evaluation evaluation() {
    return new Evaluation(
        codec.classes().stream().map(String::valueOf).toList(), confusion, lossSum);
  }
}
