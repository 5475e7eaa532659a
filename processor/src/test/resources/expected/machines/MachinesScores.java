package machines;

import dev.rondo.Prediction;
import javax.annotation.processing.Generated;

/**
 * An answer of {@link Machines}, with the probability of every one. Immutable.
 *
 * @param condition the answer, with the probability of every one
 * @param remaining the answer
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public record MachinesScores(Prediction<Condition> condition, float remaining) {}
