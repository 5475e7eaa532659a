package dev.rondo.layer;

/** How {@link Pool @Pool} makes one vector of a sequence; padding never takes part. */
public enum Pooling {
  /** The mean over the steps. */
  MEAN,
  /** The largest value of each feature over the steps. */
  MAX,
  /**
   * A weighted mean; the weights are {@code softmax(v · tanh(W x + b))} over the steps, with W, b
   * and v learned (Yang et al. 2016, "Hierarchical attention networks for document
   * classification").
   */
  ATTENTION,
  /** The last step. */
  LAST
}
