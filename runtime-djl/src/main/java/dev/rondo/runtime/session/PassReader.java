package dev.rondo.runtime.session;

import dev.rondo.runtime.data.Vocabulary;
import dev.rondo.runtime.layer.CausalNetwork;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Prepared;
import dev.rondo.runtime.layer.StreamState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Reads with any causal network: the tokens of a call are a pass. */
final class PassReader implements TokenReader {
  private final NetworkHost host;
  private final CausalNetwork network;

  /** How many numbers each array of the state has, in order: found out by reading a token. */
  private final Prepared<Map<String, Integer>> sizes;

  PassReader(NetworkHost host, CausalNetwork network) {
    this.host = host;
    this.network = network;
    this.sizes = host.prepare(manager -> sizes(), unused -> {});
  }

  private Map<String, Integer> sizes() {
    return host.compute(
        pass -> {
          try (StreamState state = new StreamState(pass)) {
            network.scores(pass, new int[] {Vocabulary.UNKNOWN}, state);
            Map<String, Integer> found = new LinkedHashMap<>();
            state.values().forEach((name, values) -> found.put(name, values.length));
            return found;
          }
        });
  }

  @Override
  public int stateSize() {
    return sizes.use(parts -> parts.values().stream().mapToInt(Integer::intValue).sum());
  }

  @Override
  public float[] read(int[] tokens, float[] state, boolean first) {
    return sizes.use(
        parts ->
            host.compute(
                pass -> {
                  try (StreamState now = new StreamState(pass)) {
                    if (!first) {
                      now.restore(unpacked(state, parts), 1);
                    }
                    float[] scores = network.scores(pass, tokens, now);
                    pack(now.values(), parts, state);
                    return scores;
                  }
                }));
  }

  private static Map<String, float[]> unpacked(float[] state, Map<String, Integer> parts) {
    Map<String, float[]> values = new LinkedHashMap<>();
    int at = 0;
    for (Map.Entry<String, Integer> part : parts.entrySet()) {
      float[] array = new float[part.getValue()];
      System.arraycopy(state, at, array, 0, array.length);
      values.put(part.getKey(), array);
      at += array.length;
    }
    return values;
  }

  private static void pack(Map<String, float[]> values, Map<String, Integer> parts, float[] state) {
    int at = 0;
    for (String name : parts.keySet()) {
      float[] array = Objects.requireNonNull(values.get(name), name);
      System.arraycopy(array, 0, state, at, array.length);
      at += array.length;
    }
  }
}
