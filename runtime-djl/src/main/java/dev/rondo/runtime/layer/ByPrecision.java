package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDManager;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.kernel.PlanPrecision;
import dev.rondo.runtime.serve.Precision;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something that answers, {@link Prepared} from a network's weights for each {@link Precision} that
 * was asked for, and which of them answers.
 *
 * <p>Safe for use by many threads.
 *
 * @param <T> what answers
 */
public final class ByPrecision<T> {
  private final NetworkHost host;
  private final BiFunction<NDManager, PlanPrecision, T> make;
  private final Consumer<T> free;
  private final Function<Precision, Optional<String>> refusal;
  private final Map<Precision, Prepared<T>> all = new EnumMap<>(Precision.class);
  private volatile Prepared<T> chosen;
  private volatile Precision numbers = Precision.FLOAT32;

  /** The numbers with which this thread asks, whatever is chosen; empty for those. */
  private final ThreadLocal<Optional<Precision>> pinned = ThreadLocal.withInitial(Optional::empty);

  /**
   * Answers with 32 bits.
   *
   * @param make what answers with some numbers
   * @param refusal why some numbers would not be faster; empty if they are
   */
  public ByPrecision(
      NetworkHost host,
      BiFunction<NDManager, PlanPrecision, T> make,
      Consumer<T> free,
      Function<Precision, Optional<String>> refusal) {
    this.host = host;
    this.make = make;
    this.free = free;
    this.refusal = refusal;
    this.chosen = prepared(Precision.FLOAT32);
  }

  /** Returns what answers this thread. */
  public Prepared<T> answering() {
    return pinned.get().map(this::prepared).orElse(chosen);
  }

  /** Returns whether this thread asks for numbers of its own. */
  public boolean isPinned() {
    return pinned.get().isPresent();
  }

  /** Returns the numbers that answers are computed with. */
  public Precision precision() {
    return numbers;
  }

  /**
   * Answers with other numbers from now on.
   *
   * @throws UnsupportedOperationException if that would not be faster, with the reason
   * @throws IllegalArgumentException if it is null
   * @throws IllegalStateException if the network is closed
   */
  public void choose(Precision precision) {
    Arguments.notNull(precision, "precision");
    host.requireOpen();
    refusal
        .apply(precision)
        .ifPresent(
            reason -> {
              throw new UnsupportedOperationException(
                  "%s would not be faster: %s. The model answers as before."
                      .formatted(precision, reason));
            });
    synchronized (this) {
      chosen = prepared(precision);
      numbers = precision;
    }
  }

  /** Does something for which this thread is answered with some numbers, whatever is chosen. */
  public <R> R pinned(Precision precision, Supplier<R> work) {
    Optional<Precision> before = pinned.get();
    pinned.set(Optional.of(precision));
    try {
      return work.get();
    } finally {
      before.ifPresentOrElse(outer -> pinned.set(before), pinned::remove);
    }
  }

  private synchronized Prepared<T> prepared(Precision precision) {
    PlanPrecision computed =
        switch (precision) {
          case FLOAT32 -> PlanPrecision.FLOAT32;
          case BFLOAT16 -> PlanPrecision.BFLOAT16;
          case INT8 -> PlanPrecision.INT8;
        };
    return all.computeIfAbsent(
        precision, made -> host.prepare(manager -> make.apply(manager, computed), free));
  }
}
