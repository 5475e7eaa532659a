package dev.rondo.runtime.session;

import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Prepared;
import dev.rondo.runtime.layer.StreamState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** The state of any network's layers between passes, as numbers of Java. */
final class PassState {
  private final NetworkHost host;

  /** How many numbers each array of the state has, in order: found out by taking a step. */
  private final Prepared<Map<String, Integer>> sizes;

  /**
   * Creates it; nothing is computed before it is first used.
   *
   * @param step takes a step, of whatever values
   */
  PassState(NetworkHost host, BiConsumer<Pass, StreamState> step) {
    this.host = host;
    this.sizes = host.prepare(manager -> sizes(host, step), unused -> {});
  }

  private static Map<String, Integer> sizes(NetworkHost host, BiConsumer<Pass, StreamState> step) {
    return host.compute(
        pass -> {
          try (StreamState state = new StreamState(pass)) {
            step.accept(pass, state);
            Map<String, Integer> found = new LinkedHashMap<>();
            state.values().forEach((name, values) -> found.put(name, values.length));
            return found;
          }
        });
  }

  /** Returns the numbers in a state. */
  int size() {
    return sizes.use(parts -> parts.values().stream().mapToInt(Integer::intValue).sum());
  }

  /**
   * Computes something in a pass.
   *
   * @param state before; becomes that after
   * @param first whether nothing was read before: the layers then begin with their initial state
   */
  <T> T compute(float[] state, boolean first, BiFunction<Pass, StreamState, T> work) {
    return sizes.use(
        parts ->
            host.compute(
                pass -> {
                  try (StreamState now = new StreamState(pass)) {
                    if (!first) {
                      now.restore(unpacked(state, parts), 1);
                    }
                    T result = work.apply(pass, now);
                    pack(now.values(), parts, state);
                    return result;
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
