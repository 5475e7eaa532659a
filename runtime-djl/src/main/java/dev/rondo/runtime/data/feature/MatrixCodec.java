package dev.rondo.runtime.data.feature;

import dev.rondo.data.Fill;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.text.LengthLimit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a matrix, steps × features, into steps: each number is scaled by its column; behind the
 * numbers of a step stand an indicator for each if they may be missing. How many columns there are
 * is given, or learned from the first step of the training data. An empty matrix is one step of
 * zeros, which are missing where they may be.
 *
 * <pre>{@code
 * MatrixCodec.Description description = MatrixCodec.of("samples").scaled(Scaling.ROBUST);
 * }</pre>
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class MatrixCodec implements StepsCodec<float[][]> {
  private static final String KIND = "matrix";

  private final String name;
  private final Scales scales;
  private final LengthLimit limit;

  private MatrixCodec(String name, Scales scales, LengthLimit limit) {
    this.name = name;
    this.scales = scales;
    this.limit = limit;
  }

  /**
   * Describes the codec of an input whose width is learned.
   *
   * @param name what the user calls the input
   */
  public static Description of(String name) {
    return new Description(Arguments.notNull(name, "name"), 0, Scaling.STANDARD, null);
  }

  /**
   * Describes the codec of an input.
   *
   * @param name what the user calls the input
   * @param width how many numbers each step has, at least 1
   */
  public static Description of(String name, int width) {
    return new Description(
        Arguments.notNull(name, "name"),
        Arguments.atLeastOne(width, "width"),
        Scaling.STANDARD,
        null);
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
    throw new IllegalArgumentException("a matrix has no symbols");
  }

  /**
   * Returns the steps of a matrix.
   *
   * @throws IllegalArgumentException if it or a step is null, a step has another width, or a number
   *     is not finite and may not be missing, naming the input and the places, counted from 0:
   *     {@code samples[3][5] is NaN}
   */
  @Override
  public Steps encode(float @Nullable [] @Nullable [] steps) {
    return encode(steps, Numbers.FLOATS);
  }

  /** Returns the steps of a matrix, as {@link #encode(float[][])} does. */
  public Steps encode(double @Nullable [] @Nullable [] steps) {
    return encode(steps, Numbers.DOUBLES);
  }

  private <A> Steps encode(@Nullable A @Nullable [] steps, Numbers<A> numbers) {
    @Nullable A[] all = Arguments.notNull(steps, name);
    int first = limit.first(all.length);
    @Nullable A[] checked = limit.cut(all);
    int length = Math.max(1, checked.length);
    float[] features = new float[Math.multiplyExact(length, width())];
    StepWriter out = new StepWriter(features, new int[0], new double[scales.stateSize()]);
    int i = 0;
    try {
      for (; i < checked.length; i++) {
        A step = row(checked[i], numbers, scales.size());
        out.step();
        numbers.encode(step, scales, out);
      }
    } catch (WrongValue e) {
      throw e.in(name + "[" + (first + i) + "]");
    }
    if (checked.length == 0) {
      scales.empty(features);
    }
    return Steps.of(length, features, width(), new int[0], 0);
  }

  private static <A> A row(@Nullable A row, Numbers<A> numbers, int width) {
    if (row == null) {
      throw WrongValue.isNull();
    }
    if (numbers.length(row) != width) {
      throw WrongValue.of("has %s numbers, expected %s".formatted(numbers.length(row), width));
    }
    return row;
  }

  /** Returns how many steps of an input are read. */
  public LengthLimit limit() {
    return limit;
  }

  /** Returns what encodes a matrix step by step. */
  public StepEncoder<float[]> stepEncoder() {
    return stepEncoder(Numbers.FLOATS);
  }

  /** Returns what encodes a matrix of doubles step by step. */
  public StepEncoder<double[]> doubleStepEncoder() {
    return stepEncoder(Numbers.DOUBLES);
  }

  private <A> StepEncoder<A> stepEncoder(Numbers<A> numbers) {
    return new StepEncoder<>(
        name,
        new ScaledStep<>(
            scales,
            KIND,
            (A step, StepWriter out) ->
                numbers.encode(row(step, numbers, scales.size()), scales, out)),
        false);
  }

  @Override
  public Map<String, StoredCodec> stored(String as) {
    return limit.with(Map.of(as, scales.stored(KIND)), as);
  }

  /** How a matrix is read, before anything was learned. Immutable. */
  public static final class Description {
    private final String name;

    /** 0 if it is learned. */
    private final int width;

    private final Scaling scaling;
    private final @Nullable Fill fill;

    private Description(String name, int width, Scaling scaling, @Nullable Fill fill) {
      this.name = name;
      this.width = width;
      this.scaling = scaling;
      this.fill = fill;
    }

    /** Returns the same, scaled in another way; {@link Scaling#STANDARD} by default. */
    public Description scaled(Scaling by) {
      return new Description(name, width, by, fill);
    }

    /** Returns the same of a matrix that may have NaN in it. */
    public Description missing(Fill with) {
      return new Description(name, width, scaling, with);
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
    public MatrixCodec restore(Map<String, StoredCodec> stored) {
      StoredFeature feature = StoredFeature.of(stored, name, KIND);
      if (width > 0) {
        feature.check("width", Integer.toString(width));
      }
      return new MatrixCodec(
          name, Scales.restore(feature, scaling, fill), LengthLimit.restore(name, stored));
    }
  }

  /**
   * Learns from the matrices of the training data, one after the other, in memory that does not
   * grow with them. For use by one thread.
   */
  public static final class Learner {
    private final Description description;
    private @Nullable ScalesLearner columns;
    private LengthLimit limit = LengthLimit.NONE;

    private Learner(Description description) {
      this.description = description;
      this.columns = description.width == 0 ? null : columns(description.width);
    }

    private ScalesLearner columns(int width) {
      return new ScalesLearner(width, description.scaling, description.fill);
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
     * Learns from a matrix; an empty one teaches nothing.
     *
     * @throws IllegalArgumentException as {@link MatrixCodec#encode(float[][])} does
     */
    public void add(float @Nullable [] @Nullable [] steps) {
      add(steps, Numbers.FLOATS);
    }

    /** Learns from a matrix, as {@link #add(float[][])} does. */
    public void add(double @Nullable [] @Nullable [] steps) {
      add(steps, Numbers.DOUBLES);
    }

    private <A> void add(@Nullable A @Nullable [] steps, Numbers<A> numbers) {
      LengthLimit cutting = limit.forLearning();
      @Nullable A[] all = Arguments.notNull(steps, description.name);
      int first = cutting.first(all.length);
      @Nullable A[] checked = cutting.cut(all);
      int i = 0;
      try {
        for (; i < checked.length; i++) {
          add(checked[i], numbers);
        }
      } catch (WrongValue e) {
        throw e.in(description.name + "[" + (first + i) + "]");
      }
    }

    private <A> void add(@Nullable A step, Numbers<A> numbers) {
      if (step == null) {
        throw WrongValue.isNull();
      }
      int found = numbers.length(step);
      if (columns == null) {
        if (found == 0) {
          throw WrongValue.of("has no numbers, expected at least 1");
        }
        columns = columns(found);
      }
      if (found != columns.size()) {
        throw WrongValue.of(
            "has %s numbers, expected %s%s"
                .formatted(
                    found,
                    columns.size(),
                    description.width == 0 ? ", as the first step of the training data" : ""));
      }
      numbers.learn(step, columns);
    }

    /**
     * Returns the codec with what was learned so far.
     *
     * @throws IllegalArgumentException if the width is to be learned and there was no step, or the
     *     numbers of a column cannot be scaled
     */
    public MatrixCodec build() {
      if (columns == null) {
        throw new IllegalArgumentException(
            "%s is empty in all of the training data, so its width cannot be learned. Give it: @Vector."
                .formatted(description.name));
      }
      try {
        return new MatrixCodec(description.name, columns.build(), limit);
      } catch (WrongValue e) {
        throw e.in(description.name);
      }
    }
  }
}
