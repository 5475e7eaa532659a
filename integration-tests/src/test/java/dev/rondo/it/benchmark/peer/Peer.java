package dev.rondo.it.benchmark.peer;

/** A network of a {@link Workload}, with memory of its own. Belongs to one thread. */
public interface Peer extends AutoCloseable {
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
