package dev.rondo.runtime;

import dev.rondo.runtime.engine.NativeCalls;
import java.util.concurrent.CountDownLatch;

/**
 * A program that ends while another thread computes. That goes on when the end has begun, and then
 * begins something new.
 */
final class EndsWhileComputing {
  private static final CountDownLatch RUNS = new CountDownLatch(1);

  private EndsWhileComputing() {}

  public static void main(String[] arguments) throws InterruptedException {
    Thread other = new Thread(EndsWhileComputing::compute);
    other.setDaemon(true);
    other.start();
    RUNS.await();
    System.exit(3);
  }

  private static void compute() {
    NativeCalls.run(
        () -> {
          RUNS.countDown();
          while (!NativeCalls.processEnds()) {
            Thread.onSpinWait();
          }
          Thread more = new Thread(EndsWhileComputing::computeMore);
          more.start();
          join(more);
          StartsEngine.main(new String[0]);
          return null;
        });
  }

  private static void computeMore() {
    try {
      StartsEngine.main(new String[0]);
    } catch (IllegalStateException e) {
      System.out.print(e.getMessage() + " ");
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
