package dev.rondo.runtime.session;

import dev.rondo.AudioClip;
import dev.rondo.runtime.data.answer.TranscriptStream;
import dev.rondo.runtime.data.feature.AudioStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a session of a sound remembers: some samples and features, what the layers remember, and the
 * text. It holds nothing native and need not be closed. For use by one thread at a time.
 */
public final class SoundMemory {
  private final SoundSessions sessions;
  private AudioStream sound;
  private TranscriptStream text;
  private float[] waiting = {};

  /** By name, each layer's in their order. */
  private Map<String, float[]> state = new LinkedHashMap<>();

  private boolean ended;

  SoundMemory(SoundSessions sessions, AudioStream sound, TranscriptStream text) {
    this.sessions = sessions;
    this.sound = sound;
    this.text = text;
  }

  /**
   * Hears a further part of the sound.
   *
   * @return the text so far
   * @throws IllegalArgumentException if the part is null, or has another rate than those before;
   *     nothing is heard then
   * @throws IllegalStateException if the sound was ended, or the network is closed
   */
  public String next(@Nullable AudioClip part) {
    if (ended) {
      throw new IllegalStateException("the sound was ended: reset() begins another");
    }
    sessions.requireOpen();
    keep(sound.add(part));
    int every = sessions.every();
    // a whole step of the layers stays for the end, which must give one
    int steps = (waiting.length / sessions.width() - every) / every * every;
    if (steps >= (state.isEmpty() ? sessions.atFirst() : every)) {
      hear(steps, false);
    }
    return text.text();
  }

  /**
   * Ends the sound: nothing but silence follows.
   *
   * @return the whole text
   * @throws IllegalStateException if the network is closed
   */
  public String end() {
    if (!ended) {
      sessions.requireOpen();
      ended = true;
      keep(sound.end());
    }
    if (waiting.length > 0) { // still, where the call before failed: the text is not whole yet
      hear(waiting.length / sessions.width(), true);
    }
    return text.text();
  }

  /** Forgets the sound; another one may begin. */
  public void reset() {
    SoundMemory fresh = sessions.start();
    sound = fresh.sound;
    text = fresh.text;
    waiting = fresh.waiting;
    state = fresh.state;
    ended = false;
  }

  private void keep(float[] features) {
    int known = waiting.length;
    waiting = Arrays.copyOf(waiting, Math.addExact(known, features.length));
    System.arraycopy(features, 0, waiting, known, features.length);
  }

  private void hear(int steps, boolean last) {
    int numbers = steps * sessions.width();
    Map<String, float[]> after = new LinkedHashMap<>(state);
    text.add(sessions.hear(Arrays.copyOf(waiting, numbers), after, last));
    state = after;
    waiting = Arrays.copyOfRange(waiting, numbers, waiting.length);
  }
}
