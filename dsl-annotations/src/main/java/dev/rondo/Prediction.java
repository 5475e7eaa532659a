package dev.rondo;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An answer of a classifier together with the probability of every possible answer.
 *
 * <p>May be the return type of a model's method: {@code Prediction<Sentiment> predict(String
 * review)}. Immutable. Libraries that write records as JSON write it as {@code {"value":"POSITIVE",
 * "probabilities":{"NEGATIVE":0.03,"POSITIVE":0.97},"evidence":1.0}}.
 *
 * @param value the answer: the most probable one, unless the model answers by a threshold
 * @param probabilities the probability of every answer, in the order of the classes; unmodifiable
 * @param evidence how much of the text that was asked about the model knows: the share of its
 *     tokens, in [0, 1], that it learned in training. 0 for an empty text and for one without a
 *     known token, whose answer says nothing about it. 1 where the model reads anything but one
 *     text, or one list of tokens
 * @param <T> the type of the answer: an enum, {@code Boolean}, or a class seen in training
 */
public record Prediction<T extends Comparable<T>>(
    T value, Map<T, Double> probabilities, double evidence) {
  /**
   * Creates a prediction with an evidence of 1.
   *
   * @throws IllegalArgumentException if a probability is outside [0, 1], or the value has none
   */
  public Prediction(T value, Map<T, Double> probabilities) {
    this(value, probabilities, 1);
  }

  /**
   * Checks and copies the parts.
   *
   * @throws IllegalArgumentException if a probability or the evidence is outside [0, 1], or the
   *     value has no probability
   */
  public Prediction {
    Map<T, Double> copy = new LinkedHashMap<>();
    for (Map.Entry<T, Double> entry : probabilities.entrySet()) {
      double probability = entry.getValue();
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException(
            "probability of " + entry.getKey() + " is " + probability + ", not in [0, 1]");
      }
      copy.put(entry.getKey(), probability);
    }
    if (!(evidence >= 0 && evidence <= 1)) {
      throw new IllegalArgumentException("evidence is " + evidence + ", not in [0, 1]");
    }
    if (!copy.containsKey(Objects.requireNonNull(value, "value"))) {
      throw new IllegalArgumentException(
          "value " + value + " is none of the answers " + copy.keySet());
    }
    probabilities = Collections.unmodifiableMap(copy);
  }

  /**
   * Returns the prediction with the given probabilities; its value is the most probable one, the
   * first of them where several are equally probable.
   *
   * @param probabilities the probability of every possible value, in the order of the classes
   * @throws IllegalArgumentException if there is none, or one is outside [0, 1]
   */
  public static <T extends Comparable<T>> Prediction<T> of(Map<T, Double> probabilities) {
    T best = null;
    double most = -1;
    for (Map.Entry<T, Double> entry : probabilities.entrySet()) {
      // one that is no number is refused by the constructor
      if (best == null || entry.getValue() > most) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("a prediction needs at least one possible value");
    }
    return new Prediction<>(best, probabilities);
  }

  /** Returns the probability, in [0, 1], of {@link #value()}. */
  public double probability() {
    return probability(value);
  }

  /**
   * Returns the probability, in [0, 1], of an answer.
   *
   * @throws IllegalArgumentException if the model does not know that answer
   */
  public double probability(T answer) {
    Double probability = probabilities.get(Objects.requireNonNull(answer, "answer"));
    if (probability == null) {
      throw new IllegalArgumentException(
          answer + " is none of the answers " + probabilities.keySet());
    }
    return probability;
  }

  /**
   * Returns the answer, or nothing where the model is unsure: where the probability of the answer
   * is below what is asked for, or there is no {@linkplain #evidence() evidence} at all.
   *
   * @param atLeast the least probability of an answer, in [0, 1]
   * @throws IllegalArgumentException if it is outside [0, 1]
   */
  public Optional<T> valueIfSure(double atLeast) {
    if (!(atLeast >= 0 && atLeast <= 1)) {
      throw new IllegalArgumentException("atLeast is " + atLeast + ", not in [0, 1]");
    }
    return evidence > 0 && probability() >= atLeast ? Optional.of(value) : Optional.empty();
  }

  /**
   * Returns the same with another evidence.
   *
   * @throws IllegalArgumentException if it is outside [0, 1]
   */
  public Prediction<T> withEvidence(double share) {
    return new Prediction<>(value, probabilities, share);
  }

  /** Returns all answers, the most probable first. */
  public List<T> ranked() {
    return probabilities.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Returns the answer and its probability: {@code POSITIVE (97.2 %)}; with an evidence of 0 {@code
   * POSITIVE (62.0 %, no known token)}.
   */
  @Override
  public String toString() {
    String known = evidence == 0 ? ", no known token" : "";
    return String.format(Locale.ROOT, "%s (%.1f %%%s)", value, 100 * probability(), known);
  }
}
