package dev.rondo.layer;

/**
 * How well a state of the decoder, {@code h}, fits a step of the memory that attention reads,
 * {@code m}.
 */
public enum AttentionScore {
  /**
   * {@code h · m}: no weights; both have to have the same number of features (Luong et al. 2015).
   */
  DOT,
  /** {@code hᵀ W m} (Luong et al. 2015). */
  GENERAL,
  /** {@code v · tanh(Q h + K m)} (Bahdanau, Cho and Bengio 2015). */
  ADDITIVE
}
