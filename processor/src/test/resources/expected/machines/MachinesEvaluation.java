package machines;

import dev.rondo.runtime.train.Evaluation;
import dev.rondo.runtime.train.HeadsEvaluation;
import dev.rondo.runtime.train.NumberEvaluation;
import java.util.List;
import javax.annotation.processing.Generated;

/** How good the answers of {@link Machines} are. Immutable. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class MachinesEvaluation extends HeadsEvaluation {
  private final Evaluation condition;
  private final NumberEvaluation remaining;

  MachinesEvaluation(Evaluation condition, NumberEvaluation remaining) {
    super(
        List.of("condition", "remaining"), new double[] {1.0, 0.5}, List.of(condition, remaining));
    this.condition = condition;
    this.remaining = remaining;
  }

  /** Returns the metrics of {@code condition}. */
  public Evaluation condition() {
    return condition;
  }

  /** Returns the metrics of {@code remaining}. */
  public NumberEvaluation remaining() {
    return remaining;
  }
}
