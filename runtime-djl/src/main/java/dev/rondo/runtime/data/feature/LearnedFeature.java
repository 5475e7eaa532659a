package dev.rondo.runtime.data.feature;

import dev.rondo.runtime.data.StoredCodec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Turns a value into a slice of a step: {@link #width} features and {@link #columns} symbols. Some
 * features look back: they remember {@link #stateSize} numbers of the steps before in the state of
 * the sequence, which is zeros at its start. Immutable; safe for use by many threads.
 *
 * @param <T> the type of the value
 */
public interface LearnedFeature<T> {
  /** Returns how many features a value becomes. */
  int width();

  /** Returns how many symbols a value becomes. */
  default int columns() {
    return 0;
  }

  /**
   * Returns how many different numbers a symbol can have, those of padding (0) and of unknown
   * symbols (1) included.
   *
   * @param column which of the symbols, from 0
   */
  default int symbols(int column) {
    throw new IllegalArgumentException("there is no column " + column + " of symbols");
  }

  /**
   * Adds the features that are scaled by the sequence that they are in.
   *
   * @param at the place of this feature's first one in a step
   * @param into for each of them its place in a step, and the ε of its scale
   */
  default void addWindowed(int at, Map<Integer, Double> into) {}

  /** Returns how many numbers are remembered from step to step. */
  default int stateSize() {
    return 0;
  }

  /**
   * Writes the slice of a value: exactly {@link #width} features, {@link #columns} symbols and
   * {@link #stateSize} remembered numbers.
   *
   * @throws IllegalArgumentException if the network cannot read it
   */
  void encode(@Nullable T value, StepWriter out);

  /**
   * Adds what a model file keeps.
   *
   * @param name the dotted name of this feature
   */
  void store(String name, Map<String, StoredCodec> into);

  /**
   * Returns what each feature is of, in their order: the name of the value, and what tells its
   * features apart where it has several.
   *
   * @param name the dotted name of this feature
   */
  default List<String> features(String name) {
    return width() == 1
        ? List.of(name)
        : IntStream.range(0, width()).mapToObj(i -> name + "#" + i).toList();
  }

  /** Returns the same with the constants that enums have gained since. */
  default LearnedFeature<T> forTraining() {
    return this;
  }

  /** Returns what a model file keeps, by dotted names that begin with this feature's. */
  default Map<String, StoredCodec> stored(String name) {
    Map<String, StoredCodec> stored = new LinkedHashMap<>();
    store(name, stored);
    return stored;
  }
}
