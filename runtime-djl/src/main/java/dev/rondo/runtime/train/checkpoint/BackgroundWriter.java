package dev.rondo.runtime.train.checkpoint;

import org.jspecify.annotations.Nullable;

/**
 * Writes on a thread of its own, one thing at a time. Whatever is begun is waited for, by whoever
 * closes a training, so nothing outlives it.
 */
final class BackgroundWriter {
  private @Nullable Thread thread;

  /** Set by the thread before it ends; read by others only after they have seen it ended. */
  private @Nullable Throwable failure;

  /** Returns whether something is being written. */
  boolean busy() {
    return thread != null && thread.isAlive();
  }

  /** Begins to write, after what is being written. */
  void start(Runnable work) {
    await();
    Thread next =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (RuntimeException | Error e) {
                failure = e;
              }
            },
            "rondo-checkpoint");
    next.setDaemon(true); // a process that is made to end does not wait for a slow disk
    thread = next;
    next.start();
  }

  /** Waits until nothing is written; whoever interrupts the thread waits too. */
  void await() {
    Thread writing = thread;
    boolean interrupted = false;
    while (writing != null && writing.isAlive()) {
      try {
        writing.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns what went wrong, once; null if nothing did, or while something is being written. */
  @Nullable Throwable takeFailure() {
    if (busy()) {
      return null;
    }
    Throwable taken = failure;
    failure = null;
    return taken;
  }
}
