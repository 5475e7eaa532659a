package dev.rondo.samples.corpora.server;

import java.util.List;

/**
 * A log, and where its order is odd.
 *
 * @param events its lines
 * @param odd the lines that stand where they must not, in order
 */
public record WatchedLog(List<ServerEvent> events, List<Integer> odd) {
  /** Copies the lists. */
  public WatchedLog {
    events = List.copyOf(events);
    odd = List.copyOf(odd);
  }
}
