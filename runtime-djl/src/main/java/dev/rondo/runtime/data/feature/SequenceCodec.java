package dev.rondo.runtime.data.feature;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.WindowScaling;
import dev.rondo.runtime.data.text.LengthLimit;
import dev.rondo.runtime.data.text.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns lists and arrays of records, times, constants or symbols into steps. What the network reads
 * of a step is described by a {@link Feature}, and learned:
 *
 * <pre>{@code
 * SequenceCodec.Description<Reading> description = SequenceCodec.of("readings", READING);
 *
 * SequenceCodec.Learner<Reading> learner = description.learner();
 * for (List<Reading> readings : training) {
 *   learner.add(readings);
 * }
 * SequenceCodec<Reading> codec = learner.build();
 * Steps steps = codec.encode(readings);
 * }</pre>
 *
 * <p>An empty sequence is one step of zeros whose symbols are unknown. So that the network can tell
 * it from a step, there is a last feature, 1 for an empty sequence and 0 for all real steps; only
 * sequences of nothing but a symbol have none, since that symbol is unknown then.
 *
 * <p>Immutable; safe for use by many threads.
 *
 * @param <S> the type of a step
 */
public final class SequenceCodec<S> implements StepsCodec<List<S>> {
  private final String name;
  private final LearnedFeature<S> feature;
  private final boolean flagged;
  private final LengthLimit limit;
  private final WindowScaling windows;

