package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.kernel.PictureConvolution;
import java.util.Optional;

/**
 * A convolution over the pictures that the steps of a sequence are (LeCun et al. 1989,
 * "Backpropagation applied to handwritten zip code recognition"), equation as in {@link
 * dev.rondo.layer.Convolution}: of each picture by itself, with the same weights.
 *
 * <p>Only the pictures of real steps are computed. Of h × w pixels there are {@code ⌈h / stride⌉ ×
 * ⌈w / stride⌉} behind the stride, and of these {@code 1 / pool} behind the pool, rounded up.
 *
 * <p>Weights: {@code weight} (filters, channels, kernel, kernel), {@code bias} (filters), as
 * PyTorch's {@code Conv2d}.
 */
public final class PictureConvolutionLayer extends Layer {
  private final int channels;
  private final int height;
  private final int width;
  private final int stride;
  private final int pool;
  private final Activation activation;
  private final Parameter weight;
  private final Parameter bias;

  private PictureConvolutionLayer(Builder builder) {
    super(builder.name);
    channels = atLeastOne(builder.channels, "channels");
    height = atLeastOne(builder.height, "height");
    width = atLeastOne(builder.width, "width");
    stride = atLeastOne(builder.stride, "stride");
    pool = atLeastOne(builder.pool, "pool");
    activation = builder.activation;
    int filters = atLeastOne(builder.filters, "filters");
    int kernel = atLeastOne(builder.kernel, "kernel");
    weight = addWeight("weight", Initializer.dense(), filters, channels, kernel, kernel);
    bias = addWeight("bias", Initializer.constant(0), filters);
  }

  /** Starts a layer of a name, which its weights have, too. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The options of the layer. */
  public static final class Builder {
    private final String name;
    private int channels;
    private int height;
    private int width;
    private int filters;
    private int kernel;
    private int stride = 1;
    private int pool = 1;
    private Activation activation = Activation.NONE;

    private Builder(String name) {
      this.name = name;
    }

    /** Sets the pictures that come in: their channels, rows and columns. Required. */
    public Builder setPictures(int ofChannels, int rows, int columns) {
      channels = ofChannels;
      height = rows;
      width = columns;
      return this;
    }

    /** Sets the channels that go out. Required. */
    public Builder setFilters(int outChannels) {
      filters = outChannels;
      return this;
    }

    /** Sets how many rows and columns a filter sees. Required. */
    public Builder setKernel(int pixels) {
      kernel = pixels;
      return this;
    }

    /** Sets how many rows and columns the filters move on; 1 by default. */
    public Builder optStride(int pixels) {
      stride = pixels;
      return this;
    }

    /** Sets of how large squares the largest value is kept; 1 by default. */
    public Builder optPool(int pixels) {
      pool = pixels;
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
    public PictureConvolutionLayer build() {
      return new PictureConvolutionLayer(this);
    }
  }

  /** (batch, time, channels × height × width) to (batch, time, filters × rows × columns). */
  public Sequences forward(Pass pass, Sequences sequences) {
    NDArray pictures = sequences.real().reshape(-1, channels, height, width);
    NDArray sums =
        PictureConvolution.convolve(pictures, pass.weight(weight), pass.weight(bias), stride);
    // a function that never falls gives the same behind the maximum, of fewer values
    boolean rising = activation != Activation.GELU;
    NDArray pooled = rising ? pooled(sums) : sums;
    NDArray activated = Activations.apply(activation, pooled);
    NDArray out = rising ? activated : pooled(activated);
    return sequences.with(sequences.lengths().spread(out.reshape(out.getShape().get(0), -1)));
  }

  private NDArray pooled(NDArray pictures) {
    return pool == 1 ? pictures : PictureConvolution.maxPool(pictures, pool);
  }

  /** Each weight is used at every place that a filter looks at. */
  @Override
  long products() {
    long places = ((height - 1L) / stride + 1) * ((width - 1L) / stride + 1);
    return super.products() * places;
  }

  @Override
  Optional<String> notPlanned() {
    return Optional.of("it convolves pictures");
  }
}
