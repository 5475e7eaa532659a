package dev.rondo.runtime.serve;

import java.time.Duration;

/**
 * Is told what a predictor does, for metrics of a service. It is called on the threads of the
 * callers, by many of them at the same time, so it has to be safe for that, and quick. What it
 * throws the caller gets.
 */
public interface ServingListener {
  /**
   * A call was answered.
   *
   * @param inputs that it had
   * @param time from its beginning to its answers, waiting included
   */
  default void answered(int inputs, Duration time) {}

  /**
   * A call was not answered: it was refused, cancelled, or could not be computed. Of inputs that
   * cannot be read, such as null, the caller alone is told: they make no call.
   *
   * @param time from its beginning to its failure
   */
  default void failed(Throwable failure, Duration time) {}

  /**
   * Some inputs were computed together.
   *
   * @param inputs of the batch: parts of one call, or of several that were gathered
   */
  default void computed(int inputs) {}
}
