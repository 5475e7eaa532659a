package dev.rondo.runtime.engine;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the calls of each thread, and lets no new ones in once it is closed. */
final class ShutdownGate {
  private static final long MOST_MILLIS_BETWEEN_LOOKS = 50;

  private final Map<Thread, Integer> running = new ConcurrentHashMap<>();
  private final Object change = new Object();
  private int open;
  private volatile boolean ending;
  private volatile boolean closed;

  /**
   * Begins a call of this thread.
   *
   * @throws IllegalStateException if the gate is closed and this is not part of a call
   */
  void enter() {
    enterLast();
    boolean in = false;
    try {
      goOn();
      in = true;
    } finally {
      if (!in) {
        leave();
      }
    }
  }

  /**
   * Goes on with a call of this thread.
   *
   * @throws IllegalStateException if the gate is closed and the call is not part of another
   */
  void goOn() {
    if (closed && running.getOrDefault(Thread.currentThread(), 1) == 1) {
      throw new IllegalStateException("the process is ending: nothing new is computed");
    }
  }

  /** Begins a call of this thread, even if the gate is closed. */
  void enterLast() {
    running.merge(Thread.currentThread(), 1, Integer::sum);
  }

  /** Ends a call of this thread. */
  void leave() {
    running.computeIfPresent(
        Thread.currentThread(), (thread, calls) -> calls == 1 ? null : calls - 1);
    if (ending) {
      synchronized (change) {
        change.notifyAll();
      }
    }
  }

  void opened() {
    synchronized (change) {
      open++;
    }
  }

  void closed() {
    synchronized (change) {
      open--;
      change.notifyAll();
    }
  }

  /** Returns whether {@link #close} has begun. */
  boolean ending() {
    return ending;
  }

  /**
   * Waits until all models are closed and nothing runs, closes the gate, and waits for what runs.
   *
   * @param grace the longest time to the closing
   * @param wait the longest time from then
   */
  void close(Duration grace, Duration wait) {
    closed = grace.isZero(); // before anybody sees that the process ends
    ending = true;
    await(grace, true);
    closed = true;
    await(wait, false);
  }

  private void await(Duration longest, boolean allClosed) {
    long end = System.nanoTime() + longest.toNanos();
    synchronized (change) {
      while (busy() || (allClosed && open > 0)) {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
          return;
        }
        try {
          change.wait(Math.min(millis, MOST_MILLIS_BETWEEN_LOOKS));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt(); // somebody wants the process to end now
          return;
        }
      }
    }
  }

  private boolean busy() {
    return running.keySet().stream().anyMatch(thread -> !endsTheProcess(thread));
  }

  /** A listener that ends the process in the middle of its training waits for us, not we for it. */
  private static boolean endsTheProcess(Thread thread) {
    for (StackTraceElement call : thread.getStackTrace()) {
      if (call.getClassName().equals("java.lang.Runtime") && call.getMethodName().equals("exit")) {
        return true;
      }
    }
    return false;
  }
}
