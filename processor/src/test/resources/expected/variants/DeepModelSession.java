package variants;

import dev.rondo.Prediction;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.session.Session;
import dev.rondo.runtime.session.SessionMemory;
import javax.annotation.processing.Generated;

/**
 * Reads step by step for {@link DeepModel}, and remembers what it read.
 *
 * <p>Holds nothing native and need not be closed. For use by one thread at a time; many may
 * be used side by side. A call that fails leaves a session as it was.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class DeepModelSession extends Session {
  private final TextCodec codec;
  private final EnumCodec<Verdict> answers;
  private final SessionMemory memory;

  DeepModelSession(TextCodec codec, EnumCodec<Verdict> answers, SessionMemory memory) {
    super(memory);
    this.codec = codec;
    this.answers = answers;
    this.memory = memory;
  }

  /**
   * Reads further text, of one or more tokens, which is cut by itself.
   *
   * @return the answer to all that was read
   * @throws IllegalArgumentException if the text is null, or has no tokens
   * @throws IllegalStateException after the predictor was closed
   */
  public Verdict next(String text) {
    return nextScored(text).value();
  }

  /**
   * Reads further text, of one or more tokens, which is cut by itself.
   *
   * @return the answer to all that was read, with the probability of every one
   * @throws IllegalArgumentException if the text is null, or has no tokens
   * @throws IllegalStateException after the predictor was closed
   */
  public Prediction<Verdict> nextScored(String text) {
    return answers.prediction(memory.read(codec.tokens(text)));
  }

  /** Returns a session of its own that goes on from here. */
  public DeepModelSession copy() {
    return new DeepModelSession(codec, answers, memory.copy());
  }
}
