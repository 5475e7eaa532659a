package regressor;

import dev.rondo.runtime.data.feature.StepEncoder;
import dev.rondo.runtime.session.Session;
import dev.rondo.runtime.session.StepMemory;
import javax.annotation.processing.Generated;

/**
 * Reads step by step for {@link Regressor}, and remembers what it read.
 *
 * <p>Holds nothing native and need not be closed. For use by one thread at a time; many may
 * be used side by side. A call that fails leaves a session as it was.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class RegressorSession extends Session {
  private final RegressorPredictor model;
  private final StepEncoder<Number> values;
  private final StepMemory memory;

  RegressorSession(RegressorPredictor model, StepMemory memory) {
    super(memory);
    this.model = model;
    this.values = model.values.stepEncoder();
    this.memory = memory;
  }

  /**
   * Reads a step.
   *
   * @return the answer to all that was read
   * @throws IllegalArgumentException if it is null or cannot be read
   * @throws IllegalStateException after the predictor was closed
   */
  public float next(float values) {
    float[][] scores = read(values);
    return model.expected.answer(scores[0]).floatValue();
  }

  private float[][] read(float values) {
    return memory.read(
        (remembered, features, symbols) ->
            this.values.encode(values, remembered, features, symbols));
  }

  /** Returns a session of its own that goes on from here. */
  public RegressorSession copy() {
    return new RegressorSession(model, memory.copy());
  }
}
