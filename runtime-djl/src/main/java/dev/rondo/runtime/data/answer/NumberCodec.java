package dev.rondo.runtime.data.answer;

import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.AnswerCodec;
import dev.rondo.runtime.data.Scores;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.feature.AnswerScale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A number as an answer: one score, which is the number on a scale that is learned from the
 * training data. Answers are in the user's units; a number that never changed in training is always
 * answered.
 */
public final class NumberCodec implements AnswerCodec<Double> {
  /** Makes the codec of what was stored. */
  public static final Function<StoredCodec, NumberCodec> RESTORER = NumberCodec::restore;

  private static final String KIND = "number";

  private final AnswerScale scale;

  private NumberCodec(AnswerScale scale) {
    this.scale = scale;
  }

  /** Starts to learn how the numbers are scaled. */
  public static Learner learner(Scaling scaling) {
    return new Learner(AnswerScale.learner(1, scaling));
  }

  /** Returns 1. */
  @Override
  public int size() {
    return 1;
  }

  /** Returns 1. */
  @Override
  public int targetSize() {
    return 1;
  }

  /**
   * Writes a number as it is on the scale, NaN where it is null.
   *
   * @throws IllegalArgumentException if it is not finite, or no float holds it when it is scaled:
   *     {@code is NaN, …}, to be read behind the name
   */
  @Override
  public void target(@Nullable Double expected, float[] to, int at) {
    if (expected == null) {
      absent(to, at);
    } else {
      to[at] = scale.scaled(expected, 0);
    }
  }

  /**
   * Returns the number that a score stands for, in the user's units; infinite where no double holds
   * it.
   */
  @Override
  public Double answer(float[] scores) {
    Scores.checkSize(scores, 1);
    Scores.checkFinite(scores);
    return scale.unscaled(scores[0], 0);
  }

  @Override
  public StoredCodec stored() {
    return scale.stored(KIND, false);
  }

  @Override
  public Set<String> learned() {
    return scale.learned();
  }

  /**
   * Returns the codec that was stored.
   *
   * @throws IllegalArgumentException if it is no codec of numbers, or damaged
   */
  public static NumberCodec restore(StoredCodec stored) {
    return new NumberCodec(AnswerScale.restore(stored, KIND));
  }

  /**
   * Learns from the answers of the training data, in memory that does not grow with them. For use
   * by one thread.
   */
  public static final class Learner {
    private final AnswerScale.Learner scale;

    private Learner(AnswerScale.Learner scale) {
      this.scale = scale;
    }

    /**
     * Learns from an answer that is not absent.
     *
     * @throws IllegalArgumentException if it is not finite: {@code is NaN, …}, to be read behind
     *     the name
     */
    public void add(double expected) {
      scale.add(expected, 0);
    }

    /**
     * Returns the codec with what was learned so far.
     *
     * @throws IllegalArgumentException if the numbers are too far apart to be scaled
     */
    public NumberCodec build() {
      return new NumberCodec(scale.build());
    }
  }
}
