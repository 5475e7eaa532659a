package dev.rondo.runtime.session;

import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.answer.TranscriptCodec;
import dev.rondo.runtime.data.feature.AudioCodec;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.network.StepNetwork;
import java.util.Map;

/**
 * The sessions of a predictor that transcribes sounds while they come: what {@link Sessions} is for
 * tokens. Safe for use by many threads.
 */
public final class SoundSessions {
  private final NetworkHost host;
  private final StepNetwork network;
  private final AudioCodec sound;
  private final TranscriptCodec text;
  private final int every;

  /** Creates the sessions of a network in memory. */
  public SoundSessions(
      NetworkHost host, StepNetwork network, AudioCodec sound, TranscriptCodec text) {
    this.host = host;
    this.network = network;
    this.sound = sound;
    this.text = text;
    this.every = network.every();
  }

  /**
   * Starts a session: nothing was heard yet.
   *
   * @throws IllegalStateException if the network is closed
   */
  public SoundMemory start() {
    requireOpen();
    return new SoundMemory(this, sound.stream(), text.stream());
  }

  /** Returns how many steps of features a session needs to begin with. */
  int atFirst() {
    return (network.lookahead() / every + 1) * every;
  }

  void requireOpen() {
    host.requireOpen();
  }

  int every() {
    return every;
  }

  int width() {
    return sound.width();
  }

  /**
   * Hears further steps of features.
   *
   * @param state what the layers remember, empty before the first step; becomes that after the last
   * @param last whether none follow
   * @return the scores of the steps that the layers give
   */
  float[] hear(float[] features, Map<String, float[]> state, boolean last) {
    Steps steps = sound.steps(features);
    return host.compute(
        pass -> {
          try (StreamState now = StreamState.ofPart(pass, last)) {
            if (!state.isEmpty()) {
              now.restore(state, 1);
            }
            float[] scores = network.allScores(pass, steps, now);
            state.putAll(now.values());
            return scores;
          }
        });
  }
}
