package dev.rondo.runtime;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does, but not for ever where it never does it. */
public final class Until {
  private static final long MOST_SECONDS = 60;

  private Until() {}

  /**
   * Returns when the condition holds.
   *
   * @throws AssertionError if it does not within a minute, or if this thread is interrupted
   */
  public static void holds(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (Thread.interrupted()) {
        throw new AssertionError("interrupted while waiting");
      }
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(MOST_SECONDS)) {
        throw new AssertionError("waited in vain for " + MOST_SECONDS + " s");
      }
      Thread.onSpinWait();
    }
  }
}
