package dev.rondo.runtime.layer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows that several threads ask for at the same time into batches. It has no thread of its
 * own: a caller that finds a worker's place free computes what has gathered, its own row among it,
 * and the others wait for it.
 *
 * <p>What a batch fails by, each of its rows is then computed alone, so that a caller gets no
 * exception of another's row.
 */
final class Gathering<R, S> {
  private final Function<List<R>, List<S>> compute;
  private final long delay;
  private final int size;
  private final int mostWaiting;
  private final int workers;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private final Deque<Call<R, S>> waiting = new ArrayDeque<>();
  private int working;

  /**
   * Creates a place where rows gather.
   *
   * @param compute gives the scores of each row, in order
   * @param workers how many batches are computed side by side
   */
  Gathering(
      Function<List<R>, List<S>> compute, Duration delay, int size, int mostWaiting, int workers) {
    this.compute = compute;
    this.delay = delay.toNanos();
    this.size = size;
    this.mostWaiting = mostWaiting;
    this.workers = workers;
  }

  /** One caller's row, and what becomes of it. */
  private static final class Call<R, S> {
    private final R row;
    private final long since = System.nanoTime();
    private boolean taken;
    private @Nullable S scores;
    private @Nullable Throwable failure;

    Call(R row) {
      this.row = row;
    }

    boolean done() {
      return scores != null || failure != null;
    }
  }

  /**
   * Computes a row, together with others if there are any.
   *
   * @throws RejectedExecutionException if too many wait
   * @throws CancellationException if the thread is interrupted while it waits; it is still
   *     interrupted then
   */
  S scores(R row) {
    Call<R, S> own = new Call<>(row);
    add(own);
    for (List<Call<R, S>> batch = next(own); !batch.isEmpty(); batch = next(own)) {
      try {
        compute(batch);
      } finally {
        workerIsFree();
      }
    }
    return result(own);
  }

  private void add(Call<R, S> own) {
    lock.lock();
    try {
      if (waiting.size() >= mostWaiting) {
        throw new RejectedExecutionException(
            "%s calls are waiting, the most that queue(%s) allows. Call again later, or allow more."
                .formatted(waiting.size(), mostWaiting));
      }
      waiting.add(own);
      change.signalAll(); // somebody may wait for a batch to be full
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a batch that this thread has to compute; there is none once its own row is done. */
  private List<Call<R, S>> next(Call<R, S> own) {
    lock.lock();
    try {
      while (!own.done()) {
        if (own.taken || working >= workers) {
          change.await();
        } else if (waitsForMore()) {
          change.awaitNanos(delay - (System.nanoTime() - waiting.element().since));
        } else {
          return taken();
        }
      }
      return List.of();
    } catch (InterruptedException e) {
      waiting.remove(own);
      change.signalAll();
      Thread.currentThread().interrupt();
      CancellationException cancelled =
          new CancellationException("the thread was interrupted while its call waited");
      cancelled.initCause(e);
      throw cancelled;
    } finally {
      lock.unlock();
    }
  }

  private List<Call<R, S>> taken() {
    List<Call<R, S>> batch = new ArrayList<>();
    while (batch.size() < size && !waiting.isEmpty()) {
      Call<R, S> call = waiting.remove();
      call.taken = true;
      batch.add(call);
    }
    working++;
    return batch;
  }

  private void workerIsFree() {
    lock.lock();
    try {
      working--;
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many rows wait for a batch. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private boolean waitsForMore() {
    return waiting.size() < size && System.nanoTime() - waiting.element().since < delay;
  }

  private void compute(List<Call<R, S>> batch) {
    try {
      List<S> scores = compute.apply(batch.stream().map(call -> call.row).toList());
      for (int i = 0; i < batch.size(); i++) {
        finish(batch.get(i), scores.get(i), null);
      }
    } catch (RuntimeException | Error e) {
      if (batch.size() == 1) {
        finish(batch.get(0), null, e);
      } else {
        batch.forEach(call -> compute(List.of(call)));
      }
    }
  }

  private void finish(Call<R, S> call, @Nullable S scores, @Nullable Throwable failure) {
    lock.lock();
    try {
      call.scores = scores;
      call.failure = failure;
    } finally {
      lock.unlock();
    }
  }

  private static <R, S> S result(Call<R, S> call) {
    if (call.failure instanceof Error error) {
      throw error;
    }
    if (call.failure instanceof RuntimeException exception) {
      throw exception;
    }
    return Objects.requireNonNull(call.scores);
  }
}
