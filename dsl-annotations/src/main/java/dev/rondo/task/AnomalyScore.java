package dev.rondo.task;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a model say how unusual the last step of a history is, given those before it. It learns
 * what is ordinary: the network foretells the next step, of each number a mean and a deviation, of
 * each enum, {@code boolean} and {@code @Category} component the probabilities of its values, and
 * what it did not expect is unusual.
 *
 * <p>The method takes a {@code List} of a record with {@link dev.rondo.data.Window}, oldest first,
 * and returns a {@code double}. History and trunk end in their final state; the last layer is a
 * {@code @Dense}, sized by the record.
 *
 * <pre>{@code
 * record Metrics(float load, float memory, int requests, Phase phase) {}
 *
 * @SequenceModel
 * @GRU(units = 32)
 * @Dense
 * public interface ServerWatch {
 *   @AnomalyScore
 *   double score(@Window(48) List<Metrics> history);
 * }
 * }</pre>
 *
 * <p>There are no examples: {@code ServerWatchTrainer.fit(Iterable<List<Metrics>>)} learns from
 * ordinary series. {@code ServerWatchPredictor.session()} takes a stream step by step and answers
 * each with an {@link dev.rondo.Anomaly}.
 *
 * <p>A score is the negative decimal logarithm of how likely the step is: 3 is one in a thousand.
 * NaN where there is none yet.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface AnomalyScore {
  /**
   * How many steps before, beside the last one, a step is also foretold: that sees drift and lost
   * seasons, which the next step hides. At least 1; 1 for the last step alone.
   */
  int ahead() default 24;
}
