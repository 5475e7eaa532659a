package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDManager;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something made from a network's weights, such as copies in the form that a kernel reads. It is
 * made when it is first used, made again when training has changed the weights, and freed with
 * them.
 *
 * <p>Safe for use by many threads once training is over; until then for the training's thread.
 *
 * @param <T> what is made
 */
public final class Prepared<T> {
  private final NetworkHost host;
  private final Function<NDManager, T> make;
  private final Consumer<T> free;
  private @Nullable T made;
  private long version;

  Prepared(NetworkHost host, Function<NDManager, T> make, Consumer<T> free) {
    this.host = host;
    this.make = make;
    this.free = free;
  }

  /**
   * Does something with it.
   *
   * @throws IllegalStateException if the network is closed
   */
  public <R> R use(Function<T, R> work) {
    return host.whileOpen(() -> work.apply(current()));
  }

  private synchronized T current() {
    T current = made;
    if (current == null || version != host.version()) {
      free();
      version = host.version();
      current = make.apply(host.manager());
      made = current;
    }
    return current;
  }

  /** Frees what was made; called when nobody uses it. */
  synchronized void free() {
    if (made != null) {
      free.accept(made);
      made = null;
    }
  }
}
