package dev.rondo.runtime.data;

import dev.rondo.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns the constants of an enum into numbers and scores into one of them: one score per constant,
 * softmax.
 *
 * <p>A model file keeps the constants' names in the order of training. So an enum may be reordered
 * under a trained model, but no constant may go or change its name, and one may come only where the
 * model is restored for a training that goes on.
 *
 * @param <E> the enum
 */
public final class EnumCodec<E extends Enum<E>> implements ClassCodec<E> {
  private static final String KIND = "enum";

  private final StoredConstants<E> constants;
  private final List<E> classes;
  private final Temperature temperature;
  private final EnumMap<E, Integer> numbers;

  private EnumCodec(StoredConstants<E> constants, Temperature temperature) {
    this.constants = constants;
    this.classes = constants.known();
    this.temperature = temperature;
    Class<E> type = classes.get(0).getDeclaringClass();
    this.numbers = new EnumMap<>(type);
    for (int i = 0; i < classes.size(); i++) {
      if (numbers.put(classes.get(i), i) != null) {
        throw new IllegalArgumentException(
            "constant "
                + classes.get(i).name()
                + " of "
                + type.getSimpleName()
                + " is there twice");
      }
    }
  }

  /**
   * Returns the codec of an enum.
   *
   * @param values all constants, as {@code values()} gives them
   * @throws IllegalArgumentException if there are fewer than two
   */
  public static <E extends Enum<E>> EnumCodec<E> of(E[] values) {
    return new EnumCodec<>(StoredConstants.of(checked(values)), Temperature.NONE);
  }

  @Override
  public List<E> classes() {
    return classes;
  }

  @Override
  public int size() {
    return classes.size();
  }

  @Override
  public int index(@Nullable E value) {
    E checked = Arguments.notNull(value, "class");
    Integer number = numbers.get(checked);
    if (number == null) {
      throw new IllegalArgumentException(
          checked.name() + " is none of " + StoredConstants.names(classes));
    }
    return number;
  }

  @Override
  public E value(int index) {
    return Scores.numbered(classes, index);
  }

  @Override
  public Temperature temperature() {
    return temperature;
  }

  @Override
  public EnumCodec<E> at(Temperature other) {
    return other.equals(temperature) ? this : new EnumCodec<>(constants, other);
  }

  /** Returns the same without temperature, with the constants that the enum has gained since. */
  @Override
  public EnumCodec<E> forTraining() {
    return new EnumCodec<>(constants.grown(), Temperature.NONE);
  }

  @Override
  public Prediction<E> prediction(float[] scores) {
    Scores.checkSize(scores, size());
    Scores.checkFinite(scores);
    return Scores.prediction(scores, classes, temperature);
  }

  @Override
  public double loss(float[] scores, E expected) {
    Scores.checkSize(scores, size());
    return Scores.crossEntropy(scores, index(expected), temperature);
  }

  @Override
  public StoredCodec stored() {
    return new StoredCodec(KIND, temperature.with(Map.of()), StoredConstants.names(classes));
  }

  /** Returns the temperature, which is fitted when the model is trained. */
  @Override
  public Set<String> learned() {
    return Temperature.settings();
  }

  /**
   * Returns the codec that was stored. The numbers of the constants are those of the file, whatever
   * their order is now.
   *
   * @param values all constants of the enum, as {@code values()} gives them
   * @throws IllegalArgumentException if it is no codec of an enum, it is damaged, or the enum has
   *     other constants, naming those that are missing and those that are new
   */
  public static <E extends Enum<E>> EnumCodec<E> restore(StoredCodec stored, E[] values) {
    StoredCodecs.checkKind(stored, KIND);
    return new EnumCodec<>(
        StoredConstants.restore(stored, checked(values)), Temperature.of(stored));
  }

  /**
   * Returns what makes the codec of what was stored, as {@link #restore} does.
   *
   * @param values all constants of the enum, as {@code values()} gives them
   */
  public static <E extends Enum<E>> Function<StoredCodec, EnumCodec<E>> restorer(E[] values) {
    return stored -> restore(stored, values);
  }

  private static <E extends Enum<E>> List<E> checked(E[] values) {
    if (values.length < 2) {
      throw new IllegalArgumentException(
          "a classifier needs at least two classes, found " + Arrays.toString(values));
    }
    List<E> checked = new ArrayList<>();
    Arguments.<E>noNulls(Arrays.asList(values), "class").forEach(checked::add);
    return checked;
  }
}
