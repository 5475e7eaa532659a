package dev.rondo.runtime.data.feature;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.StoredCodec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a single value, such as a record, a number or a vector, into one step. Immutable; safe for
 * use by many threads.
 *
 * @param <T> the type of the value
 */
public final class VectorCodec<T> implements StepsCodec<T> {
  private final String name;
  private final LearnedFeature<T> feature;

  private VectorCodec(String name, LearnedFeature<T> feature) {
    this.name = name;
    this.feature = feature;
  }

  /**
   * Describes the codec of an input.
   *
   * @param name what the user calls the input
   * @param value how it is read
   */
  public static <T> Description<T> of(String name, Feature<T> value) {
    return new Description<>(Arguments.notNull(name, "name"), Arguments.notNull(value, name));
  }

  @Override
  public int width() {
    return feature.width();
  }

  @Override
  public int columns() {
    return feature.columns();
  }

  @Override
  public int symbols(int column) {
    return feature.symbols(column);
  }

  /**
   * Returns the one step of a value.
   *
   * @throws IllegalArgumentException if the network cannot read it, naming the input, the component
   *     and what was found; if it is null and may not be missing
   */
  @Override
  public Steps encode(@Nullable T value) {
    float[] features = new float[width()];
    int[] symbols = new int[columns()];
    try {
      feature.encode(value, new StepWriter(features, symbols, new double[feature.stateSize()]));
    } catch (WrongValue e) {
      throw e.in(name);
    }
    return Steps.of(1, features, width(), symbols, columns());
  }

  @Override
  public List<String> features(String as) {
    return feature.features(as);
  }

  /**
   * Returns the codec of a training that goes on from this one's: with the constants that enums
   * have gained since.
   */
  public VectorCodec<T> forTraining() {
    return new VectorCodec<>(name, feature.forTraining());
  }

  @Override
  public Map<String, StoredCodec> stored(String as) {
    return feature.stored(as);
  }

  /**
   * How an input is read, before anything was learned. Immutable.
   *
   * @param <T> the type of the value
   */
  public static final class Description<T> {
    private final String name;
    private final Feature<T> value;

    private Description(String name, Feature<T> value) {
      this.name = name;
      this.value = value;
    }

    /** Starts to learn. */
    public Learner<T> learner() {
      return new Learner<>(name, value.learner());
    }

    /**
     * Returns the codec that was stored.
     *
     * @param stored what a model file keeps, by name
     * @throws IllegalArgumentException if something is missing there, damaged, or of another
     *     description than this, naming it
     */
    public VectorCodec<T> restore(Map<String, StoredCodec> stored) {
      return new VectorCodec<>(name, value.restore(stored, name));
    }
  }

  /**
   * Learns from the values of the training data, one after the other, in memory that does not grow
   * with them. For use by one thread.
   *
   * @param <T> the type of the value
   */
  public static final class Learner<T> {
    private final String name;
    private final Feature.Learner<T> learner;

    private Learner(String name, Feature.Learner<T> learner) {
      this.name = name;
      this.learner = learner;
    }

    /**
     * Learns from a value.
     *
     * @throws IllegalArgumentException as {@link VectorCodec#encode} does
     */
    public void add(@Nullable T value) {
      learner.start();
      try {
        learner.add(value);
      } catch (WrongValue e) {
        throw e.in(name);
      }
    }

    /**
     * Returns the codec with what was learned so far.
     *
     * @throws IllegalArgumentException if the numbers of a component cannot be scaled, naming it
     */
    public VectorCodec<T> build() {
      try {
        return new VectorCodec<>(name, learner.build());
      } catch (WrongValue e) {
        throw e.in(name);
      }
    }
  }
}
