package dev.rondo.it.benchmark.peer;

import dev.rondo.runtime.serve.Precision;

/** A network of a {@link Workload}, with memory of its own. Belongs to one thread. */
public interface Peer extends AutoCloseable {
  /**
   * Returns Rondo's network.
   *
   * @param precision of its answers; it trains with 32 bits
   * @throws UnsupportedOperationException if such answers would not be faster here
   */
  static Peer ofRondo(Workload workload, Precision precision) {
    return new RondoPeer(workload, precision);
  }

  /** Trains one step on the batch. */
  void train();

  /**
   * Returns the scores of the batch before the softmax, up to a constant for each sequence: (batch,
   * classes) row by row.
   */
  float[] scores();

  @Override
  void close();
}
