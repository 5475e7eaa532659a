package dev.rondo.runtime.data.answer;

import dev.rondo.runtime.data.AnswerCodec;
import dev.rondo.runtime.data.Scores;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;
import dev.rondo.runtime.data.StoredConstants;
import dev.rondo.runtime.data.Temperature;
import dev.rondo.runtime.data.feature.WrongValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several labels as an answer: one score per constant of an enum, whose sigmoid is the probability
 * of that label, whatever the others are. Answered are those that are as likely as not, or
 * likelier.
 *
 * <p>A model file keeps the constants' names in the order of training, as that of {@link
 * dev.rondo.runtime.data.EnumCodec} does.
 *
 * @param <E> the enum
 */
public final class LabelsCodec<E extends Enum<E>> implements AnswerCodec<Set<E>> {
  private static final String KIND = "labels";

  private final StoredConstants<E> constants;
  private final List<E> labels;
  private final Temperature temperature;

  private LabelsCodec(StoredConstants<E> constants, Temperature temperature) {
    this.constants = constants;
    this.labels = constants.known();
    this.temperature = temperature;
  }

  /**
   * Returns the codec of an enum.
   *
   * @param values all constants, as {@code values()} gives them
   * @throws IllegalArgumentException if there are none
   */
  public static <E extends Enum<E>> LabelsCodec<E> of(E[] values) {
    return new LabelsCodec<>(StoredConstants.of(checked(values)), Temperature.NONE);
  }

  private static <E extends Enum<E>> List<E> checked(E[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("there is no label: the enum has no constants");
    }
    return Arrays.asList(values);
  }

  /** Returns the labels in the order of their scores; unmodifiable. */
  public List<E> labels() {
    return labels;
  }

  /** Returns how many labels there are. */
  @Override
  public int size() {
    return labels.size();
  }

  /** Returns how many labels there are. */
  @Override
  public int targetSize() {
    return labels.size();
  }

  /**
   * Writes 1 for each label of a set, 0 for the others; all NaN where it is null.
   *
   * @throws IllegalArgumentException if a label is null, or none that the model knows
   */
  @Override
  public void target(@Nullable Set<E> expected, float[] to, int at) {
    if (expected == null) {
      absent(to, at);
      return;
    }
    Arrays.fill(to, at, at + size(), 0);
    for (E label : expected) {
      if (label == null) {
        throw WrongValue.of("has a label that is null");
      }
      int number = labels.indexOf(label);
      if (number < 0) {
        throw WrongValue.of(
            "has the label "
                + label.name()
                + ", which is none of "
                + StoredConstants.names(labels));
      }
      to[at + number] = 1;
    }
  }

  /** Returns what scores are divided by before they become probabilities. */
  public Temperature temperature() {
    return temperature;
  }

  /**
   * Returns the same with another temperature. It is stored with the model, and changes all
   * probabilities; which labels are as likely as not it leaves as it is.
   */
  public LabelsCodec<E> at(Temperature other) {
    return other.equals(temperature) ? this : new LabelsCodec<>(constants, other);
  }

  /**
   * Returns the codec of a training that goes on from this one's: without temperature, with the
   * constants that the enum has gained since.
   */
  public LabelsCodec<E> forTraining() {
    return new LabelsCodec<>(constants.grown(), Temperature.NONE);
  }

  /** Returns the labels whose probability is at least one half; unmodifiable, in their order. */
  @Override
  public Set<E> answer(float[] scores) {
    check(scores);
    Set<E> answer = EnumSet.noneOf(labels.get(0).getDeclaringClass());
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] >= 0) {
        answer.add(labels.get(i));
      }
    }
    return Collections.unmodifiableSet(answer);
  }

  /**
   * Returns the probability of each label, in [0, 1]; unmodifiable, in the order of the constants.
   *
   * @throws IllegalArgumentException as for {@link #answer}
   */
  public Map<E, Double> probabilities(float[] scores) {
    check(scores);
    Map<E, Double> probabilities = new EnumMap<>(labels.get(0).getDeclaringClass());
    for (int i = 0; i < scores.length; i++) {
      probabilities.put(labels.get(i), probability(scores[i]));
    }
    return Collections.unmodifiableMap(probabilities);
  }

  /** Returns the probability of a label with a score, in [0, 1]. */
  public double probability(float score) {
    return Scores.sigmoid(temperature.of(score));
  }

  /**
   * Returns the cross entropy of the score of a label, in nats: the negative natural logarithm of
   * the probability of what is so.
   *
   * @param isSo whether the label is there
   */
  public double loss(float score, boolean isSo) {
    double scaled = temperature.of(score);
    return Scores.softplus(isSo ? -scaled : scaled);
  }

  private void check(float[] scores) {
    Scores.checkSize(scores, size());
    Scores.checkFinite(scores);
  }

  @Override
  public StoredCodec stored() {
    return new StoredCodec(KIND, temperature.with(Map.of()), StoredConstants.names(labels));
  }

  /** Returns the temperature, which is fitted when the model is trained. */
  @Override
  public Set<String> learned() {
    return Temperature.settings();
  }

  /**
   * Returns the codec that was stored. The scores of the constants are those of the file, whatever
   * their order is now.
   *
   * @param values all constants of the enum, as {@code values()} gives them
   * @throws IllegalArgumentException if it is no codec of labels, it is damaged, or the enum has
   *     other constants, naming those that are missing and those that are new
   */
  public static <E extends Enum<E>> LabelsCodec<E> restore(StoredCodec stored, E[] values) {
    StoredCodecs.checkKind(stored, KIND);
    return new LabelsCodec<>(
        StoredConstants.restore(stored, checked(values)), Temperature.of(stored));
  }
}
