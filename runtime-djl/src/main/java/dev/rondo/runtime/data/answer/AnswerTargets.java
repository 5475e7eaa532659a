package dev.rondo.runtime.data.answer;

import dev.rondo.runtime.data.AnswerCodec;
import dev.rondo.runtime.data.UnknownClassException;
import dev.rondo.runtime.data.feature.WrongValue;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Targets of answers whose errors name the output: {@code expected.hours[3] is NaN, …}. */
public final class AnswerTargets {
  private AnswerTargets() {}

  /**
   * Returns the target of an answer.
   *
   * @param output what the user calls it
   * @param expected null where it is absent
   * @throws IllegalArgumentException if the network cannot learn this answer, naming the output; an
   *     {@link UnknownClassException} stays one
   */
  public static <T> float[] of(String output, AnswerCodec<T> codec, @Nullable T expected) {
    try {
      return codec.target(expected);
    } catch (UnknownClassException e) {
      throw e.in(output + " is wrong");
    } catch (IllegalArgumentException e) {
      throw WrongValue.of(e).in(output);
    }
  }

  /**
   * Gives a learner an answer of the training data; nothing where it is absent.
   *
   * @param output what the user calls it
   * @param expected null where it is absent
   * @throws IllegalArgumentException if the network cannot learn this answer, naming the output
   */
  public static <T> void learn(String output, Consumer<T> learner, @Nullable T expected) {
    if (expected == null) {
      return;
    }
    try {
      learner.accept(expected);
    } catch (IllegalArgumentException e) {
      throw WrongValue.of(e).in(output);
    }
  }

  /**
   * Gives a learner the answers of a sequence, one for each step.
   *
   * @param output what the user calls them
   * @param expected null where all are absent
   * @throws IllegalArgumentException if the network cannot learn one, naming the output and the
   *     step
   */
  public static <T> void learnEach(
      String output, Consumer<T> learner, @Nullable List<@Nullable T> expected) {
    if (expected == null) {
      return;
    }
    int step = 0;
    for (T answer : expected) {
      learn(output + "[" + step + "]", learner, answer);
      step++;
    }
  }

  /**
   * Returns the targets of a sequence.
   *
   * @param output what the user calls it
   * @param expected an answer for each step; null where all are absent
   * @param steps how many steps the sequence has, 0 if it is empty
   * @throws IllegalArgumentException as {@link EachStep#target(List, int)} does, naming the output
   */
  public static <T> float[] of(
      String output, EachStep<T> codec, @Nullable List<@Nullable T> expected, int steps) {
    try {
      return codec.target(expected, steps);
    } catch (IllegalArgumentException e) {
      throw WrongValue.of(e).in(output);
    }
  }
}
