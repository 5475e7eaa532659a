package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.kernel.BatchNormalization;
import dev.rondo.runtime.kernel.WeightUpdates;
import java.util.List;
import java.util.Optional;

/**
 * Batch normalization (Ioffe and Szegedy 2015, <a
 * href="https://arxiv.org/abs/1502.03167">arXiv:1502.03167</a>), equation as in {@link
 * dev.rondo.layer.BatchNorm}; of sequences over their real steps only, of pictures over all places
 * of a channel.
 *
 * <p>Weights: {@code weight}, {@code bias}, {@code running_mean}, {@code running_var}, (features)
 * each, as PyTorch's {@code BatchNorm1d}. The last two have no gradients: they follow the batches,
 * unless they are frozen.
 */
public final class BatchNormLayer extends Layer {
  private static final double EPSILON = 1e-5;
  private static final double MOMENTUM = 0.1;

  private final int features;
  private final Parameter weight;
  private final Parameter bias;
  private final Parameter mean;
  private final Parameter variance;

  /**
   * Creates the layer.
   *
   * @param features that are normalized, each by itself: of pictures their channels
   * @throws IllegalArgumentException if there are none
   */
  public BatchNormLayer(String name, int features) {
    super(name);
    this.features = atLeastOne(features, "features");
    weight = addWeight("weight", Initializer.constant(1), features);
    bias = addWeight("bias", Initializer.constant(0), features);
    mean = addStatistic("running_mean", Parameter.Type.RUNNING_MEAN, 0, features);
    variance = addStatistic("running_var", Parameter.Type.RUNNING_VAR, 1, features);
  }

  /** (batch, features) to the same. */
  public NDArray forward(Pass pass, NDArray values) {
    Shape shape = values.getShape();
    NDArray grouped =
        shape.get(1) == features ? values : values.reshape(shape.get(0), features, -1);
    boolean learns = pass.learns(mean) && grouped.size() > features;
    NDArray normalized = learns ? byBatch(pass, grouped) : byRunning(pass, grouped);
    return shape.get(1) == features ? normalized : normalized.reshape(shape);
  }

  /** (batch, time, features) to the same, or pictures for the features of each step. */
  public Sequences forward(Pass pass, Sequences sequences) {
    Lengths lengths = sequences.lengths();
    return sequences.with(lengths.spread(forward(pass, sequences.real())));
  }

  private NDArray byBatch(Pass pass, NDArray values) {
    BatchNormalization.Normalized batch =
        BatchNormalization.ofBatch(values, pass.weight(weight), pass.weight(bias), EPSILON);
    WeightUpdates.follow(
        List.of(pass.statistic(mean), pass.statistic(variance)),
        List.of(batch.mean(), batch.variance()),
        MOMENTUM);
    return batch.values();
  }

  private NDArray byRunning(Pass pass, NDArray values) {
    return BatchNormalization.by(
        values,
        pass.statistic(mean),
        pass.statistic(variance),
        pass.weight(weight),
        pass.weight(bias),
        EPSILON);
  }

  @Override
  Optional<String> notPlanned() {
    return Optional.of("it normalizes by running statistics");
  }
}
