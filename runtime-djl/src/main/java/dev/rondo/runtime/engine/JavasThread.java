package dev.rondo.runtime.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/**
 * Makes what is to outlive its maker on one of Java's own threads.
 *
 * <p>Until Java 23 a thread keeps the classes on the stack that it was made on, those of the
 * application that came first. One of Java's own threads has none.
 */
final class JavasThread {
  private JavasThread() {}

  /**
   * Returns what another thread has made.
   *
   * @throws java.util.concurrent.CompletionException with what was thrown there
   */
  static <T> T make(Supplier<T> maker) {
    CompletableFuture<T> made = new CompletableFuture<>();
    Runnable make =
        () -> {
          try {
            made.complete(maker.get());
          } catch (RuntimeException | Error e) {
            made.completeExceptionally(e);
          }
        };
    if (ForkJoinPool.getCommonPoolParallelism() > 0) {
      ForkJoinPool.commonPool().execute(make); // what supplyAsync does may be done by whoever waits
    } else {
      make.run(); // such a pool does nothing by itself
    }
    return made.join();
  }
}
