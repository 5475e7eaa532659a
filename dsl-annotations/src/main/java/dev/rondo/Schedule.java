package dev.rondo;

/** How the learning rate changes during training. */
public enum Schedule {
  /** The learning rate stays as written. */
  CONSTANT,
  /**
   * The learning rate is multiplied by {@link Training#decayFactor()} after every {@link
   * Training#decayEvery()} epochs.
   */
  STEP,
  /**
   * The learning rate rises linearly from 0 over the {@link Training#warmup()} share of all steps,
   * then falls to 0 along half a cosine (Loshchilov and Hutter 2017, <a
   * href="https://arxiv.org/abs/1608.03983">arXiv:1608.03983</a>, without restarts).
   */
  COSINE
}
