package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * Sets a random share of the values to zero in training and scales the others by 1 / (1 - rate);
 * passes everything on in prediction. Has no weights.
 */
public final class DropoutLayer extends Layer {
  private double rate;

  /**
   * Creates the layer.
   *
   * @param rate the share, in [0, 1)
   * @throws IllegalArgumentException if the rate is outside [0, 1)
   */
  public DropoutLayer(String name, double rate) {
    super(name);
    this.rate = rate(rate, "dropout rate");
  }

  /**
   * Changes the rate; before training starts.
   *
   * @throws IllegalArgumentException if the rate is outside [0, 1)
   */
  public void rate(double newRate) {
    rate = rate(newRate, "dropout rate");
  }

  @Override
  Map<String, Double> dropoutRates() {
    return Map.of("rate", rate);
  }

  /** Drops values of any shape. */
  public NDArray forward(Pass pass, NDArray values) {
    return apply(pass, name(), values, rate);
  }

  /** Drops values of sequences. */
  public Sequences forward(Pass pass, Sequences sequences) {
    return sequences.with(forward(pass, sequences.values()));
  }

  /**
   * Drops values.
   *
   * @param place as in {@link Pass#mask}
   */
  static NDArray apply(Pass pass, String place, NDArray values, double rate) {
    return pass.mask(place, rate, values, values.getShape()).map(values::mul).orElse(values);
  }
}
