package dev.rondo.runtime.layer;

import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A layer: named weights, and a method that computes with them in a {@link Pass}.
 *
 * <p>A weight is called {@code layer.weight}, with the names, shapes and orders of PyTorch, so that
 * a model file can be read there.
 */
public abstract class Layer {
  private final String name;
  private final Map<Parameter, Start> weights = new LinkedHashMap<>();
  private Optional<String> rowsOf = Optional.empty();

  Layer(String name) {
    this.name = name;
  }

  /** Returns the name, unique in its network. */
  public String name() {
    return name;
  }

  /** Returns the weights in PyTorch's order; unmodifiable. */
  List<Parameter> weights() {
    return Collections.unmodifiableList(new ArrayList<>(weights.keySet()));
  }

  /** Returns how many products of two numbers a step takes, about: one for each weight. */
  long products() {
    long products = 0;
    for (Start start : weights.values()) {
      products += Arrays.stream(start.shape()).reduce(1L, (a, b) -> a * b);
    }
    return products;
  }

  /**
   * Returns why no operator of plans computes this layer, a part of a sentence: "it …"; empty if
   * one does.
   */
  Optional<String> notPlanned() {
    return Optional.empty();
  }

  /** Returns how many steps there are to one that the layer leaves. */
  int every() {
    return 1;
  }

  /** Returns how many steps behind the first it reads before it gives one. */
  int lookahead() {
    return 0;
  }

  /** Returns the shape of a weight of this layer, and how it starts. */
  Start start(Parameter weight) {
    Start start = weights.get(weight);
    if (start == null) {
      throw new IllegalArgumentException(weight.getName() + " is no weight of layer " + name);
    }
    return start;
  }

  /** Adds a weight; called by constructors. */
  final Parameter addWeight(String suffix, Initializer initializer, int... shape) {
    return add(suffix, Parameter.Type.WEIGHT, initializer, shape);
  }

  /** Adds what is stored as a weight is, but follows the data; called by constructors. */
  final Parameter addStatistic(String suffix, Parameter.Type type, float start, int features) {
    return add(suffix, type, Initializer.constant(start), features);
  }

  private Parameter add(String suffix, Parameter.Type type, Initializer initializer, int... shape) {
    // DJL takes the shape from the array that the parameter is given later
    Parameter weight = Parameter.builder().setName(name + "." + suffix).setType(type).build();
    weights.put(weight, new Start(shape, initializer));
    return weight;
  }

  /** Changes how a weight of this layer starts. */
  final void initialize(Parameter weight, Initializer initializer) {
    weights.put(weight, new Start(start(weight).shape, initializer));
  }

  /**
   * Sets the codec, by its name in a model file, whose entries the rows of the weights stand for.
   */
  final void rowsOf(Optional<String> codec) {
    rowsOf = codec;
  }

  /** Returns the codec whose entries the rows of the weights stand for. */
  final Optional<String> rowsOf() {
    return rowsOf;
  }

  /** Returns the shares of values that it drops in training, by the names of their settings. */
  Map<String, Double> dropoutRates() {
    return Map.of();
  }

  static int atLeastOne(int value, String what) {
    if (value < 1) {
      throw new IllegalArgumentException(what + " is " + value + ", must be at least 1");
    }
    return value;
  }

  static double rate(double value, String what) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(what + " is " + value + ", must be in [0, 1)");
    }
    return value;
  }

  /** The shape of a weight and its first values. */
  static final class Start {
    private final int[] shape;
    private final Initializer initializer;

    Start(int[] shape, Initializer initializer) {
      this.shape = shape;
      this.initializer = initializer;
    }

    long[] shape() {
      return Arrays.stream(shape).asLongStream().toArray();
    }

    float[] values(RandomGenerator random) {
      int columns = Arrays.stream(shape).skip(1).reduce(1, Math::multiplyExact);
      return initializer.values(shape[0], columns, random);
    }
  }
}
