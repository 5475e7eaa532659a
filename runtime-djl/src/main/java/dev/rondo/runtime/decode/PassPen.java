package dev.rondo.runtime.decode;

import dev.rondo.runtime.data.text.TextStreams;
import dev.rondo.runtime.data.text.Vocabulary;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.network.LanguageNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes with any network: each token is a pass of its own. */
final class PassPen implements Pen {
  private final NetworkHost host;
  private final LanguageNetwork network;
  private Map<String, float[]> state = Map.of();
  private int[] unread = {};

  PassPen(NetworkHost host, LanguageNetwork network) {
    this.host = host;
    this.network = network;
  }

  @Override
  public long[] write(long[] given, Sampling sampling, int count, double[] uniforms) {
    return host.compute(whole -> write(whole, given, sampling, count, uniforms));
  }

  private long[] write(Pass whole, long[] given, Sampling sampling, int count, double[] uniforms) {
    List<Long> written = new ArrayList<>();
    try (StreamState now = new StreamState(whole)) {
      now.restore(state, 1);
      int[] next = joined(unread, given);
      while (written.size() < count) {
        int[] read = next;
        float[] scores = host.compute(pass -> network.scores(pass, read, now));
        int token = choose(scores, sampling, uniforms, written.size());
        written.add((long) token);
        next = new int[] {token};
        if (token == TextStreams.BOUNDARY) {
          break;
        }
      }
      unread = next;
      state = now.values();
    }
    return written.stream().mapToLong(Long::longValue).toArray();
  }

  private static int[] joined(int[] first, long[] second) {
    int[] all = new int[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    for (int i = 0; i < second.length; i++) {
      all[first.length + i] = (int) second[i];
    }
    return all;
  }

  private static int choose(float[] scores, Sampling sampling, double[] uniforms, int place) {
    scores[Vocabulary.UNKNOWN] = Float.NEGATIVE_INFINITY;
    return sampling.isGreedy()
        ? Draw.likeliest(scores)
        : Draw.draw(scores, uniforms[place], sampling.settings());
  }
}
