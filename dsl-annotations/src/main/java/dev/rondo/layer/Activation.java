package dev.rondo.layer;

/** The function applied to each output of a layer. */
public enum Activation {
  /** The value itself. */
  NONE,
  /** {@code max(0, x)}. */
  RELU,
  /** The hyperbolic tangent. */
  TANH,
  /** {@code 1 / (1 + exp(-x))}. */
  SIGMOID,
  /** {@code x · Φ(x)}, Φ the normal distribution function (Hendrycks and Gimpel 2016). */
  GELU
}
