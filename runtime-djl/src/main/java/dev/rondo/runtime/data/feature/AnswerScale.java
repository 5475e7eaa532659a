package dev.rondo.runtime.data.feature;

import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How the numbers that a network answers with are scaled: as {@link Scaling} says of inputs, each
 * place by itself, and back again. What never changed in training is 0 on the scale, and back again
 * what it was. Immutable.
 */
public final class AnswerScale {
  private static final String SCALING = "scaling";
  private static final String SIZE = "size";

  private final Scaling scaling;
  private final Scaler[] scalers;

  private AnswerScale(Scaling scaling, Scaler[] scalers) {
    this.scaling = scaling;
    this.scalers = scalers;
  }

  /**
   * Starts to learn.
   *
   * @param size how many numbers an answer has
   * @throws IllegalArgumentException if it is below 1
   */
  public static Learner learner(int size, Scaling scaling) {
    return new Learner(Arguments.atLeastOne(size, SIZE), Arguments.notNull(scaling, SCALING));
  }

  /** Returns how many numbers an answer has. */
  public int size() {
    return scalers.length;
  }

  /**
   * Returns a number as the network is trained to answer it.
   *
   * @param place its place in the answer
   * @throws IllegalArgumentException if it is not finite, or no float holds it when it is scaled:
   *     {@code is NaN, …}
   */
  public float scaled(double number, int place) {
    return scalers[place].scale(finite(number));
  }

  /**
   * Returns the number that a network's answer stands for; infinite where no double holds it.
   *
   * @param place its place in the answer
   */
  public double unscaled(double scaled, int place) {
    return scalers[place].unscale(scaled);
  }

  private static double finite(double number) {
    if (!Double.isFinite(number)) {
      throw WrongValue.of("is " + number + ", expected a finite number");
    }
    return number;
  }

  /**
   * Returns what a model file keeps.
   *
   * @param sized whether the size is a setting
   */
  public StoredCodec stored(String kind, boolean sized) {
    Map<String, String> settings = new TreeMap<>();
    settings.put(SCALING, scaling.name());
    if (sized) {
      settings.put(SIZE, Integer.toString(size()));
    }
    if (scaling != Scaling.NONE) {
      settings.put(Scaler.centerName(scaling), joined(Scaler::center));
      settings.put(Scaler.spreadName(scaling), joined(Scaler::spread));
    }
    return new StoredCodec(kind, settings, List.of());
  }

  private String joined(ToDoubleFunction<Scaler> number) {
    return Arrays.stream(scalers)
        .mapToDouble(number)
        .mapToObj(Double::toString)
        .collect(Collectors.joining(" "));
  }

  /** Returns the names of the settings that are learned. */
  public Set<String> learned() {
    return scaling == Scaling.NONE
        ? Set.of()
        : Set.of(Scaler.centerName(scaling), Scaler.spreadName(scaling));
  }

  /**
   * Returns the scale of answers of one number that was stored.
   *
   * @throws IllegalArgumentException if it is of another kind, or damaged
   */
  public static AnswerScale restore(StoredCodec stored, String kind) {
    StoredCodecs.checkKind(stored, kind);
    return restore(stored, 1);
  }

  /**
   * Returns the scale of answers of several numbers that was stored.
   *
   * @param size how many there must be
   * @throws IllegalArgumentException if it is of another kind or size, or damaged
   */
  public static AnswerScale restore(StoredCodec stored, String kind, int size) {
    StoredCodecs.checkKind(stored, kind);
    String found = StoredCodecs.setting(stored, SIZE);
    if (!found.equals(Integer.toString(size))) {
      throw StoredCodecs.badSetting(stored, SIZE, found, Integer.toString(size));
    }
    return restore(stored, size);
  }

  private static AnswerScale restore(StoredCodec stored, int size) {
    if (!stored.entries().isEmpty()) {
      throw new IllegalArgumentException(
          "stored codec of kind \"" + stored.kind() + "\" has entries, expected none");
    }
    Scaling scaling = scaling(stored);
    Scaler[] scalers = new Scaler[size];
    if (scaling == Scaling.NONE) {
      Arrays.setAll(scalers, i -> new Scaler(scaling, 0, 1));
    } else {
      String spread = Scaler.spreadName(scaling);
      double[] centers = StoredCodecs.numbers(stored, Scaler.centerName(scaling), size);
      double[] spreads = StoredCodecs.numbers(stored, spread, size);
      for (int i = 0; i < size; i++) {
        if (spreads[i] < 0) {
          throw StoredCodecs.badSetting(stored, spread, Double.toString(spreads[i]), "0 or more");
        }
        scalers[i] = new Scaler(scaling, centers[i], spreads[i]);
      }
    }
    return new AnswerScale(scaling, scalers);
  }

  private static Scaling scaling(StoredCodec stored) {
    String name = StoredCodecs.setting(stored, SCALING);
    for (Scaling scaling : Scaling.values()) {
      if (scaling.name().equals(name)) {
        return scaling;
      }
    }
    throw StoredCodecs.badSetting(
        stored, SCALING, name, "one of " + Arrays.toString(Scaling.values()));
  }

  /** Learns from the answers of the training data. For use by one thread. */
  public static final class Learner {
    private final Scaling scaling;
    private final Statistics[] statistics;

    private Learner(int size, Scaling scaling) {
      this.scaling = scaling;
      this.statistics = new Statistics[size];
      Arrays.setAll(statistics, i -> new Statistics(scaling));
    }

    /** Returns how many numbers an answer has. */
    public int size() {
      return statistics.length;
    }

    /**
     * Learns from a number.
     *
     * @param place its place in the answer
     * @throws IllegalArgumentException if it is not finite: {@code is NaN, …}
     */
    public void add(double number, int place) {
      statistics[place].add(finite(number));
    }

    /**
     * Returns the scale.
     *
     * @throws IllegalArgumentException if the numbers of a place are too far apart, naming the
     *     place where there are several
     */
    public AnswerScale build() {
      Scaler[] scalers = new Scaler[size()];
      for (int i = 0; i < scalers.length; i++) {
        try {
          scalers[i] = statistics[i].scaler();
        } catch (WrongValue e) {
          throw size() == 1 ? e : e.place(i);
        }
      }
      return new AnswerScale(scaling, scalers);
    }
  }
}
