package tokens;

import dev.rondo.Prediction;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.BooleanCodec;
import dev.rondo.runtime.data.text.TokensCodec;
import dev.rondo.runtime.session.Session;
import dev.rondo.runtime.session.SessionMemory;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Reads step by step for {@link CommandFilter}, and remembers what it read.
 *
 * <p>Holds nothing native and need not be closed. For use by one thread at a time; many may
 * be used side by side. A call that fails leaves a session as it was.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class CommandFilterSession extends Session {
  private final TokensCodec codec;
  private final BooleanCodec answers;
  private final SessionMemory memory;

  CommandFilterSession(TokensCodec codec, BooleanCodec answers, SessionMemory memory) {
    super(memory);
    this.codec = codec;
    this.answers = answers;
    this.memory = memory;
  }

  /**
   * Reads a token.
   *
   * @return the answer to all that was read
   * @throws IllegalArgumentException if the token is null
   * @throws IllegalStateException after the predictor was closed
   */
  public boolean next(String token) {
    return nextScored(token).value();
  }

  /**
   * Reads a token.
   *
   * @return the answer to all that was read, with the probability of every one
   * @throws IllegalArgumentException if the token is null
   * @throws IllegalStateException after the predictor was closed
   */
  public Prediction<Boolean> nextScored(String token) {
    return answers.prediction(
        memory.read(codec.encode(List.of(Arguments.notNull(token, "token")))));
  }

  /** Returns a session of its own that goes on from here. */
  public CommandFilterSession copy() {
    return new CommandFilterSession(codec, answers, memory.copy());
  }
}
