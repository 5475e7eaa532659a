package dev.rondo.samples.common;

import java.util.concurrent.CountDownLatch;

/**
 * Lets a training end in an orderly way when the process is told to end, by Ctrl-C or otherwise: it
 * is asked to stop, and the process waits until this is closed.
 *
 * <pre>{@code
 * try (StopOnShutdown shutdown = StopOnShutdown.of(trainer::stop)) {
 *   model = trainer.fit(examples);
 *   model.save(file);
 *   stopped = shutdown.requested();
 * }
 * }</pre>
 */
public final class StopOnShutdown implements AutoCloseable {
  private final Runnable stop;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopAndWait, "stop on shutdown");
  private volatile boolean requested;

  private StopOnShutdown(Runnable stop) {
    this.stop = stop;
  }

  /**
   * Starts to listen for the end of the process.
   *
   * @param stop asks the work to stop; called from another thread
   */
  public static StopOnShutdown of(Runnable stop) {
    StopOnShutdown shutdown = new StopOnShutdown(stop);
    Runtime.getRuntime().addShutdownHook(shutdown.hook);
    return shutdown;
  }

  private void stopAndWait() {
    requested = true;
    stop.run();
    try {
      closed.await();
    } catch (InterruptedException e) {
      // nothing interrupts a shutdown hook; if something does, it wants the process to end now
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether the process was told to end. */
  public boolean requested() {
    return requested;
  }

  /** Lets the process end at once from now on. */
  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending, and the hook runs
    }
  }
}
