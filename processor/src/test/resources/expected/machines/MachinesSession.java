package machines;

import dev.rondo.runtime.data.feature.StepEncoder;
import dev.rondo.runtime.session.Session;
import dev.rondo.runtime.session.StepMemory;
import javax.annotation.processing.Generated;

/**
 * Reads step by step for {@link Machines}, and remembers what it read.
 *
 * <p>Holds nothing native and need not be closed. For use by one thread at a time; many may
 * be used side by side. A call that fails leaves a session as it was.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class MachinesSession extends Session {
  private final MachinesPredictor model;
  private final StepEncoder<Reading> readings;
  private final StepMemory memory;

  MachinesSession(MachinesPredictor model, StepMemory memory) {
    super(memory);
    this.model = model;
    this.readings = model.readings.stepEncoder();
    this.memory = memory;
  }

  /**
   * Reads a step.
   *
   * @return the answer to all that was read
   * @throws IllegalArgumentException if it is null or cannot be read
   * @throws IllegalStateException after the predictor was closed
   */
  public Verdict next(Reading readings) {
    float[][] scores = read(readings);
    return new Verdict(
        model.condition.answer(scores[0]), model.remaining.answer(scores[1]).floatValue());
  }

  /**
   * Reads a step.
   *
   * @return the answer to all that was read, with all probabilities
   * @throws IllegalArgumentException if it is null or cannot be read
   * @throws IllegalStateException after the predictor was closed
   */
  public MachinesScores nextScored(Reading readings) {
    float[][] scores = read(readings);
    return new MachinesScores(
        model.condition.prediction(scores[0]), model.remaining.answer(scores[1]).floatValue());
  }

  private float[][] read(Reading readings) {
    return memory.read(
        (remembered, features, symbols) ->
            this.readings.encode(readings, remembered, features, symbols));
  }

  /** Returns a session of its own that goes on from here. */
  public MachinesSession copy() {
    return new MachinesSession(model, memory.copy());
  }
}
