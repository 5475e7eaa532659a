package dev.rondo.runtime.train.metric;

import dev.rondo.runtime.data.answer.NumbersCodec;
import dev.rondo.runtime.train.VectorEvaluation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Measures the errors of vectors, in memory that does not grow.
 *
 * @param <A> the array
 */
public final class VectorMetrics<A> implements HeadMetrics<A, VectorEvaluation> {
  private final NumbersCodec<A> codec;
  private final HeadLoss loss;
  private final NumberSums[] places;

  /** Creates metrics of no examples yet, whose loss is the squared error. */
  public VectorMetrics(NumbersCodec<A> codec) {
    this(codec, HeadLoss.byDefault());
  }

  /**
   * Creates metrics of no examples yet.
   *
   * @throws IllegalArgumentException if the loss is one of classes
   */
  public VectorMetrics(NumbersCodec<A> codec, HeadLoss loss) {
    this.codec = codec;
    this.loss = loss.ofNumbers();
    this.places = new NumberSums[codec.size()];
    Arrays.setAll(places, i -> new NumberSums());
  }

  @Override
  public void add(float[] scores, @Nullable A expected) {
    if (expected == null) {
      return;
    }
    double[] answer = codec.numbers(scores);
    float[] target = codec.target(expected);
    for (int i = 0; i < places.length; i++) {
      double error = (double) scores[i] - target[i];
      places[i].add(answer[i], codec.number(expected, i), loss.ofError(error));
    }
  }

  @Override
  public VectorEvaluation evaluation() {
    return new VectorEvaluation(Arrays.stream(places).map(NumberSums::evaluation).toList());
  }
}
