package dev.rondo.runtime.train.update;

import dev.rondo.runtime.data.Wording;
import dev.rondo.runtime.layer.Network;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The weights that a training leaves as they are, found by the names of their layers. */
public final class FrozenWeights {
  private FrozenWeights() {}

  /**
   * Returns the names of the weights.
   *
   * @param names of layers, such as {@code lstm}, or of weights, such as {@code lstm.weight_hh_l0}
   * @throws IllegalArgumentException if the network has no weights of a name, or no others
   */
  public static Set<String> of(Collection<String> names, Network network) {
    Set<String> weights = network.weightShapes().keySet();
    Set<String> frozen = new LinkedHashSet<>();
    for (String name : names) {
      List<String> found =
          weights.stream()
              .filter(weight -> weight.equals(name) || weight.startsWith(name + "."))
              .toList();
      if (found.isEmpty()) {
        throw unknown(name, weights);
      }
      frozen.addAll(found);
    }
    if (frozen.containsAll(weights)) {
      throw new IllegalArgumentException(
          "all layers are frozen, so nothing can be learned: leave out one of "
              + Wording.list(layers(weights)));
    }
    return frozen;
  }

  private static IllegalArgumentException unknown(String name, Set<String> weights) {
    Set<String> layers = layers(weights);
    List<String> candidates = new ArrayList<>(layers);
    candidates.addAll(weights);
    return new IllegalArgumentException(
        "no layer with weights is called %s.%s There are %s."
            .formatted(
                Wording.quote(name), Wording.didYouMean(name, candidates), Wording.list(layers)));
  }

  private static Set<String> layers(Set<String> weights) {
    Set<String> layers = new LinkedHashSet<>();
    weights.forEach(weight -> layers.add(weight.substring(0, weight.indexOf('.'))));
    return layers;
  }
}
