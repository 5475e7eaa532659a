package dev.rondo.runtime.anomaly;

import dev.rondo.runtime.data.feature.StepEncoding;

/** A network that reads forward only, and is fed step by step. Safe for use by many threads. */
public interface CarriedNetwork {
  /**
   * Starts to read: no step is read yet.
   *
   * @throws IllegalStateException if the network is closed
   */
  Memory start();

  /**
   * Goes on from what {@link Memory#toBytes()} kept.
   *
   * @throws IllegalArgumentException if it is no such thing, damaged, or of another network
   * @throws IllegalStateException if the network is closed
   */
  Memory restore(byte[] bytes);

  /** What the network remembers of a stream. For use by one thread at a time. */
  interface Memory {
    /**
     * Takes a step; a call that fails leaves it as it was.
     *
     * @param encodings of the inputs that are sequences, in their order
     * @return the scores of each head after it
     * @throws IllegalArgumentException if the step cannot be encoded
     * @throws IllegalStateException if the network is closed
     */
    float[][] read(StepEncoding... encodings);

    /**
     * Returns what can be gone on from.
     *
     * @throws IllegalStateException if the network is closed
     */
    byte[] toBytes();
  }
}
