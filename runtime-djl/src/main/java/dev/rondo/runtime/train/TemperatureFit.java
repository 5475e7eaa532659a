package dev.rondo.runtime.train;

import dev.rondo.runtime.data.ClassCodec;
import dev.rondo.runtime.data.Temperature;
import dev.rondo.runtime.data.answer.LabelsCodec;
import dev.rondo.runtime.train.metric.ScoredAnswers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the temperature at which the probabilities of an output fit right answers best: that of the
 * lowest negative log-likelihood (Guo et al. 2017, arXiv:1706.04599, section 4.2). Keeps the scores
 * of all answers, four bytes each, and eight for each answer. For use by one thread.
 *
 * @param <T> the type of an answer
 */
public final class TemperatureFit<T> {
  private final ScoredAnswers answers;
  private final Reader<T> reader;

  /** Adds the answers of an example. */
  @FunctionalInterface
  private interface Reader<T> {
    void add(ScoredAnswers answers, float[] scores, T expected);
  }

  private TemperatureFit(ScoredAnswers answers, Reader<T> reader) {
    this.answers = answers;
    this.reader = reader;
  }

  /** Starts without answers of one of several classes, or of yes and no. */
  public static <T extends Comparable<T>> TemperatureFit<T> of(ClassCodec<T> codec) {
    return new TemperatureFit<>(
        new ScoredAnswers(),
        (answers, scores, expected) -> answers.add(scores, codec.index(expected)));
  }

  /** Starts without answers of several labels, of which each counts as a yes or no. */
  public static <E extends Enum<E>> TemperatureFit<Set<E>> of(LabelsCodec<E> codec) {
    return new TemperatureFit<>(
        new ScoredAnswers(),
        (answers, scores, expected) -> {
          float[] target = codec.target(expected);
          for (int i = 0; i < target.length; i++) {
            answers.add(new float[] {scores[i]}, (int) target[i]);
          }
        });
  }

  /**
   * Returns the fit of an output that answers each step: all steps that have an answer count alike.
   *
   * @param step fits what is answered at a step; has no answers yet
   */
  public static <T> TemperatureFit<List<@Nullable T>> eachStep(TemperatureFit<T> step) {
    return new TemperatureFit<>(
        step.answers,
        (answers, scores, expected) -> {
          int size = expected.isEmpty() ? 0 : scores.length / expected.size();
          int at = 0;
          for (T answer : expected) {
            step.add(Arrays.copyOfRange(scores, at, at + size), answer);
            at += size;
          }
        });
  }

  /**
   * Adds an example.
   *
   * @param scores the network's scores for it
   * @param expected the right answer; null where it is absent, and then the example does not count
   * @throws IllegalArgumentException if the answer is none that the network could give
   */
  public void add(float[] scores, @Nullable T expected) {
    if (expected != null) {
      reader.add(answers, scores, expected);
    }
  }

  /** Returns the temperature; none if there is no best one, or it may as well be 1. */
  Temperature temperature() {
    double best = answers.bestTemperature();
    return Temperature.inRange(best) && answers.differFromOne()
        ? new Temperature(best)
        : Temperature.NONE;
  }

  /**
   * Returns why there is no temperature, to be read behind the output's name; empty where there is
   * one.
   */
  Optional<String> obstacle() {
    double best = answers.bestTemperature();
    if (Temperature.inRange(best)) {
      return answers.differFromOne()
          ? Optional.empty()
          : Optional.of(
              String.format(
                  Locale.ROOT,
                  "keeps its probabilities: %s answers do not tell a temperature of %.3f from 1",
                  answers.size(),
                  best));
    }
    if (answers.size() == 0) {
      return Optional.of("has no answer in the examples that calibrate");
    }
    return Optional.of(
        best < Temperature.LEAST
            ? "is answered right in all examples that calibrate, or nearly so: they cannot tell how"
                + " often answers are wrong"
            : "has scores that say nothing about the answers of the examples that calibrate");
  }
}
