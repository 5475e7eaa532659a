package dev.rondo.runtime.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks of what users pass in. */
public final class Arguments {
  private Arguments() {}

  /**
   * Returns a value that must not be null.
   *
   * @param name what the user calls it
   * @throws IllegalArgumentException if it is null
   */
  public static <T> T notNull(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is null");
    }
    return value;
  }

  /**
   * Returns an element that must not be null.
   *
   * @param name what the user calls one of them, for example {@code example}
   * @param index its place, counted from 0
   * @throws IllegalArgumentException if it is null, naming its place
   */
  public static <T> T notNull(@Nullable T value, String name, long index) {
    if (value == null) {
      throw new IllegalArgumentException(name + " " + index + " is null (counted from 0)");
    }
    return value;
  }

  /**
   * Returns the same values, checked while they are iterated.
   *
   * @param name what the user calls one of them, for example {@code example}
   * @throws IllegalArgumentException if {@code values} is null; while iterating, if an element is
   *     null, naming its place
   */
  public static <T> Iterable<T> noNulls(
      @Nullable Iterable<? extends @Nullable T> values, String name) {
    Iterable<? extends @Nullable T> source = notNull(values, name + "s");
    return () -> new NonNullIterator<>(source.iterator(), name);
  }

  /**
   * Returns an unmodifiable copy of a list.
   *
   * @param name what the user calls the list
   * @throws IllegalArgumentException if it or one of its elements is null, naming its place
   */
  public static <T> List<T> copyOf(@Nullable List<? extends @Nullable T> values, String name) {
    List<T> copy = new ArrayList<>();
    for (T value : notNull(values, name)) {
      copy.add(notNull(value, name + "[" + copy.size() + "]"));
    }
    return Collections.unmodifiableList(copy);
  }

  /**
   * Returns an unmodifiable copy of a set, in the order of its elements.
   *
   * @param name what the user calls the set
   * @throws IllegalArgumentException if it or one of its elements is null
   */
  public static <T> Set<T> copyOf(@Nullable Set<? extends @Nullable T> values, String name) {
    Set<T> copy = new LinkedHashSet<>();
    for (T value : notNull(values, name)) {
      copy.add(notNull(value, "an element of " + name));
    }
    return Collections.unmodifiableSet(copy);
  }

  /**
   * Returns what is made of each element of a list.
   *
   * @param name what the user calls the list
   * @throws IllegalArgumentException if the list or an element is null, or nothing can be made of
   *     it, naming its place; a {@link TooLongException} stays one
   */
  public static <T, R> List<R> each(
      @Nullable List<? extends @Nullable T> values, String name, Function<? super T, R> made) {
    List<R> all = new ArrayList<>();
    for (T value : notNull(values, name)) {
      String place = name + "[" + all.size() + "]";
      T element = notNull(value, place);
      all.add(placed(place, () -> made.apply(element)));
    }
    return Collections.unmodifiableList(all);
  }

  /**
   * Does something with each of many values.
   *
   * @param name what the user calls one of them
   * @throws IllegalArgumentException if they or one of them is null, or one is refused, naming its
   *     place; a {@link TooLongException} or {@link UnknownClassException} stays one
   */
  public static <T> void forEach(
      @Nullable Iterable<? extends @Nullable T> values, String name, Consumer<? super T> action) {
    long index = 0;
    for (T value : Arguments.<T>noNulls(values, name)) {
      try {
        action.accept(value);
      } catch (IllegalArgumentException e) {
        throw placed(name + "[" + index + "]", e);
      }
      index++;
    }
  }

  /**
   * Returns what is made of one value of many.
   *
   * @throws IllegalArgumentException if it cannot be made, with the place before the message
   */
  public static <R> R placed(String place, Supplier<R> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw placed(place, e);
    }
  }

  private static IllegalArgumentException placed(String place, IllegalArgumentException problem) {
    return problem instanceof Placed known
        ? known.in(place)
        : new IllegalArgumentException(place + ": " + problem.getMessage(), problem);
  }

  /**
   * Returns a copy of an array.
   *
   * @param name what the user calls the array
   * @throws IllegalArgumentException if it or one of its elements is null, naming its place
   */
  public static <T> T[] copyOf(@Nullable T @Nullable [] values, String name) {
    T[] copy = notNull(values, name).clone();
    for (int i = 0; i < copy.length; i++) {
      notNull(copy[i], name + "[" + i + "]");
    }
    return copy;
  }

  /**
   * Returns a copy of an array of arrays, the inner ones copied too.
   *
   * @param name what the user calls the array
   * @throws IllegalArgumentException if it or one of its rows is null, naming its place
   */
  public static float[][] copyOfRows(float @Nullable [] @Nullable [] values, String name) {
    float[] @Nullable [] rows = notNull(values, name);
    float[][] copy = new float[rows.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = notNull(rows[i], name + "[" + i + "]").clone();
    }
    return copy;
  }

  /** Returns a copy of an array of arrays, as {@link #copyOfRows(float[][], String)} does. */
  public static double[][] copyOfRows(double @Nullable [] @Nullable [] values, String name) {
    double[] @Nullable [] rows = notNull(values, name);
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = notNull(rows[i], name + "[" + i + "]").clone();
    }
    return copy;
  }

  /**
   * Returns a count that must be at least 1.
   *
   * @param name what the user calls it
   * @throws IllegalArgumentException if it is below 1
   */
  public static int atLeastOne(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ", must be at least 1");
    }
    return value;
  }

  /**
   * Returns a rate that must be in [0, 1).
   *
   * @param name what the user calls it
   * @throws IllegalArgumentException if it is outside [0, 1)
   */
  public static double rate(double value, String name) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " is " + value + ", must be in [0, 1)");
    }
    return value;
  }

  private static final class NonNullIterator<T> implements Iterator<T> {
    private final Iterator<? extends @Nullable T> source;
    private final String name;
    private long index;

    NonNullIterator(Iterator<? extends @Nullable T> source, String name) {
      this.source = source;
      this.name = name;
    }

    @Override
    public boolean hasNext() {
      return source.hasNext();
    }

    @Override
    public T next() {
      return notNull(source.next(), name, index++);
    }
  }
}
