package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.kernel.WeightUpdates;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.train.checkpoint.Position;
import dev.rondo.runtime.train.checkpoint.StateArray;
import dev.rondo.runtime.train.checkpoint.StoredArrays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The best epoch of a training so far, and the weights that it left. */
final class BestEpoch {
  private final NetworkHost host;
  private final NDManager memory;
  private final List<NDArray> kept = new ArrayList<>();
  private @Nullable Quality quality;
  private int epoch;

  /**
   * Creates it without an epoch.
   *
   * @param memory owns the weights that are kept
   */
  BestEpoch(NetworkHost host, NDManager memory) {
    this.host = host;
    this.memory = memory;
  }

  /** Returns its number; 0 for none. */
  int epoch() {
    return epoch;
  }

  /** Takes an epoch that nothing was evaluated in: the last one is the best. */
  void take(int number) {
    epoch = number;
  }

  /** Forgets the epoch: the weights are those of no completed one. */
  void forget() {
    epoch = 0;
  }

  /** Keeps the weights if they are better than those of all epochs before. */
  void compare(int number, Quality now) {
    if (quality == null || now.betterThan(quality)) {
      quality = now;
      epoch = number;
      keep();
    }
  }

  private void keep() {
    List<NDArray> weights = weights();
    if (kept.isEmpty()) {
      for (NDArray weight : weights) {
        NDArray copy = weight.duplicate();
        copy.attach(memory);
        kept.add(copy);
      }
    } else {
      WeightUpdates.copy(kept, weights);
    }
  }

  /** Returns whether weights are kept, because epochs were evaluated. */
  boolean hasWeights() {
    return !kept.isEmpty();
  }

  /** Puts the weights that are kept back into the network. */
  void putBack() {
    WeightUpdates.copy(weights(), kept);
  }

  /** Returns the weights that are kept, by name; empty for none. They stay this one's. */
  Map<String, NDArray> arrays() {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    List<Parameter> parameters = parameters();
    for (int i = 0; i < kept.size(); i++) {
      arrays.put(parameters.get(i).getName(), kept.get(i));
    }
    return arrays;
  }

  /** Returns how good the best epoch was; empty where none was evaluated. */
  Map<String, String> position() {
    Map<String, String> position = new LinkedHashMap<>();
    if (quality != null) {
      position.put("best.name", quality.name());
      position.put("best.value", Double.toString(quality.value()));
      position.put("best.share", Boolean.toString(quality.share()));
      position.put("best.lowerIsBetter", Boolean.toString(quality.lowerIsBetter()));
    }
    return position;
  }

  /**
   * Goes on from a checkpoint.
   *
   * @param position what {@link #position()} gave, among others
   * @param arrays what {@link #arrays()} gave
   */
  void restore(int number, Map<String, String> position, Map<String, StateArray> arrays) {
    epoch = number;
    Position from = new Position(position);
    if (from.has("best.name")) {
      quality =
          new Quality(
              from.text("best.name"),
              from.number("best.value"),
              from.flag("best.share"),
              from.flag("best.lowerIsBetter"));
    }
    if (!arrays.isEmpty()) {
      for (Parameter parameter : parameters()) {
        kept.add(
            StoredArrays.copy(
                memory, parameter.getName(), parameter.getArray().getShape(), arrays));
      }
    }
  }

  private List<NDArray> weights() {
    return parameters().stream().map(Parameter::getArray).toList();
  }

  private List<Parameter> parameters() {
    return List.copyOf(host.network().getDirectParameters().values());
  }
}
