package dev.rondo.runtime.train;

import dev.rondo.runtime.data.ClassCodec;
import dev.rondo.runtime.data.Temperature;
import dev.rondo.runtime.data.answer.LabelsCodec;
import dev.rondo.runtime.data.answer.TagSequence;
import dev.rondo.runtime.train.metric.FittedAnswers;
import dev.rondo.runtime.train.metric.ScoredAnswers;
import dev.rondo.runtime.train.metric.TaggedAnswers;
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
  private final FittedAnswers answers;
  private final Reader<T> reader;
  private @Nullable Found found;

  /** Adds the answers of an example. */
  @FunctionalInterface
  private interface Reader<T> {
    void add(float[] scores, T expected);
  }

  /** The best temperature of the answers that were added, and whether they tell it from 1. */
  private record Found(double best, boolean differs) {}

  private TemperatureFit(FittedAnswers answers, Reader<T> reader) {
    this.answers = answers;
    this.reader = reader;
  }

  /**
   * Starts without answers of one of several classes, or of yes and no. A class that is none of the
   * codec's, as training did not show it, does not count.
   */
  public static <T extends Comparable<T>> TemperatureFit<T> of(ClassCodec<T> codec) {
    ScoredAnswers answers = new ScoredAnswers();
    return new TemperatureFit<>(
        answers,
        (scores, expected) -> {
          if (codec.knows(expected)) {
            answers.add(scores, codec.index(expected));
          }
        });
  }

  /** Starts without answers of several labels, of which each counts as a yes or no. */
  public static <E extends Enum<E>> TemperatureFit<Set<E>> of(LabelsCodec<E> codec) {
    ScoredAnswers answers = new ScoredAnswers();
    return new TemperatureFit<>(
        answers,
        (scores, expected) -> {
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
        (scores, expected) -> {
          int size = expected.isEmpty() ? 0 : scores.length / expected.size();
          int at = 0;
          for (T answer : expected) {
            step.add(Arrays.copyOfRange(scores, at, at + size), answer);
            at += size;
          }
        });
  }

  /**
   * Starts without answers of tags that are decided together: fits the probabilities of single
   * tags. A tag that is none of the codec's does not count.
   */
  public static <T extends Comparable<T>> TemperatureFit<List<@Nullable T>> of(
      TagSequence<T> tags) {
    ClassCodec<T> codec = tags.codec();
    TaggedAnswers answers = new TaggedAnswers(tags.transitions());
    return new TemperatureFit<>(
        answers,
        (scores, expected) -> {
          if (!expected.isEmpty()) {
            answers.add(scores, expected.stream().mapToInt(tag -> number(codec, tag)).toArray());
          }
        });
  }

  private static <T extends Comparable<T>> int number(ClassCodec<T> codec, @Nullable T tag) {
    return tag == null || !codec.knows(tag) ? -1 : codec.index(tag);
  }

  /**
   * Adds an example.
   *
   * @param scores the network's scores for it
   * @param expected the right answer; null where it is absent, and then the example does not count
   * @throws IllegalArgumentException if there are more or fewer scores than it needs, or one is no
   *     finite number
   */
  public void add(float[] scores, @Nullable T expected) {
    if (expected != null) {
      reader.add(scores, expected);
      found = null;
    }
  }

  /** Returns the temperature; none if there is no best one, or it may as well be 1. */
  Temperature temperature() {
    Found known = found();
    return known.differs() ? new Temperature(known.best()) : Temperature.NONE;
  }

  private Found found() {
    Found known = found;
    if (known == null) {
      double best = answers.bestTemperature();
      known = new Found(best, Temperature.inRange(best) && answers.differFromOne());
      found = known;
    }
    return known;
  }

  /**
   * Returns why there is no temperature, to be read behind the output's name; empty where there is
   * one.
   */
  Optional<String> obstacle() {
    double best = found().best();
    if (Temperature.inRange(best)) {
      return found().differs()
          ? Optional.empty()
          : Optional.of(
              String.format(
                  Locale.ROOT,
                  "keeps its probabilities: %s do not tell a temperature of %.3f from 1",
                  answers.evidence(),
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
