package dev.rondo.runtime.train.metric;

import dev.rondo.runtime.data.answer.EachStep;
import dev.rondo.runtime.train.EpochEvaluation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures the answers of an output that answers each step, all steps of all sequences alike.
 *
 * @param <T> the type of the answer of a step
 * @param <V> the figures
 */
public final class StepMetrics<T, V extends EpochEvaluation>
    implements HeadMetrics<List<@Nullable T>, V> {
  private final EachStep<T> codec;
  private final HeadMetrics<T, V> step;

  /**
   * Creates metrics.
   *
   * @param step gets the answers of each step
   */
  public StepMetrics(EachStep<T> codec, HeadMetrics<T, V> step) {
    this.codec = codec;
    this.step = step;
  }

  /**
   * Adds a sequence. An empty one, and a step whose answer is absent, do not count.
   *
   * @param scores (steps × scores of an answer); of an empty sequence those of the one step that
   *     the network reads it as
   * @param expected an answer for each step, null where it is absent; null: all are
   * @throws IllegalArgumentException if there are more or fewer answers than steps
   */
  @Override
  public void add(float[] scores, @Nullable List<@Nullable T> expected) {
    if (expected == null) {
      return;
    }
    int size = codec.size();
    if (scores.length != (long) size * Math.max(1, expected.size())) {
      throw new IllegalArgumentException(
          "there are %s expected answers, but %s scores, of which a step has %s"
              .formatted(expected.size(), scores.length, size));
    }
    int at = 0;
    for (T answer : expected) {
      step.add(Arrays.copyOfRange(scores, at, at + size), answer);
      at += size;
    }
  }

  @Override
  public V evaluation() {
    return step.evaluation();
  }
}
