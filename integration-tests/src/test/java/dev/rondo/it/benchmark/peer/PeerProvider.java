package dev.rondo.it.benchmark.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Makes the networks of one library, or of one way to use it. */
public interface PeerProvider {
  /** Returns the name that the table and the benchmarks' parameters show. */
  String name();

  /**
   * Returns why there is no such network; empty if {@link #network} makes it.
   *
   * @return a few words for the table
   */
  Optional<String> lacks(Workload workload);

  /** Returns the network with the weights of {@link StartWeights}. */
  Peer network(Workload workload);

  /**
   * Returns whether recurrent layers have the two biases of PyTorch. With one in their place
   * predictions are the same, but a step of Adam moves it half as far as the two together.
   */
  default boolean hasBothBiases() {
    return true;
  }

  /** Returns whether {@link #stepper} makes a network of this cell. */
  boolean steps(Cell cell);

  /**
   * Returns the network for single steps, with the weights of {@link StartWeights}.
   *
   * @param workload of one direction, and of a cell that this peer {@linkplain #steps steps} with
   */
  Stepper stepper(Workload workload);

  /** Returns Rondo, then its peers: those on DJL, and those that the class path adds. */
  static List<PeerProvider> all() {
    List<PeerProvider> all =
        new ArrayList<>(
            List.of(new RondoProvider(), new FewestCallsProvider(), new BlocksProvider()));
    ServiceLoader.load(PeerProvider.class).forEach(all::add);
    return List.copyOf(all);
  }

  /**
   * Returns the peer of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static PeerProvider named(String name) {
    return all().stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no peer is called \"" + name + "\""));
  }
}
