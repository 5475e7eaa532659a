package poet;

import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.decode.NextToken;
import dev.rondo.runtime.session.Session;
import dev.rondo.runtime.session.SessionMemory;
import javax.annotation.processing.Generated;

/**
 * Reads step by step for {@link Poet}, and remembers what it read.
 *
 * <p>Holds nothing native and need not be closed. For use by one thread at a time; many may
 * be used side by side. A call that fails leaves a session as it was.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class PoetSession extends Session {
  private final TextCodec codec;
  private final SessionMemory memory;

  PoetSession(TextCodec codec, SessionMemory memory) {
    super(memory);
    this.codec = codec;
    this.memory = memory;
  }

  /**
   * Reads further text, of one or more tokens, which is cut by itself.
   *
   * @return what is likely to follow all that was read
   * @throws IllegalArgumentException if the text is null, or has no tokens
   * @throws IllegalStateException after the predictor was closed
   */
  public NextToken next(String text) {
    int[] tokens = codec.tokens(text);
    return NextToken.of(codec, tokens, memory.read(tokens));
  }

  /** Returns a session of its own that goes on from here. */
  public PoetSession copy() {
    return new PoetSession(codec, memory.copy());
  }
}
