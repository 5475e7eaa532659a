package dev.rondo.it.benchmark.peer;

/**
 * The recurrent and the dense layer of a {@link Workload}, fed one step after the other; carries
 * its state. Belongs to one thread.
 */
public interface Stepper extends AutoCloseable {
  /**
   * Takes a step.
   *
   * @param input the features of the step
   * @return the scores after it, before the softmax
   */
  float[] next(float[] input);

  @Override
  void close();
}
