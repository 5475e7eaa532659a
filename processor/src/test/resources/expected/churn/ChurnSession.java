package churn;

import dev.rondo.Prediction;
import dev.rondo.runtime.data.feature.StepEncoder;
import dev.rondo.runtime.session.Session;
import dev.rondo.runtime.session.StepMemory;
import javax.annotation.processing.Generated;

/**
 * Reads step by step for {@link Churn}, and remembers what it read.
 *
 * <p>Holds nothing native and need not be closed. For use by one thread at a time; many may
 * be used side by side. A call that fails leaves a session as it was.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class ChurnSession extends Session {
  private final ChurnPredictor model;
  private final StepEncoder<Click> clicks;
  private final StepMemory memory;

  ChurnSession(ChurnPredictor model, StepMemory memory) {
    super(memory);
    this.model = model;
    this.clicks = model.clicks.stepEncoder();
    this.memory = memory;
  }

  /**
   * Reads a step.
   *
   * @return the answer to all that was read
   * @throws IllegalArgumentException if it is null or cannot be read
   * @throws IllegalStateException after the predictor was closed
   */
  public boolean next(Click clicks) {
    float[][] scores = read(clicks);
    return model.expected.answer(scores[0]);
  }

  /**
   * Reads a step.
   *
   * @return the answer to all that was read, with all probabilities
   * @throws IllegalArgumentException if it is null or cannot be read
   * @throws IllegalStateException after the predictor was closed
   */
  public Prediction<Boolean> nextScored(Click clicks) {
    float[][] scores = read(clicks);
    return model.expected.prediction(scores[0]);
  }

  private float[][] read(Click clicks) {
    return memory.read(
        (remembered, features, symbols) ->
            this.clicks.encode(clicks, remembered, features, symbols));
  }

  /** Returns a session of its own that goes on from here. */
  public ChurnSession copy() {
    return new ChurnSession(model, memory.copy());
  }
}