  private SequenceCodec(
      String name, LearnedFeature<S> feature, boolean flagged, LengthLimit limit) {
    this.name = name;
    this.feature = feature;
    this.flagged = flagged;
    this.limit = limit;
    Map<Integer, Double> windowed = new TreeMap<>();
    feature.addWindowed(0, windowed);
    this.windows =
        WindowScaling.of(
            windowed.keySet().stream().mapToInt(Integer::intValue).toArray(),
            windowed.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * Returns whether a step is read by the steps before it, so that a window of a series is not what
   * stands in the series.
   */
  public boolean looksBack() {
    return feature.stateSize() > 0;
  }

  /** Returns which features are scaled by the window that is read. */
  public WindowScaling windows() {
    return windows;
  }

  /**
   * Describes the codec of an input.
   *
   * @param name what the user calls the input
   * @param step how a step is read
   */
  public static <S> Description<S> of(String name, Feature<S> step) {
    return new Description<>(
        Arguments.notNull(name, "name"), Arguments.notNull(step, "step of " + name));
  }

  @Override
  public int width() {
    return feature.width() + (flagged ? 1 : 0);
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
   * Returns the steps of a sequence.
   *
   * @throws IllegalArgumentException if the list or a step is null, or the network cannot read one,
   *     naming the input, the place of the step counted from 0, the component and what was found:
   *     {@code readings[3].engine.rpm is NaN}
   */
  @Override
  public Steps encode(@Nullable List<S> steps) {
    List<S> all = Arguments.notNull(steps, name);
    int first = limit.first(all.size());
    Steps whole = encode(limit.cut(all), first);
    return windows.isNone() ? whole : whole.window(0, whole.length(), windows);
  }

  /**
   * Returns the steps of a series, to be cut into windows: what is scaled by windows is not yet.
   *
   * @throws IllegalArgumentException as {@link #encode(List)} does
   */
  public Steps encodeSeries(@Nullable List<S> steps) {
    return encode(Arguments.notNull(steps, name), 0);
  }

  private Steps encode(List<S> checked, int first) {
    if (checked.isEmpty()) {
      return empty();
    }
    int length = checked.size();
    float[] features = new float[Math.multiplyExact(length, width())];
    int[] symbols = new int[Math.multiplyExact(length, columns())];
    StepWriter out = new StepWriter(features, symbols, new double[feature.stateSize()]);
    int i = first;
    try {
      for (S step : checked) {
        if (step == null) {
          throw WrongValue.isNull();
        }
        out.step();
        feature.encode(step, out);
        if (flagged) {
          out.feature(0);
        }
        i++;
      }
    } catch (WrongValue e) {
      throw e.in(name + "[" + i + "]");
    }
    return Steps.of(length, features, width(), symbols, columns());
  }

  /** Returns the steps of a sequence, as {@link #encode(List)} does. */
  public Steps encode(S @Nullable [] steps) {
    return encode(Arrays.asList(Arguments.notNull(steps, name)));
  }

  private Steps empty() {
    float[] features = new float[width()];
    if (flagged) {
      features[features.length - 1] = 1;
    }
    int[] symbols = new int[columns()];
    Arrays.fill(symbols, Vocabulary.UNKNOWN);
    return Steps.of(1, features, width(), symbols, columns());
  }

  /** Returns how many steps of an input are read. */
  public LengthLimit limit() {
    return limit;
  }

  /** Returns what encodes such a sequence step by step. */
  public StepEncoder<S> stepEncoder() {
    return new StepEncoder<>(name, feature, flagged);
  }

  @Override
  public List<String> features(String as) {
    List<String> all = new ArrayList<>(feature.features(as));
    if (flagged) {
      all.add(as + " empty");
    }
    return all;
  }

  /**
   * Returns the codec of a training that goes on from this one's: with the constants that enums
   * have gained since.
   */
  public SequenceCodec<S> forTraining() {
    return new SequenceCodec<>(name, feature.forTraining(), flagged, limit);
  }

  @Override
  public Map<String, StoredCodec> stored(String as) {
    return limit.with(feature.stored(as), as);
  }

  /**
   * How an input is read, before anything was learned. Immutable.
   *
   * @param <S> the type of a step
   */
  public static final class Description<S> {
    private final String name;
    private final Feature<S> step;

    private Description(String name, Feature<S> step) {
      this.name = name;
      this.step = step;
    }

    /** Starts to learn. */
    public Learner<S> learner() {
      return new Learner<>(this, step.learner());
    }

    /**
     * Returns the codec that was stored.
     *
     * @param stored what a model file keeps, by name
     * @throws IllegalArgumentException if something is missing there, damaged, or of another
     *     description than this, naming it
     */
    public SequenceCodec<S> restore(Map<String, StoredCodec> stored) {
      return codec(step.restore(stored, name), LengthLimit.restore(name, stored));
    }

    private SequenceCodec<S> codec(LearnedFeature<S> learned, LengthLimit limit) {
      return new SequenceCodec<>(
          name, learned, step instanceof RecordFeatures || learned.width() > 0, limit);
    }
  }

  /**
   * Learns from the sequences of the training data, one after the other, in memory that does not
   * grow with them. For use by one thread.
   *
   * @param <S> the type of a step
   */
  public static final class Learner<S> {
    private final Description<S> description;
    private final Feature.Learner<S> step;
    private LengthLimit limit = LengthLimit.NONE;

    private Learner(Description<S> description, Feature.Learner<S> step) {
      this.description = description;
      this.step = step;
    }

    /**
     * Limits how many steps of an input are read; any number by default.
     *
     * @return this
     */
    public Learner<S> limited(LengthLimit by) {
      limit = by;
      return this;
    }

    /**
     * Learns from a sequence; an empty one teaches nothing.
     *
     * @throws IllegalArgumentException as {@link SequenceCodec#encode} does
     */
    public void add(@Nullable List<S> steps) {
      List<S> checked = Arguments.notNull(steps, description.name);
      LengthLimit cutting = limit.forLearning();
      int i = cutting.first(checked.size());
      step.start();
      try {
        for (S value : cutting.cut(checked)) {
          if (value == null) {
            throw WrongValue.isNull();
          }
          step.add(value);
          i++;
        }
      } catch (WrongValue e) {
        throw e.in(description.name + "[" + i + "]");
      }
    }

    /** Learns from a sequence, as {@link #add(List)} does. */
    public void add(S @Nullable [] steps) {
      add(Arrays.asList(Arguments.notNull(steps, description.name)));
    }

    /**
     * Returns the codec with what was learned so far.
     *
     * @throws IllegalArgumentException if the numbers of a component cannot be scaled, naming it
     */
    public SequenceCodec<S> build() {
      try {
        return description.codec(step.build(), limit);
      } catch (WrongValue e) {
        throw e.in(description.name);
      }
    }
  }
}
