package dev.rondo.samples.corpora.server;

import java.util.List;

/**
 * What a server measured, and what was wrong meanwhile.
 *
 * @param metrics a step each
 * @param faults in the order of time, apart from each other
 */
public record WatchedServer(List<ServerMetrics> metrics, List<Fault> faults) {
  /** Copies the lists. */
  public WatchedServer {
    metrics = List.copyOf(metrics);
    faults = List.copyOf(faults);
  }
}
