package dev.rondo.runtime.data;

import dev.rondo.Prediction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mathematics of scores, in double. */
public final class Scores {
  private Scores() {}

  /**
   * Returns the class with a number.
   *
   * @throws IllegalArgumentException if there is none
   */
  static <T> T numbered(List<T> classes, int number) {
    if (number < 0 || number >= classes.size()) {
      throw new IllegalArgumentException(
          "class number " + number + " is not in [0, " + classes.size() + ")");
    }
    return classes.get(number);
  }

  /**
   * Returns the answer of one finite score for each class, by softmax. Whatever the temperature,
   * the value is that of the scores themselves.
   */
  static <T extends Comparable<T>> Prediction<T> prediction(
      float[] scores, List<T> classes, Temperature temperature) {
    Prediction<T> plain = Prediction.of(probabilities(scores, classes, Temperature.NONE));
    return temperature.isNone()
        ? plain
        : new Prediction<>(plain.value(), probabilities(scores, classes, temperature));
  }

  private static <T> Map<T, Double> probabilities(
      float[] scores, List<T> classes, Temperature temperature) {
    double[] softmax = softmax(scores, temperature);
    Map<T, Double> probabilities = new LinkedHashMap<>();
    for (int i = 0; i < softmax.length; i++) {
      probabilities.put(classes.get(i), softmax[i]);
    }
    return probabilities;
  }

  /**
   * Checks the number of scores.
   *
   * @throws IllegalArgumentException if it is another
   */
  public static void checkSize(float[] scores, int size) {
    if (scores.length != size) {
      throw new IllegalArgumentException(
          "there are " + scores.length + " scores, expected " + size);
    }
  }

  /**
   * Checks that all scores are finite.
   *
   * @throws IllegalArgumentException if one is not
   */
  public static void checkFinite(float[] scores) {
    for (float score : scores) {
      if (!Float.isFinite(score)) {
        throw new IllegalArgumentException(
            "scores are not finite: %s. The network's weights are damaged or diverged."
                .formatted(Arrays.toString(scores)));
      }
    }
  }

  /** Returns {@code exp(scores[i]) / Σ exp(scores[j])}, for finite scores of any size. */
  public static double[] softmax(float[] scores) {
    return softmax(scores, Temperature.NONE);
  }

  /** Returns the same of scores at a temperature. */
  static double[] softmax(float[] scores, Temperature temperature) {
    double greatest = greatest(scores);
    double[] probabilities = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] = Math.exp((scores[i] - greatest) / temperature.value());
      sum += probabilities[i];
    }
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] /= sum;
    }
    return probabilities;
  }

  /** Returns {@code -ln softmax(scores)[expected]}. */
  public static double crossEntropy(float[] scores, int expected) {
    return crossEntropy(scores, expected, Temperature.NONE);
  }

  /** Returns the same of scores at a temperature. */
  static double crossEntropy(float[] scores, int expected, Temperature temperature) {
    double greatest = greatest(scores);
    double sum = 0;
    for (float score : scores) {
      sum += Math.exp((score - greatest) / temperature.value());
    }
    return (Math.log(sum) * temperature.value() + greatest - scores[expected])
        / temperature.value();
  }

  /** Returns {@code 1 / (1 + exp(-score))}. */
  public static double sigmoid(double score) {
    return score >= 0 ? 1 / (1 + Math.exp(-score)) : Math.exp(score) / (1 + Math.exp(score));
  }

  /** Returns {@code ln(1 + exp(score))}. */
  public static double softplus(double score) {
    return Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score)));
  }

  private static double greatest(float[] scores) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      greatest = Math.max(greatest, score);
    }
    return greatest;
  }
}
