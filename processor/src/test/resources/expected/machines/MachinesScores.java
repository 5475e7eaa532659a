package machines;

import dev.rondo.Prediction;
import javax.annotation.processing.Generated;

/** An answer of {@link Machines}, with the probability of every one. Immutable. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class MachinesScores {
  private final Prediction<Condition> condition;
  private final float remaining;

  MachinesScores(Prediction<Condition> condition, float remaining) {
    this.condition = condition;
    this.remaining = remaining;
  }

  /** Returns {@code condition}, with the probability of every answer. */
  public Prediction<Condition> condition() {
    return condition;
  }

  /** Returns {@code remaining}. */
  public float remaining() {
    return remaining;
  }

  @Override
  public String toString() {
    return "[condition=" + condition + ", remaining=" + remaining + "]";
  }
}
