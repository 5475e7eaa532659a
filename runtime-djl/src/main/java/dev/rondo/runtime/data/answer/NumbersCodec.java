package dev.rondo.runtime.data.answer;

import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.AnswerCodec;
import dev.rondo.runtime.data.Scores;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.feature.AnswerScale;
import dev.rondo.runtime.data.feature.WrongValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A vector as an answer: one score for each place, which is the number there on a scale of its own,
 * learned from the training data. Answers are in the user's units.
 *
 * @param <A> the array: {@code float[]} or {@code double[]}
 */
public final class NumbersCodec<A> implements AnswerCodec<A> {
  private static final String KIND = "numbers";

  private final Arrays<A> arrays;
  private final AnswerScale scale;

  private NumbersCodec(Arrays<A> arrays, AnswerScale scale) {
    this.arrays = arrays;
    this.scale = scale;
  }

  /** What is done with the two kinds of arrays. */
  private interface Arrays<A> {
    Arrays<float[]> FLOATS =
        new Arrays<>() {
          @Override
          public int length(float[] array) {
            return array.length;
          }

          @Override
          public double at(float[] array, int place) {
            return array[place];
          }

          @Override
          public float[] of(double[] numbers) {
            float[] array = new float[numbers.length];
            for (int i = 0; i < array.length; i++) {
              array[i] = (float) numbers[i];
            }
            return array;
          }
        };

    Arrays<double[]> DOUBLES =
        new Arrays<>() {
          @Override
          public int length(double[] array) {
            return array.length;
          }

          @Override
          public double at(double[] array, int place) {
            return array[place];
          }

          @Override
          public double[] of(double[] numbers) {
            return numbers;
          }
        };

    int length(A array);

    double at(A array, int place);

    A of(double[] numbers);
  }

  /**
   * Starts to learn how vectors of floats are scaled.
   *
   * @param size how many numbers each has
   * @throws IllegalArgumentException if the size is below 1
   */
  public static Learner<float[]> floats(int size, Scaling scaling) {
    return new Learner<>(Arrays.FLOATS, AnswerScale.learner(size, scaling));
  }

  /** Starts to learn how vectors of doubles are scaled; as {@link #floats}. */
  public static Learner<double[]> doubles(int size, Scaling scaling) {
    return new Learner<>(Arrays.DOUBLES, AnswerScale.learner(size, scaling));
  }

  /** Returns how many numbers a vector has. */
  @Override
  public int size() {
    return scale.size();
  }

  /** Returns how many numbers a vector has. */
  @Override
  public int targetSize() {
    return scale.size();
  }

  /**
   * Writes the numbers as they are on their scales, all NaN where the vector is null.
   *
   * @throws IllegalArgumentException if there are not {@link #size()} numbers; if one is not
   *     finite, or no float holds it when it is scaled: {@code [2] is NaN, …}, to be read behind
   *     the name
   */
  @Override
  public void target(@Nullable A expected, float[] to, int at) {
    if (expected == null) {
      absent(to, at);
      return;
    }
    checkLength(arrays.length(expected), size());
    for (int i = 0; i < size(); i++) {
      try {
        to[at + i] = scale.scaled(arrays.at(expected, i), i);
      } catch (WrongValue e) {
        throw e.place(i);
      }
    }
  }

  private static void checkLength(int found, int size) {
    if (found != size) {
      throw WrongValue.of("has " + found + " numbers, expected " + size);
    }
  }

  /** Returns the vector that scores stand for, in the user's units. */
  @Override
  public A answer(float[] scores) {
    return arrays.of(numbers(scores));
  }

  /** Returns the numbers that scores stand for, in the user's units and in double. */
  public double[] numbers(float[] scores) {
    Scores.checkSize(scores, size());
    Scores.checkFinite(scores);
    double[] numbers = new double[size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = scale.unscaled(scores[i], i);
    }
    return numbers;
  }

  /** Returns the number at a place of a vector. */
  public double number(A vector, int place) {
    return arrays.at(vector, place);
  }

  @Override
  public StoredCodec stored() {
    return scale.stored(KIND, true);
  }

  @Override
  public Set<String> learned() {
    return scale.learned();
  }

  /**
   * Returns the codec of vectors of floats that was stored.
   *
   * @param size how many numbers a vector has
   * @throws IllegalArgumentException if it is no codec of such vectors, or damaged
   */
  public static NumbersCodec<float[]> restoreFloats(StoredCodec stored, int size) {
    return new NumbersCodec<>(Arrays.FLOATS, AnswerScale.restore(stored, KIND, size));
  }

  /** Returns the codec of vectors of doubles that was stored; as {@link #restoreFloats}. */
  public static NumbersCodec<double[]> restoreDoubles(StoredCodec stored, int size) {
    return new NumbersCodec<>(Arrays.DOUBLES, AnswerScale.restore(stored, KIND, size));
  }

  /**
   * Learns from the answers of the training data. For use by one thread.
   *
   * @param <A> the array
   */
  public static final class Learner<A> {
    private final Arrays<A> arrays;
    private final AnswerScale.Learner scale;

    private Learner(Arrays<A> arrays, AnswerScale.Learner scale) {
      this.arrays = arrays;
      this.scale = scale;
    }

    /**
     * Learns from an answer; nothing where it is absent.
     *
     * @throws IllegalArgumentException if it has another length, or a number is not finite, naming
     *     its place: {@code [2] is NaN, …}
     */
    public void add(@Nullable A expected) {
      if (expected == null) {
        return;
      }
      checkLength(arrays.length(expected), scale.size());
      for (int i = 0; i < scale.size(); i++) {
        try {
          scale.add(arrays.at(expected, i), i);
        } catch (WrongValue e) {
          throw e.place(i);
        }
      }
    }

    /**
     * Returns the codec with what was learned so far.
     *
     * @throws IllegalArgumentException if the numbers of a place are too far apart to be scaled
     */
    public NumbersCodec<A> build() {
      return new NumbersCodec<>(arrays, scale.build());
    }
  }
}
