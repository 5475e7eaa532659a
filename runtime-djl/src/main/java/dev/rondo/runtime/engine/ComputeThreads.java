package dev.rondo.runtime.engine;

import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * How many threads PyTorch computes a call with: a small one with that of its caller alone, a large
 * one with all cores, shared with the other large ones that run.
 *
 * <p>PyTorch keeps the number for each thread. Its threads wait for each other in a loop, so a
 * small call that wakes others loses time, much of it where they find no core: eight callers on two
 * cores then answer less than one. What the thread had is put back in the end, so that whoever
 * trains or computes on the same thread does it as before.
 */
public final class ComputeThreads {
  /**
   * Products of two numbers that are worth a second thread. Below, what the threads wait for each
   * other takes as long as what they save.
   */
  private static final long WORTH_SHARING = 64_000_000;

  /**
   * Weights of a step from which two threads read them faster than one, although the next step
   * waits for both: about what the cache of one core has room for.
   */
  private static final long WORTH_SHARING_STEPS = 250_000;

  private static final AtomicInteger SHARING = new AtomicInteger();

  private ComputeThreads() {}

  /**
   * Does something with as many threads as it is worth.
   *
   * @param products how many products of two numbers are computed, about
   */
  public static <T> T worth(long products, Supplier<T> work) {
    return threads(products >= WORTH_SHARING, work);
  }

  /**
   * Takes many steps in one call of PyTorch, each of which waits for the one before and reads all
   * weights.
   *
   * @param weights how many a step reads, about
   */
  public static <T> T worthSteps(long weights, Supplier<T> work) {
    return threads(weights >= WORTH_SHARING_STEPS, work);
  }

  private static <T> T threads(boolean large, Supplier<T> work) {
    int before = Torch.threads();
    if (before == 1) {
      return work.get();
    }
    if (!large) {
      return with(1, before, work);
    }
    int sharing = SHARING.incrementAndGet();
    try {
      return with(Math.max(1, before / sharing), before, work);
    } finally {
      SHARING.decrementAndGet();
    }
  }

  /** Does something with this thread alone. */
  public static <T> T alone(Supplier<T> work) {
    return worth(0, work);
  }

  private static <T> T with(int threads, int before, Supplier<T> work) {
    Torch.narrow(threads);
    try {
      return work.get();
    } finally {
      JniUtils.setNumThreads(before);
    }
  }
}
