package dev.rondo.runtime.data.feature;

import dev.rondo.runtime.data.StoredCodec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Describes how the network reads a value, or one component of it: as a slice of a step. What the
 * description leaves open, such as mean and deviation of a number or the words of a vocabulary, is
 * learned from training data ({@link #learner}) or taken from a model file ({@link #restore}); the
 * result is a {@link LearnedFeature}. Descriptions are made by {@link Features} and {@link
 * RecordFeatures}. Immutable.
 *
 * @param <T> the type of the value
 */
public interface Feature<T> {
  /** Starts to learn. */
  Learner<T> learner();

  /**
   * Returns what was learned before.
   *
   * @param stored what a model file keeps, by name
   * @param name the dotted name of this feature
   * @throws IllegalArgumentException if it is not there, is damaged, or is of another feature than
   *     this, naming it
   */
  LearnedFeature<T> restore(Map<String, StoredCodec> stored, String name);

  /**
   * Learns from the values of the training data, in memory that does not grow with them. For use by
   * one thread.
   *
   * @param <T> the type of the value
   */
  interface Learner<T> {
    /** Says that the next value begins a new sequence. */
    void start();

    /**
     * Learns from a value.
     *
     * @throws IllegalArgumentException if the network could not read it
     */
    void add(@Nullable T value);

    /**
     * Returns what was learned so far.
     *
     * @throws IllegalArgumentException if nothing can be learned from the values that were added
     */
    LearnedFeature<T> build();
  }
}
