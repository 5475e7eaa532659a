package dev.rondo.runtime.data.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Numbers as users have them and as the codecs of answers take them: {@code Double}. */
public final class NumberLists {
  private NumberLists() {}

  /** Returns a number that may be absent. */
  public static @Nullable Double number(@Nullable Float value) {
    return value == null ? null : Double.valueOf(value);
  }

  /** Returns a number that may be absent: empty, or null. */
  public static @Nullable Double number(@Nullable OptionalDouble value) {
    return value == null || value.isEmpty() ? null : Double.valueOf(value.getAsDouble());
  }

  /** Returns numbers, of which some may be absent. */
  public static List<@Nullable Double> numbers(List<@Nullable Float> values) {
    List<@Nullable Double> numbers = new ArrayList<>(values.size());
    for (Float value : values) {
      numbers.add(number(value));
    }
    return Collections.unmodifiableList(numbers);
  }

  /** Returns numbers, of which those are absent that are empty, or null. */
  public static List<@Nullable Double> present(List<@Nullable OptionalDouble> values) {
    List<@Nullable Double> numbers = new ArrayList<>(values.size());
    for (OptionalDouble value : values) {
      numbers.add(number(value));
    }
    return Collections.unmodifiableList(numbers);
  }

  /** Returns numbers. */
  public static List<@Nullable Double> numbers(float[] values) {
    List<@Nullable Double> numbers = new ArrayList<>(values.length);
    for (float value : values) {
      numbers.add((double) value);
    }
    return Collections.unmodifiableList(numbers);
  }

  /** Returns numbers. */
  public static List<@Nullable Double> numbers(double[] values) {
    List<@Nullable Double> numbers = new ArrayList<>(values.length);
    for (double value : values) {
      numbers.add(value);
    }
    return Collections.unmodifiableList(numbers);
  }

  /** Returns answers, which are never absent, as floats. */
  public static List<Float> floats(List<@Nullable Double> answers) {
    List<Float> floats = new ArrayList<>(answers.size());
    for (Double answer : answers) {
      floats.add(present(answer).floatValue());
    }
    return Collections.unmodifiableList(floats);
  }

  /** Returns answers, which are never absent, as optional numbers. */
  public static List<OptionalDouble> optionals(List<@Nullable Double> answers) {
    List<OptionalDouble> optionals = new ArrayList<>(answers.size());
    for (Double answer : answers) {
      optionals.add(OptionalDouble.of(present(answer)));
    }
    return Collections.unmodifiableList(optionals);
  }

  /** Returns answers, which are never absent, as an array. */
  public static float[] floatArray(List<@Nullable Double> answers) {
    float[] array = new float[answers.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = present(answers.get(i)).floatValue();
    }
    return array;
  }

  /** Returns answers, which are never absent, as an array. */
  public static double[] doubleArray(List<@Nullable Double> answers) {
    double[] array = new double[answers.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = present(answers.get(i));
    }
    return array;
  }

  private static Double present(@Nullable Double answer) {
    if (answer == null) {
      throw new IllegalStateException("an answer is absent");
    }
    return answer;
  }
}
