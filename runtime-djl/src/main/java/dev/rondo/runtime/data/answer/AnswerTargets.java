package dev.rondo.runtime.data.answer;

import dev.rondo.runtime.data.AnswerCodec;
import dev.rondo.runtime.data.feature.WrongValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Targets of answers whose errors name the output: {@code expected.hours[3] is NaN, …}. */
public final class AnswerTargets {
  private AnswerTargets() {}

  /**
   * Returns the target of an answer.
   *
   * @param output what the user calls it
   * @param expected null where it is absent
   * @throws IllegalArgumentException if the network cannot learn this answer, naming the output
   */
  public static <T> float[] of(String output, AnswerCodec<T> codec, @Nullable T expected) {
    try {
      return codec.target(expected);
    } catch (IllegalArgumentException e) {
      throw WrongValue.of(e).in(output);
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
