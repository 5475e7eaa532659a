package spelled;

import dev.rondo.Prediction;
import dev.rondo.runtime.data.feature.SpelledStepEncoder;
import dev.rondo.runtime.session.Session;
import dev.rondo.runtime.session.StepMemory;
import javax.annotation.processing.Generated;

/**
 * Reads step by step for {@link Speech}, and remembers what it read.
 *
 * <p>Holds nothing native and need not be closed. For use by one thread at a time; many may
 * be used side by side. A call that fails leaves a session as it was.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class SpeechSession extends Session {
  private final SpeechPredictor model;
  private final SpelledStepEncoder words;
  private final StepMemory memory;

  SpeechSession(SpeechPredictor model, StepMemory memory) {
    super(memory);
    this.model = model;
    this.words = model.words.stepEncoder();
    this.memory = memory;
  }

  /**
   * Reads a step.
   *
   * @return the answer at it
   * @throws IllegalArgumentException if it is null or cannot be read
   * @throws IllegalStateException after the predictor was closed
   */
  public Part next(String words) {
    float[][] scores = read(words);
    return model.expected.answer(scores[0]);
  }

  /**
   * Reads a step.
   *
   * @return the answer at it, with all probabilities
   * @throws IllegalArgumentException if it is null or cannot be read
   * @throws IllegalStateException after the predictor was closed
   */
  public Prediction<Part> nextScored(String words) {
    float[][] scores = read(words);
    return model.expected.prediction(scores[0]);
  }

  private float[][] read(String words) {
    return memory.read(
        (remembered, features, symbols) -> this.words.encode(words, remembered, features, symbols));
  }

  /** Returns a session of its own that goes on from here. */
  public SpeechSession copy() {
    return new SpeechSession(model, memory.copy());
  }
}
