package fraud;

import dev.rondo.Prediction;
import dev.rondo.runtime.data.feature.StepEncoder;
import dev.rondo.runtime.session.Session;
import dev.rondo.runtime.session.StepMemory;
import javax.annotation.processing.Generated;

/**
 * Reads step by step for {@link Fraud}, and remembers what it read.
 *
 * <p>Holds nothing native and need not be closed. For use by one thread at a time; many may
 * be used side by side. A call that fails leaves a session as it was.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class FraudSession extends Session {
  private final FraudPredictor model;
  private final StepEncoder<Payment> card;
  private final StepMemory memory;

  FraudSession(FraudPredictor model, StepMemory memory) {
    super(memory);
    this.model = model;
    this.card = model.card.stepEncoder();
    this.memory = memory;
  }

  /**
   * Reads a step.
   *
   * @return the answer at it
   * @throws IllegalArgumentException if it is null or cannot be read
   * @throws IllegalStateException after the predictor was closed
   */
  public boolean next(Payment card) {
    float[][] scores = read(card);
    return model.expected.answer(scores[0]);
  }

  /**
   * Reads a step.
   *
   * @return the answer at it, with all probabilities
   * @throws IllegalArgumentException if it is null or cannot be read
   * @throws IllegalStateException after the predictor was closed
   */
  public Prediction<Boolean> nextScored(Payment card) {
    float[][] scores = read(card);
    return model.expected.prediction(scores[0]);
  }

  private float[][] read(Payment card) {
    return memory.read(
        (remembered, features, symbols) -> this.card.encode(card, remembered, features, symbols));
  }

  /** Returns a session of its own that goes on from here. */
  public FraudSession copy() {
    return new FraudSession(model, memory.copy());
  }
}
