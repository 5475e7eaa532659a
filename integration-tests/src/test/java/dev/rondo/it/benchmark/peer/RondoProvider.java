package dev.rondo.it.benchmark.peer;

import dev.rondo.runtime.serve.Precision;
import java.util.Optional;

/** Rondo itself. */
final class RondoProvider implements PeerProvider {
  @Override
  public String name() {
    return "Rondo";
  }

  @Override
  public Optional<String> lacks(Workload workload) {
    return Optional.empty();
  }

  @Override
  public Peer network(Workload workload) {
    return Peer.ofRondo(workload, Precision.FLOAT32);
  }

  @Override
  public boolean steps(Cell cell) {
    return true;
  }

  @Override
  public Stepper stepper(Workload workload) {
    return new RondoStepper(workload);
  }
}
