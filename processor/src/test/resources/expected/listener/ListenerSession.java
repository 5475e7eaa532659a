package listener;

import dev.rondo.AudioClip;
import dev.rondo.runtime.session.SoundMemory;
import javax.annotation.processing.Generated;

/**
 * Hears a sound part by part for {@link Listener}, and writes down what it has heard.
 *
 * <p>At the end the text is that of {@link Listener#write}. Until then it lags behind the sound
 * by about a window, what convolutions read ahead, and two of the steps that they leave.
 *
 * <p>Holds nothing native and need not be closed. For use by one thread at a time; many
 * may be used side by side.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class ListenerSession {
  private final SoundMemory memory;

  ListenerSession(SoundMemory memory) {
    this.memory = memory;
  }

  /**
   * Hears a further part of the sound, of any length.
   *
   * @return the text so far
   * @throws IllegalArgumentException if the part is null, or has another rate than those before;
   *     nothing is heard then
   * @throws IllegalStateException after {@link #end()}, or after the predictor was closed
   */
  public String next(AudioClip speech) {
    return memory.next(speech);
  }

  /**
   * Ends the sound.
   *
   * @return the whole text
   * @throws IllegalStateException after the predictor was closed
   */
  public String end() {
    return memory.end();
  }

  /** Forgets all that was heard. */
  public void reset() {
    memory.reset();
  }
}
