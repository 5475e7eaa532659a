package dev.rondo.it.benchmark.peer;

import java.util.Optional;

/** DJL with the fewest calls. */
final class FewestCallsProvider implements PeerProvider {
  @Override
  public String name() {
    return "DJL, fewest calls";
  }

  @Override
  public Optional<String> lacks(Workload workload) {
    return Optional.empty();
  }

  @Override
  public Peer network(Workload workload) {
    return new FewestCallsPeer(workload);
  }

  @Override
  public boolean steps(Cell cell) {
    return cell == Cell.LSTM;
  }

  @Override
  public Stepper stepper(Workload workload) {
    return new FewestCallsStepper(workload);
  }
}
