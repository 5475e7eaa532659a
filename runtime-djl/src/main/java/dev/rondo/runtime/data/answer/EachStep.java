package dev.rondo.runtime.data.answer;

import dev.rondo.runtime.data.AnswerCodec;
import dev.rondo.runtime.data.Scores;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.feature.WrongValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One answer at each step, made of what answers once. Sizes are those of one step; scores and
 * targets are those of all steps, one after the other. A list has as many answers as the sequence
 * has steps; an element of it is null where the answer of that step is absent.
 *
 * <p>An empty sequence has no answers. The network reads it as one step all the same, whose target
 * is absent and whose scores mean nothing.
 *
 * @param <T> the type of the answer of a step
 */
public final class EachStep<T> implements AnswerCodec<List<@Nullable T>> {
  private final AnswerCodec<T> step;

  private EachStep(AnswerCodec<T> step) {
    this.step = step;
  }

  /** Returns the codec of lists of such answers. */
  public static <T> EachStep<T> of(AnswerCodec<T> step) {
    return new EachStep<>(step);
  }

  /** Returns the codec of the answer of one step. */
  public AnswerCodec<T> step() {
    return step;
  }

  /** Returns how many scores the answer of one step has. */
  @Override
  public int size() {
    return step.size();
  }

  /** Returns how many numbers the target of one step has. */
  @Override
  public int targetSize() {
    return step.targetSize();
  }

  /**
   * Writes the targets of as many steps as there are answers, or of one absent step where there are
   * none, or no list.
   *
   * @throws IllegalArgumentException if the network cannot learn an answer: {@code [3] is NaN, …},
   *     to be read behind the name
   */
  @Override
  public void target(@Nullable List<@Nullable T> expected, float[] to, int at) {
    if (expected == null || expected.isEmpty()) {
      step.absent(to, at);
      return;
    }
    int i = 0;
    for (T answer : expected) {
      try {
        step.target(answer, to, at + i * targetSize());
      } catch (IllegalArgumentException e) {
        throw WrongValue.of(e).place(i);
      }
      i++;
    }
  }

  /** Returns the targets of as many steps as there are answers, of one where there are none. */
  @Override
  public float[] target(@Nullable List<@Nullable T> expected) {
    int steps = expected == null ? 1 : Math.max(1, expected.size());
    float[] target = new float[Math.multiplyExact(steps, targetSize())];
    target(expected, target, 0);
    return target;
  }

  /**
   * Returns the targets of a sequence.
   *
   * @param expected an answer for each step; null where all are absent
   * @param steps how many steps the sequence has, 0 if it is empty
   * @return (steps × targetSize), of an empty sequence those of one absent step
   * @throws IllegalArgumentException if there are more or fewer answers than steps; as {@link
   *     #target(List, float[], int)} does
   */
  public float[] target(@Nullable List<@Nullable T> expected, int steps) {
    if (expected == null) {
      float[] target = new float[Math.multiplyExact(Math.max(1, steps), targetSize())];
      Arrays.fill(target, Float.NaN);
      return target;
    }
    if (expected.size() != steps) {
      throw WrongValue.of(
          "has %s %s, but the sequence has %s %s: there must be one for each step"
              .formatted(
                  expected.size(),
                  expected.size() == 1 ? "answer" : "answers",
                  steps,
                  steps == 1 ? "step" : "steps"));
    }
    return target(expected);
  }

  /**
   * Returns an answer for each step that there are scores of; unmodifiable.
   *
   * @param scores (steps × size)
   * @throws IllegalArgumentException if they are no multiple of the size, or one is no finite
   *     number
   */
  @Override
  public List<@Nullable T> answer(float[] scores) {
    if (scores.length % size() != 0) {
      throw new IllegalArgumentException(
          "there are " + scores.length + " scores, expected a multiple of " + size());
    }
    return answer(scores, scores.length / size());
  }

  /**
   * Returns the answers of a sequence, unmodifiable.
   *
   * @param scores (steps × size), of an empty sequence those of one step
   * @param steps how many steps the sequence has, 0 if it is empty
   * @throws IllegalArgumentException if there are other scores, or one is no finite number
   */
  public List<@Nullable T> answer(float[] scores, int steps) {
    Scores.checkSize(scores, Math.multiplyExact(Math.max(1, steps), size()));
    List<@Nullable T> answers = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      answers.add(step.answer(Arrays.copyOfRange(scores, i * size(), (i + 1) * size())));
    }
    return Collections.unmodifiableList(answers);
  }

  /**
   * Returns something of the scores of each step, such as the prediction that they stand for.
   *
   * @param scores (steps × size), of an empty sequence those of one step
   * @param steps how many steps the sequence has, 0 if it is empty
   * @param decoder is given the scores of a step
   * @throws IllegalArgumentException if there are other scores
   */
  public <R> List<R> each(float[] scores, int steps, Function<float[], R> decoder) {
    Scores.checkSize(scores, Math.multiplyExact(Math.max(1, steps), size()));
    List<R> decoded = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      decoded.add(decoder.apply(Arrays.copyOfRange(scores, i * size(), (i + 1) * size())));
    }
    return Collections.unmodifiableList(decoded);
  }

  /** Returns what is stored of the codec of one step, by which it is restored. */
  @Override
  public StoredCodec stored() {
    return step.stored();
  }

  @Override
  public Set<String> learned() {
    return step.learned();
  }
}
