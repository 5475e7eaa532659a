package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.cell.JavaDense;
import dev.rondo.runtime.kernel.JordanLoop;
import dev.rondo.runtime.plan.Operator;
import java.util.Optional;

/**
 * A fully connected layer, {@code activation(W x + b)}; on sequences step by step.
 *
 * <p>Weights: {@code weight} (units, inputs), {@code bias} (units), as PyTorch's {@code Linear}.
 */
public final class DenseLayer extends Layer {
  private final int units;
  private final Activation activation;
  private final Parameter weight;
  private final Parameter bias;

  /** Starts a layer of a name, which its weights have, too. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The options of the layer. */
  public static final class Builder {
    private final String name;
    private int inputs;
    private int units;
    private Activation activation = Activation.NONE;
    private Optional<String> unitsOf = Optional.empty();
    private boolean startsAtZero;

    private Builder(String name) {
      this.name = name;
    }

    /** Sets the features that come in. Required. */
    public Builder setInputs(int features) {
      inputs = features;
      return this;
    }

    /** Sets the features that go out. Required. */
    public Builder setUnits(int features) {
      units = features;
      return this;
    }

    /** Sets the function behind the sum; none by default. */
    public Builder optActivation(Activation function) {
      activation = function;
      return this;
    }

    /** Sets what each unit scores an entry of, by a codec's name in a model file. */
    public Builder optUnitsOf(String codec) {
      unitsOf = Optional.of(codec);
      return this;
    }

    /**
     * Lets all weights be 0 before training, so that 0 is what comes out: the last layer of a
     * network that learns what is to be added to something.
     */
    public Builder optStartAtZero() {
      startsAtZero = true;
      return this;
    }

    /**
     * Creates the layer.
     *
     * @throws IllegalArgumentException if a size is below 1 or was not set
     */
    public DenseLayer build() {
      DenseLayer layer =
          new DenseLayer(
              name,
              inputs,
              units,
              activation,
              startsAtZero ? Initializer.constant(0) : Initializer.dense());
      layer.rowsOf(unitsOf);
      return layer;
    }
  }

  /**
   * Creates the layer.
   *
   * @param inputs features that come in
   * @param units features that go out
   * @throws IllegalArgumentException if a size is below 1
   */
  public DenseLayer(String name, int inputs, int units, Activation activation) {
    this(name, inputs, units, activation, Initializer.dense());
  }

  private DenseLayer(
      String name, int inputs, int units, Activation activation, Initializer initial) {
    super(name);
    this.units = atLeastOne(units, "units");
    this.activation = activation;
    weight = addWeight("weight", initial, units, atLeastOne(inputs, "inputs"));
    bias = addWeight("bias", Initializer.constant(0), units);
  }

  private DenseLayer(String name, EmbeddingLayer embedding) {
    super(name);
    this.units = embedding.vocabulary();
    this.activation = Activation.NONE;
    weight = embedding.weight();
    bias = addWeight("bias", Initializer.constant(0), units);
    rowsOf(embedding.rowsOf());
  }

  /**
   * Creates a layer that scores tokens by the vectors of an embedding: its weight is the
   * embedding's, one array that both learn (Press and Wolf 2017, "Using the output embedding to
   * improve language models"). It has a bias of its own.
   *
   * @param embedding of the same network; its size is the features that come in
   */
  public static DenseLayer tied(String name, EmbeddingLayer embedding) {
    return new DenseLayer(name, embedding);
  }

  /** Returns the weight (units, inputs), the layer's own array. */
  public NDArray weight() {
    return weight.getArray();
  }

  /** Returns the bias (units), the layer's own array. */
  public NDArray bias() {
    return bias.getArray();
  }

  Activation activation() {
    return activation;
  }

  /** Returns the features that go out. */
  public int units() {
    return units;
  }

  /** Returns this layer as part of a loop, whose steps it is computed in. */
  JordanLoop.Dense inLoop(Pass pass) {
    return new JordanLoop.Dense(pass.weight(weight), pass.weight(bias), activation);
  }

  /** Returns this layer with its own arrays, for steps outside of a pass. */
  public JordanLoop.Dense inSteps() {
    return new JordanLoop.Dense(weight(), bias(), activation);
  }

  /** Returns whether Java computes its activation. */
  public boolean isForJava() {
    return activation != Activation.GELU;
  }

  /** Returns this layer in plain Java, with the weights as they are now. */
  public JavaDense inJava() {
    return new JavaDense(weight().toFloatArray(), bias().toFloatArray(), activation);
  }

  /** (batch, inputs) to (batch, units). */
  public NDArray forward(Pass pass, NDArray values) {
    return pass.planned(values, units, this::operator).orElseGet(() -> compute(pass, values));
  }

  private Operator operator() {
    int inputs = Math.toIntExact(weight.getShape().get(1));
    return new Operator.Dense(inputs, units, weight.getName(), bias.getName(), activation);
  }

  private NDArray compute(Pass pass, NDArray values) {
    NDArray sum =
        values
            .getNDArrayInternal()
            .linear(values, pass.weight(weight), pass.weight(bias))
            .singletonOrThrow();
    return Activations.apply(activation, sum);
  }

  /**
   * Returns the softmax cross entropy of what {@link #forward(Pass, NDArray)} gives, the mean over
   * the rows. A training step does not keep the scores, which many units have many of.
   *
   * @param values (rows, inputs)
   * @param targets numbers of the right units, int64 (rows)
   * @param smoothing label smoothing, in [0, 1)
   * @return a scalar
   * @throws IllegalStateException if the layer has an activation
   */
  public NDArray crossEntropy(Pass pass, NDArray values, NDArray targets, double smoothing) {
    if (activation != Activation.NONE) {
      throw new IllegalStateException(
          "layer \"" + name() + "\" has an activation, and scores have none");
    }
    return pass.outputLoss(values, weight, bias, targets, smoothing);
  }

  /** (batch, time, inputs) to (batch, time, units). */
  public Sequences forward(Pass pass, Sequences sequences) {
    return sequences.with(forward(pass, sequences.values()));
  }
}
