package dev.rondo.runtime.layer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
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
 * <p>Each caller is woken for itself, when its row is done or it is the first that waits and has a
 * batch to compute; to wake all at each change costs more the more there are. Where calls came
 * together last, the first gives the others a moment to call again before it computes.
 *
 * <p>What a batch fails by, each of its rows is then computed alone, so that a caller gets no
 * exception of another's row.
 */
final class Gathering<R, S> {
  /** Longer than anybody waits, and far below what overflows. */
  private static final Duration LONGEST_DELAY = Duration.ofDays(365);

  private final Function<List<R>, List<S>> compute;
  private final long delay;
  private final int size;
  private final int mostWaiting;
  private final int workers;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Call<R, S>> waiting = new ArrayDeque<>();
  private int working;

  /** Rows of the batch that was taken last. */
  private int last;

  /**
   * Creates a place where rows gather.
   *
   * @param compute gives the scores of each row, in order
   * @param workers how many batches are computed side by side
   */
  Gathering(
      Function<List<R>, List<S>> compute, Duration delay, int size, int mostWaiting, int workers) {
    this.compute = compute;
    this.delay = Collections.min(List.of(delay, LONGEST_DELAY)).toNanos();
    this.size = size;
    this.mostWaiting = mostWaiting;
    this.workers = workers;
  }

  /** One caller's row, and what becomes of it. */
  private static final class Call<R, S> {
    private final R row;
    private final Condition turn;
    private final long since = System.nanoTime();
    private @Nullable S scores;
    private @Nullable Throwable failure;

    Call(R row, Condition turn) {
      this.row = row;
      this.turn = turn;
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
    Call<R, S> own = new Call<>(row, lock.newCondition());
    add(own);
    giveWay(own);
    List<Call<R, S>> batch = next(own);
    if (!batch.isEmpty()) {
      try {
        compute(batch);
      } finally {
        workerIsFree(batch);
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
      if (waiting.size() == size) {
        wakeFirst(); // it may wait for a batch to be full
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whoever was answered together with others may be about to call again, too. */
  @SuppressWarnings("ThreadPriorityCheck") // where it does nothing, batches are smaller
  private void giveWay(Call<R, S> own) {
    int before = 0;
    for (int now = gathered(own); now > before; now = gathered(own)) {
      before = now;
      Thread.yield();
    }
  }

  /** Returns how many calls wait; 0 if this is not the first, or they are as many as last. */
  private int gathered(Call<R, S> own) {
    lock.lock();
    try {
      return own == waiting.peek() && waiting.size() < last ? waiting.size() : 0;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a batch that this thread has to compute, its own row among it; there is none once
   * another thread has computed that.
   */
  private List<Call<R, S>> next(Call<R, S> own) {
    lock.lock();
    try {
      while (!own.done()) {
        if (own != waiting.peek() || working >= workers) {
          own.turn.await();
        } else if (waitsForMore()) {
          own.turn.awaitNanos(delay - (System.nanoTime() - own.since));
        } else {
          return taken();
        }
      }
      return List.of();
    } catch (InterruptedException e) {
      waiting.remove(own);
      wakeFirst();
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
    int most = share();
    while (batch.size() < most) {
      batch.add(waiting.remove());
    }
    last = batch.size();
    working++;
    wakeFirst(); // there may be a place for another worker
    return batch;
  }

  /** Who waits for nobody leaves the other workers that are free their share. */
  private int share() {
    int free = delay == 0 ? workers - working : 1;
    return Math.min(size, (waiting.size() + free - 1) / free);
  }

  private void workerIsFree(List<Call<R, S>> batch) {
    lock.lock();
    try {
      working--;
      batch.forEach(call -> call.turn.signal());
      wakeFirst();
    } finally {
      lock.unlock();
    }
  }

  private void wakeFirst() {
    Call<R, S> first = waiting.peek();
    if (first != null) {
      first.turn.signal();
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
