package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Parameter;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.kernel.Convolution;
import java.util.Optional;

/**
 * A convolution over time (Waibel et al. 1989, "Phoneme recognition using time-delay neural
 * networks"), equation as in {@link dev.rondo.layer.Convolution}: {@code activation(b + Σ_k W_k
 * x_(t·stride + k - ⌊(kernel - 1) / 2⌋))}, then the maximum of each {@code pool} steps.
 *
 * <p>Lengths follow exactly. A sequence of n steps has {@code ⌈n / stride⌉} behind the stride and
 * {@code ⌈that / pool⌉} behind the pool, and what is beside it counts as zeros: it gives the same
 * numbers alone and among longer ones.
 *
 * <p>Weights: {@code weight} (filters, inputs, kernel), {@code bias} (filters), as PyTorch's {@code
 * Conv1d}.
 */
public final class ConvolutionLayer extends Layer {
  private final int kernel;
  private final int stride;
  private final int pool;
  private final Activation activation;
  private final Parameter weight;
  private final Parameter bias;

  private ConvolutionLayer(Builder builder) {
    super(builder.name);
    kernel = atLeastOne(builder.kernel, "kernel");
    stride = atLeastOne(builder.stride, "stride");
    pool = atLeastOne(builder.pool, "pool");
    activation = builder.activation;
    int filters = atLeastOne(builder.filters, "filters");
    weight =
        addWeight(
            "weight", Initializer.dense(), filters, atLeastOne(builder.inputs, "inputs"), kernel);
    bias = addWeight("bias", Initializer.constant(0), filters);
  }

  /** Starts a layer of a name, which its weights have, too. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The options of the layer. */
  public static final class Builder {
    private final String name;
    private int inputs;
    private int filters;
    private int kernel;
    private int stride = 1;
    private int pool = 1;
    private Activation activation = Activation.NONE;

    private Builder(String name) {
      this.name = name;
    }

    /** Sets the features that come in. Required. */
    public Builder setInputs(int features) {
      inputs = features;
      return this;
    }

    /** Sets the features that go out. Required. */
    public Builder setFilters(int features) {
      filters = features;
      return this;
    }

    /** Sets how many steps a filter sees. Required. */
    public Builder setKernel(int steps) {
      kernel = steps;
      return this;
    }

    /** Sets how many steps the filters move on; 1 by default. */
    public Builder optStride(int steps) {
      stride = steps;
      return this;
    }

    /** Sets of how many steps the largest value is kept; 1 by default. */
    public Builder optPool(int steps) {
      pool = steps;
      return this;
    }

    /** Sets the function behind the sum; none by default. */
    public Builder optActivation(Activation function) {
      activation = function;
      return this;
    }

    /**
     * Creates the layer.
     *
     * @throws IllegalArgumentException if a size is below 1 or was not set
     */
    public ConvolutionLayer build() {
      return new ConvolutionLayer(this);
    }
  }

  @Override
  Optional<String> notPlanned() {
    return Optional.of("convolutions change how many steps there are");
  }

  @Override
  int every() {
    return stride * pool;
  }

  @Override
  int lookahead() {
    return kernel / 2 + (Math.max(pool, left()) - 1) * stride;
  }

  /** Returns how many windows before the next one a part keeps: it begins where that one sees. */
  private int left() {
    return Math.max(1, ((kernel - 1) / 2 + stride - 1) / stride);
  }

  /**
   * (batch, time, inputs) to (batch, fewer steps, filters), of whole sequences or of a part of one.
   *
   * <p>Of a part it gives what no later part changes; the first must be more than {@link
   * #lookahead()} steps. It remembers the inputs from a window before the next one on, and so what
   * was not pooled yet.
   *
   * @param state says which, and keeps what the next part needs
   * @throws IllegalArgumentException if the first part is too short to give a step
   */
  public Sequences forward(Pass pass, Sequences sequences, StreamState state) {
    if (!state.isOfPart()) {
      return forward(pass, sequences);
    }
    NDList before = state.of(name());
    boolean first = before.isEmpty();
    int left = left();
    NDArray values = behind(before, 0, sequences.values());
    NDArray sums = activated(pass, values);
    long ready =
        state.isLast()
            ? sums.getShape().get(1)
            : Math.floorDiv(values.getShape().get(1) - 1 - kernel / 2, stride) + 1;
    NDArray fresh = between(sums, first ? 0 : left, ready);
    NDArray unpooled = behind(before, 1, fresh);
    long groups = unpooled.getShape().get(1) / pool;
    NDArray largest = pool == 1 ? unpooled : Convolution.maxPool(unpooled, pool);
    NDArray pooled =
        between(largest, first ? 0 : 1, state.isLast() ? largest.getShape().get(1) : groups);
    if (!state.isLast()) {
      if (ready < left || groups < 1) {
        throw new IllegalArgumentException(
            "%s steps are too few to begin with, \"%s\" reads %s ahead"
                .formatted(sequences.values().getShape().get(1), name(), lookahead()));
      }
      state.put(
          name(),
          new NDList(
              from(values, (ready - left) * stride).duplicate(),
              from(unpooled, (groups - 1) * pool).duplicate()));
    }
    return Sequences.of(pooled);
  }

  /** What a state kept is flat. */
  private static NDArray behind(NDList before, int part, NDArray values) {
    return before.isEmpty()
        ? values
        : before.get(part).reshape(1, -1, values.getShape().get(2)).concat(values, 1);
  }

  private static NDArray from(NDArray values, long step) {
    return between(values, step, values.getShape().get(1));
  }

  private static NDArray between(NDArray values, long from, long to) {
    return values.get(new NDIndex(":, %s:%s".formatted(from, to)));
  }

  private NDArray activated(Pass pass, NDArray values) {
    NDArray sums = Convolution.convolve(values, pass.weight(weight), pass.weight(bias), stride);
    return Activations.apply(activation, sums);
  }

  /** (batch, time, inputs) to (batch, fewer steps, filters), of whole sequences. */
  public Sequences forward(Pass pass, Sequences sequences) {
    Lengths lengths = sequences.lengths();
    NDArray values = sequences.values();
    NDArray activated = activated(pass, lengths.padded() ? values.mul(lengths.mask()) : values);
    Lengths strided = lengths.every(stride);
    return pool == 1 ? new Sequences(activated, strided) : pooled(activated, strided);
  }

  private Sequences pooled(NDArray values, Lengths lengths) {
    NDArray largest =
        Convolution.maxPool(lengths.padded() ? values.add(lengths.farBelow()) : values, pool);
    Lengths pooled = lengths.every(pool);
    // where all steps are padding the maximum is a number that sums might not hold
    return new Sequences(pooled.padded() ? largest.mul(pooled.mask()) : largest, pooled);
  }
}
