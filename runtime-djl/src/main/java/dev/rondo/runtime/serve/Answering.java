package dev.rondo.runtime.serve;

/** How a model answers: what can be chosen of any. Safe for use by many threads. */
public interface Answering {
  /**
   * Computes with other numbers from the next call on. What the weights become in them is kept
   * until the model is closed. Of a model that answers with one class or tag, writes or translates,
   * {@code evaluate} then tells what {@link Precision#FLOAT32} gives beside the other.
   *
   * @return this
   * @throws UnsupportedOperationException if that would not be faster here: the processor does not
   *     multiply such numbers, the model is on a GPU, or it has layers for which there is no such
   *     way, or none that are large enough. The message says which; the model then answers as
   *     before
   * @throws IllegalStateException if the model is closed
   */
  Answering precision(Precision precision);
}
