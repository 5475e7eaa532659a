package dev.rondo.data;

/**
 * How the features of a sound or of pictures are brought to comparable sizes: each band, or each
 * channel, by itself.
 */
public enum Normalization {
  /**
   * By mean and variance over the clip: {@code (x - mean) / √(variance + 1e-5)}. What is louder,
   * brighter or recorded elsewhere gives the same; a clip is known as a whole.
   */
  UTTERANCE,
  /** By mean and standard deviation over the training data, which the model file keeps. */
  GLOBAL,
  /** Not at all. */
  NONE
}
