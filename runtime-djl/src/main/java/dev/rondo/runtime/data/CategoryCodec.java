package dev.rondo.runtime.data;

import dev.rondo.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns classes that no enum names, but the training data shows, into numbers, and scores into one
 * of them: one score per class, softmax. The classes are numbered in their natural order.
 *
 * <p>A model file keeps them as texts, as their {@code toString()} gives them.
 *
 * @param <T> the type of a class: {@code String}, {@code Integer} or {@code Long}
 */
public final class CategoryCodec<T extends Comparable<T>> implements ClassCodec<T> {
  private static final String KIND = "category";

  private final List<T> classes;
  private final Temperature temperature;
  private final TreeMap<T, Integer> numbers = new TreeMap<>();

  private CategoryCodec(List<T> classes, Temperature temperature) {
    this.temperature = temperature;
    this.classes = List.copyOf(classes);
    for (T value : classes) {
      numbers.put(value, numbers.size());
    }
  }

  /** Starts to learn which classes there are. */
  public static <T extends Comparable<T>> Learner<T> learner() {
    return new Learner<>();
  }

  @Override
  public List<T> classes() {
    return classes;
  }

  @Override
  public int size() {
    return classes.size();
  }

  @Override
  public boolean knows(T value) {
    return numbers.containsKey(value);
  }

  /**
   * Returns the number of a class, from 0.
   *
   * @throws IllegalArgumentException if it is null
   * @throws UnknownClassException if the training data had no such class, naming those that it had
   */
  @Override
  public int index(@Nullable T value) {
    T checked = Arguments.notNull(value, "class");
    Integer number = numbers.get(checked);
    if (number == null) {
      List<String> known = names();
      throw new UnknownClassException(
          "class %s is not in the training data, which has %s.%s"
              .formatted(
                  Wording.quote(checked.toString()),
                  Wording.list(known),
                  Wording.didYouMean(checked.toString(), known)));
    }
    return number;
  }

  @Override
  public T value(int index) {
    return Scores.numbered(classes, index);
  }

  @Override
  public Temperature temperature() {
    return temperature;
  }

  @Override
  public CategoryCodec<T> at(Temperature other) {
    return other.equals(temperature) ? this : new CategoryCodec<>(classes, other);
  }

  @Override
  public CategoryCodec<T> forTraining() {
    return at(Temperature.NONE);
  }

  @Override
  public Prediction<T> prediction(float[] scores) {
    Scores.checkSize(scores, size());
    Scores.checkFinite(scores);
    return Scores.prediction(scores, classes, temperature);
  }

  @Override
  public double loss(float[] scores, T expected) {
    Scores.checkSize(scores, size());
    return Scores.crossEntropy(scores, index(expected), temperature);
  }

  @Override
  public StoredCodec stored() {
    return new StoredCodec(KIND, temperature.with(Map.of()), names());
  }

  /** Returns the temperature, which is fitted when the model is trained. */
  @Override
  public Set<String> learned() {
    return Temperature.settings();
  }

  private List<String> names() {
    return classes.stream().map(Object::toString).toList();
  }

  /**
   * Returns the codec that was stored.
   *
   * @param parser makes a class of its text, such as {@code Integer::valueOf}, or throws an {@link
   *     IllegalArgumentException}
   * @throws IllegalArgumentException if it is no codec of such classes, or damaged
   */
  public static <T extends Comparable<T>> CategoryCodec<T> restore(
      StoredCodec stored, Function<String, T> parser) {
    StoredCodecs.checkKind(stored, KIND);
    List<T> classes = new ArrayList<>();
    for (String name : stored.entries()) {
      T value = parsed(name, parser);
      if (value == null || !value.toString().equals(name)) {
        throw new IllegalArgumentException(
            "stored codec of kind \"category\" has %s, which is no class of the output's type"
                .formatted(Wording.quote(name)));
      }
      if (!classes.isEmpty() && classes.get(classes.size() - 1).compareTo(value) >= 0) {
        throw new IllegalArgumentException(
            "stored codec of kind \"category\" has %s behind %s, expected classes in order, each once"
                .formatted(
                    Wording.quote(name),
                    Wording.quote(classes.get(classes.size() - 1).toString())));
      }
      classes.add(value);
    }
    return new CategoryCodec<>(enough(classes, "the stored codec has"), Temperature.of(stored));
  }

  private static <T> @Nullable T parsed(String name, Function<String, T> parser) {
    try {
      return parser.apply(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static <T> List<T> enough(List<T> classes, String found) {
    if (classes.size() < 2) {
      throw new IllegalArgumentException(
          "a classifier needs at least two classes, " + found + " " + classes);
    }
    return classes;
  }

  /**
   * Learns which classes there are. Its memory grows with the classes, not with the examples. For
   * use by one thread.
   *
   * @param <T> the type of a class
   */
  public static final class Learner<T extends Comparable<T>> {
    private final TreeSet<T> classes = new TreeSet<>();

    private Learner() {}

    /** Learns from the answer of an example of the training data; nothing where it is absent. */
    public void add(@Nullable T expected) {
      if (expected != null) {
        classes.add(expected);
      }
    }

    /**
     * Returns the codec of the classes that were added.
     *
     * @throws IllegalArgumentException if there are fewer than two
     */
    public CategoryCodec<T> build() {
      return new CategoryCodec<>(
          enough(new ArrayList<>(classes), "the training data has"), Temperature.NONE);
    }
  }
}
