package dev.rondo.it.benchmark.peer;

import java.util.Optional;

/**
 * DJL's blocks. Those that read both ways throw: they hand PyTorch their weights in another order
 * than it takes them in.
 */
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
  public boolean steps(Cell cell) {
    return false;
  }

  @Override
  public Stepper stepper(Workload workload) {
    throw new UnsupportedOperationException("blocks are compared on whole sequences");
  }
}
