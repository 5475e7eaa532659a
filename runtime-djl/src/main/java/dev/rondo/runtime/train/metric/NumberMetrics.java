package dev.rondo.runtime.train.metric;

import dev.rondo.runtime.data.answer.NumberCodec;
import dev.rondo.runtime.train.NumberEvaluation;
import org.jspecify.annotations.Nullable;

/** Measures the errors of numbers, in memory that does not grow. */
public final class NumberMetrics implements HeadMetrics<Double, NumberEvaluation> {
  private final NumberCodec codec;
  private final HeadLoss loss;
  private final NumberSums sums = new NumberSums();

  /** Creates metrics of no examples yet, whose loss is the squared error. */
  public NumberMetrics(NumberCodec codec) {
    this(codec, HeadLoss.byDefault());
  }

  /**
   * Creates metrics of no examples yet.
   *
   * @throws IllegalArgumentException if the loss is one of classes
   */
  public NumberMetrics(NumberCodec codec, HeadLoss loss) {
    this.codec = codec;
    this.loss = loss.ofNumbers();
  }

  @Override
  public void add(float[] scores, @Nullable Double expected) {
    if (expected != null) {
      double answer = codec.answer(scores);
      double error = (double) scores[0] - codec.target(expected)[0];
      sums.add(answer, expected, loss.ofError(error));
    }
  }

  @Override
  public NumberEvaluation evaluation() {
    return sums.evaluation();
  }
}
