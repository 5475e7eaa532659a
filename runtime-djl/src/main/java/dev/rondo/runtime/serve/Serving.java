package dev.rondo.runtime.serve;

import java.time.Duration;

/**
 * How a predictor answers: options that hold from the next call on. Safe for use by many threads.
 *
 * <p>Without any, each call computes on its caller's thread, as many side by side as there are
 * callers.
 *
 * <pre>{@code
 * model.serving().batching(Duration.ofMillis(2), 64).queue(1_000).warmUp();
 * }</pre>
 */
public interface Serving extends Answering {
  /**
   * Gathers calls with one input each, made by several threads at the same time, and computes them
   * together. As many batches as there are cores run side by side; calls that find none free wait
   * for one and are its batch. An interrupt ends the wait of a call by a {@link
   * java.util.concurrent.CancellationException}.
   *
   * @param maxDelay how long a call may wait for others to come; zero to gather only what waits
   *     anyway
   * @param maxSize the most inputs of a batch, at least 1; 1 to gather nothing
   * @return this
   * @throws IllegalArgumentException if the delay is negative or the size below 1
   */
  Serving batching(Duration maxDelay, int maxSize);

  /**
   * Limits how many calls may wait while {@linkplain #batching gathering}: a further one is refused
   * by a {@link java.util.concurrent.RejectedExecutionException}. Without limit by default.
   *
   * @param mostWaiting at least 1
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  Serving queue(int mostWaiting);

  /**
   * Computes with other numbers. What the weights become in them is kept until the model is closed.
   * Of a model that answers with one class or tag {@code evaluate} then tells the accuracy with
   * {@link Precision#FLOAT32} beside the other.
   *
   * @return this
   * @throws UnsupportedOperationException if that would not be faster here: the processor does not
   *     multiply such numbers, the model is on a GPU, or it has layers for which there is no such
   *     way, or none that are large enough. The message says which; the model then answers as
   *     before
   * @throws IllegalStateException if the model is closed
   */
  @Override
  Serving precision(Precision precision);

  /**
   * Answers made-up inputs of several lengths, so that the first real one does not wait: the
   * program is made, the weights are put in order, and Java's and PyTorch's compilers see it.
   *
   * @return this
   * @throws IllegalStateException if the model is closed
   */
  Serving warmUp();

  /**
   * Tells a listener from now on what is done; in place of the one before.
   *
   * @return this
   */
  Serving listener(ServingListener listener);

  /** Returns how many calls wait now while {@linkplain #batching gathering}. */
  int waiting();

  /**
   * Answers a made-up input: a check of health, which fails where the model cannot answer. No
   * listener is told of it, and it does not wait behind the calls that gather.
   *
   * @return how long the answer took
   * @throws IllegalStateException if the model is closed
   */
  Duration check();
}
