package dev.rondo.runtime.data.answer;

import dev.rondo.runtime.data.AnswerCodec;
import dev.rondo.runtime.data.Scores;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;
import dev.rondo.runtime.data.StoredConstants;
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

  private final List<E> labels;

  private LabelsCodec(List<E> labels) {
    this.labels = List.copyOf(labels);
  }

  /**
   * Returns the codec of an enum.
   *
   * @param values all constants, as {@code values()} gives them
   * @throws IllegalArgumentException if there are none
   */
  public static <E extends Enum<E>> LabelsCodec<E> of(E[] values) {
    return new LabelsCodec<>(checked(values));
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
   * @throws IllegalArgumentException if a label is null
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
      to[at + labels.indexOf(label)] = 1;
    }
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
      probabilities.put(labels.get(i), Scores.sigmoid(scores[i]));
    }
    return Collections.unmodifiableMap(probabilities);
  }

  private void check(float[] scores) {
    Scores.checkSize(scores, size());
    Scores.checkFinite(scores);
  }

  @Override
  public StoredCodec stored() {
    return new StoredCodec(KIND, Map.of(), StoredConstants.names(labels));
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
    return new LabelsCodec<>(StoredConstants.restore(stored, checked(values)));
  }
}
