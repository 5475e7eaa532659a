package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a decoder knows of a batch of sources: the state it goes on from and, if it has attention,
 * the memory it reads.
 *
 * <p>Belongs to the pass that made it.
 */
public final class Encoding implements AutoCloseable {
  private final Optional<AttentionMemory> memory;
  private final StreamState start;
  private boolean keepsWeights;
  private @Nullable NDArray weights;

  /** Creates an encoding for a decoder with attention. */
  public Encoding(AttentionMemory memory, StreamState start) {
    this(Optional.of(memory), start);
  }

  private Encoding(Optional<AttentionMemory> memory, StreamState start) {
    this.memory = memory;
    this.start = start;
  }

  /** Returns the encoding for a decoder without attention. */
  public static Encoding of(StreamState start) {
    return new Encoding(Optional.empty(), start);
  }

  /**
   * Returns the state of the decoder: first that from which it starts. The decoder moves it on
   * where it is given this very state.
   */
  public StreamState start() {
    return start;
  }

  /** Returns what attention reads; empty for a decoder without. */
  public Optional<AttentionMemory> memory() {
    return memory;
  }

  /**
   * Returns the encoding of some of the sources, each as often as it is named and in that order,
   * with the state as it is now. It belongs to the same pass and shares nothing with this one,
   * which may be closed.
   *
   * @param rows places in this batch
   * @throws IndexOutOfBoundsException if a row is not in this batch
   */
  public Encoding rows(Pass pass, int... rows) {
    long[] picked = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = Objects.checkIndex(rows[i], start.rows());
    }
    NDArray picks = pass.manager().create(picked);
    Encoding some = new Encoding(memory.map(whole -> whole.rows(picks)), start.rows(pass, picks));
    some.keepsWeights = keepsWeights;
    return some;
  }

  /** Has the decoder keep, from now on, how much each step of a source weighs. */
  public void keepWeights() {
    keepsWeights = true;
  }

  boolean keepsWeights() {
    return keepsWeights;
  }

  void keep(NDArray newWeights) {
    weights = newWeights;
  }

  /**
   * Returns how much each step of the source weighed at each of the steps that were decoded last:
   * (batch, steps, time), of the pass that decoded them. Empty if it was not to be kept, or the
   * decoder has no attention.
   */
  public Optional<NDArray> weights() {
    return Optional.ofNullable(weights);
  }

  /** Returns whether there is a memory for attention to read. */
  public boolean hasMemory() {
    return memory.isPresent();
  }

  /** Frees the memory and the state before the pass does. */
  @Override
  public void close() {
    memory.ifPresent(AttentionMemory::close);
    start.close();
  }
}
