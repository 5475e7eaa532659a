package dev.rondo.layer;

/**
 * How {@link Attention @Attention} scores a step of the encoder, {@code m}, against the decoder's
 * state, {@code h}.
 */
public enum AttentionScore {
  /** {@code h · m}: no weights; both must have equally many features (Luong et al. 2015). */
  DOT,
  /** {@code h · W m} (Luong et al. 2015). */
  GENERAL,
  /** {@code v · tanh(W_q h + W_k m)} (Bahdanau et al. 2015). */
  ADDITIVE
}
