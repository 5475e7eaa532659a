package dev.rondo.it.benchmark.dl4j;

import dev.rondo.it.benchmark.peer.Cell;
import dev.rondo.it.benchmark.peer.Peer;
import dev.rondo.it.benchmark.peer.PeerProvider;
import dev.rondo.it.benchmark.peer.Stepper;
import dev.rondo.it.benchmark.peer.Workload;
import java.util.Optional;

/** Deeplearning4j; found by {@link java.util.ServiceLoader}. */
public final class Dl4jProvider implements PeerProvider {
  /** Creates the provider. */
  public Dl4jProvider() {}

  @Override
  public String name() {
    return "Deeplearning4j";
  }

  @Override
  public Optional<String> lacks(Workload workload) {
    return workload.cell() == Cell.GRU ? Optional.of("no GRU") : Optional.empty();
  }

  @Override
  public Peer network(Workload workload) {
    return new Dl4jPeer(workload);
  }

  @Override
  public boolean hasBothBiases() {
    return false;
  }

  @Override
  public boolean steps(Cell cell) {
    return cell != Cell.GRU;
  }

  @Override
  public Stepper stepper(Workload workload) {
    return new Dl4jStepper(workload);
  }
}
