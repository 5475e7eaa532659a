package dev.rondo.runtime.data.feature;

import dev.rondo.data.Fill;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.text.LengthLimit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a series of numbers into steps of one feature, the scaled number; with an indicator behind
 * it if numbers may be missing. An empty series is one step of zero, which is missing where that
 * may be.
 *
 * <pre>{@code
 * SeriesCodec.Description description = SeriesCodec.of("values").scaled(Scaling.MIN_MAX);
 * }</pre>
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class SeriesCodec implements StepsCodec<float[]> {
  private static final String KIND = "series";

  private final String name;
  private final Scales scales;
  private final LengthLimit limit;

  private SeriesCodec(String name, Scales scales, LengthLimit limit) {
    this.name = name;
    this.scales = scales;
    this.limit = limit;
  }

  /**
   * Describes the codec of an input.
   *
   * @param name what the user calls the input
   */
  public static Description of(String name) {
    return new Description(Arguments.notNull(name, "name"), Scaling.STANDARD, null);
  }

  @Override
  public int width() {
    return scales.width();
  }

  @Override
  public int columns() {
    return 0;
  }

  @Override
  public int symbols(int column) {
    throw new IllegalArgumentException("a series has no symbols");
  }

  /**
   * Returns the steps of a series.
   *
   * @throws IllegalArgumentException if it is null, or a number is not finite and may not be
   *     missing, naming the input and the number's place, counted from 0: {@code values[3] is NaN}
   */
  @Override
  public Steps encode(float @Nullable [] values) {
    float[] all = Arguments.notNull(values, name);
    int first = limit.first(all.length);
    float[] checked = limit.cut(all);
    Run run = new Run(checked.length, first);
    for (int i = 0; i < checked.length; i++) {
      run.add(checked[i]);
    }
    return run.steps();
  }

  /** Returns the steps of a series, as {@link #encode(float[])} does. */
  public Steps encode(double @Nullable [] values) {
    double[] all = Arguments.notNull(values, name);
    int first = limit.first(all.length);
    double[] checked = limit.cut(all);
    Run run = new Run(checked.length, first);
    for (int i = 0; i < checked.length; i++) {
      run.add(checked[i]);
    }
    return run.steps();
  }

  /** Returns the steps of a series, as {@link #encode(float[])} does. */
  public Steps encode(int @Nullable [] values) {
    int[] all = Arguments.notNull(values, name);
    int first = limit.first(all.length);
    int[] checked = limit.cut(all);
    Run run = new Run(checked.length, first);
    for (int i = 0; i < checked.length; i++) {
      run.add(checked[i]);
    }
    return run.steps();
  }

  /**
   * Returns the steps of a series, as {@link #encode(float[])} does.
   *
   * @throws IllegalArgumentException also if an element is null
   */
  public Steps encode(@Nullable List<? extends @Nullable Number> values) {
    List<? extends @Nullable Number> all = Arguments.notNull(values, name);
    int first = limit.first(all.size());
    List<? extends @Nullable Number> checked = limit.cut(all);
    Run run = new Run(checked.size(), first);
    for (Number value : checked) {
      run.add(value);
    }
    return run.steps();
  }

  /** Returns how many steps of an input are read. */
  public LengthLimit limit() {
    return limit;
  }

  /** Returns what encodes a series number by number. */
  public StepEncoder<Number> stepEncoder() {
    return new StepEncoder<>(
        name,
        new ScaledStep<>(scales, KIND, (value, out) -> out.number(value.doubleValue(), scales)),
        false);
  }

  @Override
  public Map<String, StoredCodec> stored(String as) {
    return limit.with(Map.of(as, scales.stored(KIND)), as);
  }

  /** One series, number by number. */
  private final class Run {
    private final int length;
    private final int first;
    private final float[] features;
    private final double[] state = new double[scales.stateSize()];
    private int step;

    Run(int length, int first) {
      this.length = length;
      this.first = first;
      this.features = new float[Math.multiplyExact(Math.max(1, length), width())];
    }

    void add(double value) {
      try {
        scales.encodeOne(value, features, step * width(), state, 0);
      } catch (WrongValue e) {
        throw e.in(name + "[" + (first + step) + "]");
      }
      step++;
    }

    void add(@Nullable Number value) {
      if (value == null) {
        throw WrongValue.isNull().in(name + "[" + (first + step) + "]");
      }
      add(value.doubleValue());
    }

    Steps steps() {
      if (length == 0) {
        scales.empty(features);
      }
      return Steps.of(Math.max(1, length), features, width(), new int[0], 0);
    }
  }

  /** How a series is read, before anything was learned. Immutable. */
  public static final class Description {
    private final String name;
    private final Scaling scaling;
    private final @Nullable Fill fill;

    private Description(String name, Scaling scaling, @Nullable Fill fill) {
      this.name = name;
      this.scaling = scaling;
      this.fill = fill;
    }

    /** Returns the same, scaled in another way; {@link Scaling#STANDARD} by default. */
    public Description scaled(Scaling by) {
      return new Description(name, by, fill);
    }

    /** Returns the same of a series that may have NaN in it. */
    public Description missing(Fill with) {
      return new Description(name, scaling, with);
    }

    /** Starts to learn. */
    public Learner learner() {
      return new Learner(this);
    }

    /**
     * Returns the codec that was stored.
     *
     * @param stored what a model file keeps, by name
     * @throws IllegalArgumentException if it is not there, damaged, or of another description than
     *     this, naming it
     */
    public SeriesCodec restore(Map<String, StoredCodec> stored) {
      StoredFeature feature = StoredFeature.of(stored, name, KIND);
      feature.check("width", "1");
      return new SeriesCodec(
          name, Scales.restore(feature, scaling, fill), LengthLimit.restore(name, stored));
    }
  }

  /**
   * Learns from the series of the training data, one after the other, in memory that does not grow
   * with them. For use by one thread.
   */
  public static final class Learner {
    private final Description description;
    private final ScalesLearner numbers;
    private LengthLimit limit = LengthLimit.NONE;

    private Learner(Description description) {
      this.description = description;
      this.numbers = new ScalesLearner(1, description.scaling, description.fill);
    }

    /**
     * Limits how many steps of an input are read; any number by default.
     *
     * @return this
     */
    public Learner limited(LengthLimit by) {
      limit = by;
      return this;
    }

    /**
     * Learns from a series; an empty one teaches nothing.
     *
     * @throws IllegalArgumentException as {@link SeriesCodec#encode(float[])} does
     */
    public void add(float @Nullable [] values) {
      LengthLimit cutting = limit.forLearning();
      float[] all = Arguments.notNull(values, description.name);
      int first = cutting.first(all.length);
      float[] checked = cutting.cut(all);
      for (int i = 0; i < checked.length; i++) {
        add(checked[i], first + i);
      }
    }

    /** Learns from a series, as {@link #add(float[])} does. */
    public void add(double @Nullable [] values) {
      LengthLimit cutting = limit.forLearning();
      double[] all = Arguments.notNull(values, description.name);
      int first = cutting.first(all.length);
      double[] checked = cutting.cut(all);
      for (int i = 0; i < checked.length; i++) {
        add(checked[i], first + i);
      }
    }

    /** Learns from a series, as {@link #add(float[])} does. */
    public void add(int @Nullable [] values) {
      LengthLimit cutting = limit.forLearning();
      int[] all = Arguments.notNull(values, description.name);
      int first = cutting.first(all.length);
      int[] checked = cutting.cut(all);
      for (int i = 0; i < checked.length; i++) {
        add(checked[i], first + i);
      }
    }

    /** Learns from a series, as {@link #add(float[])} does. */
    public void add(@Nullable List<? extends @Nullable Number> values) {
      LengthLimit cutting = limit.forLearning();
      List<? extends @Nullable Number> all = Arguments.notNull(values, description.name);
      int i = cutting.first(all.size());
      for (Number value : cutting.cut(all)) {
        if (value == null) {
          throw WrongValue.isNull().in(description.name + "[" + i + "]");
        }
        add(value.doubleValue(), i++);
      }
    }

    private void add(double value, int step) {
      try {
        numbers.add(value);
      } catch (WrongValue e) {
        throw e.in(description.name + "[" + step + "]");
      }
    }

    /**
     * Returns the codec with what was learned so far.
     *
     * @throws IllegalArgumentException if the numbers cannot be scaled
     */
    public SeriesCodec build() {
      try {
        return new SeriesCodec(description.name, numbers.buildOne(), limit);
      } catch (WrongValue e) {
        throw e.in(description.name);
      }
    }
  }
}
