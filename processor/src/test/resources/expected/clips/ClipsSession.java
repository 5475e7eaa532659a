package clips;

import dev.rondo.Prediction;
import dev.rondo.runtime.data.feature.StepEncoder;
import dev.rondo.runtime.session.Session;
import dev.rondo.runtime.session.StepMemory;
import java.awt.image.BufferedImage;
import javax.annotation.processing.Generated;

/**
 * Reads step by step for {@link Clips}, and remembers what it read.
 *
 * <p>Holds nothing native and need not be closed. For use by one thread at a time; many may
 * be used side by side. A call that fails leaves a session as it was.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class ClipsSession extends Session {
  private final ClipsPredictor model;
  private final StepEncoder<BufferedImage> frames;
  private final StepMemory memory;

  ClipsSession(ClipsPredictor model, StepMemory memory) {
    super(memory);
    this.model = model;
    this.frames = model.frames.stepEncoder();
    this.memory = memory;
  }

  /**
   * Reads a step.
   *
   * @return the answer to all that was read
   * @throws IllegalArgumentException if it is null or cannot be read
   * @throws IllegalStateException after the predictor was closed
   */
  public Motion next(BufferedImage frames) {
    float[][] scores = read(frames);
    return model.expected.answer(scores[0]);
  }

  /**
   * Reads a step.
   *
   * @return the answer to all that was read, with all probabilities
   * @throws IllegalArgumentException if it is null or cannot be read
   * @throws IllegalStateException after the predictor was closed
   */
  public Prediction<Motion> nextScored(BufferedImage frames) {
    float[][] scores = read(frames);
    return model.expected.prediction(scores[0]);
  }

  private float[][] read(BufferedImage frames) {
    return memory.read(
        (remembered, features, symbols) ->
            this.frames.encode(frames, remembered, features, symbols));
  }

  /** Returns a session of its own that goes on from here. */
  public ClipsSession copy() {
    return new ClipsSession(model, memory.copy());
  }
}
