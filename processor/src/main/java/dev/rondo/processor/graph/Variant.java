package dev.rondo.processor.graph;

import dev.rondo.layer.Feedback;
import dev.rondo.layer.InitialState;
import java.util.List;
import java.util.Optional;

/**
 * In what a recurrent layer is more than its plain cell.
 *
 * @param peephole whether the gates of an LSTM see the cell
 * @param forgetBias what the bias of an LSTM's forget gate starts at
 * @param feedback what the cell is given of the step before
 * @param fedBack the layers behind whose output that is; none for {@link Feedback#HIDDEN}, and
 *     where the layer behind is no dense one
 * @param residual whether inputs are added to outputs
 * @param initialState what the state before the first step is
 * @param recurrentDropout rate of what is fed back, where it is written
 * @param fed whether what the attention behind it gave at the step before comes in, too
 */
public record Variant(
    boolean peephole,
    double forgetBias,
    Feedback feedback,
    Optional<FedBack> fedBack,
    boolean residual,
    InitialState initialState,
    Optional<Double> recurrentDropout,
    boolean fed) {
  /**
   * Dense layers.
   *
   * @param nodes their ids, in order
   * @param units how many features the last one gives
   */
  public record FedBack(List<String> nodes, Layer.Units units) {
    public FedBack {
      nodes = List.copyOf(nodes);
    }
  }

  Variant with(FedBack layers) {
    return new Variant(
        peephole,
        forgetBias,
        feedback,
        Optional.of(layers),
        residual,
        initialState,
        recurrentDropout,
        fed);
  }

  Variant attentionFed() {
    return new Variant(
        peephole, forgetBias, feedback, fedBack, residual, initialState, recurrentDropout, true);
  }
}
