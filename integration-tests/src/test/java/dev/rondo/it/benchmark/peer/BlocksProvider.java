package dev.rondo.it.benchmark.peer;

import java.util.Optional;

/** DJL's blocks, unidirectional: those that read both ways hand their weights over in an order. */
final class BlocksProvider implements PeerProvider {
  @Override
  public String name() {
    return "DJL, blocks";
  }

  @Override
  public Optional<String> lacks(Workload workload) {
    return workload.bidirectional() ? Optional.of("throws") : Optional.empty();
  }

  @Override
  public Peer network(Workload workload) {
    return new BlocksPeer(workload);
  }

  @Override
  public Optional<Stepper> stepper(Workload workload) {
    return Optional.empty();
  }
}
