package dev.rondo.it.benchmark.report;

import dev.rondo.it.benchmark.peer.PeerProvider;

/** Where the benchmarks run. */
final class Machine {
  private Machine() {}

  /** Returns a sentence about the machine and the Java on it. */
  static String describe() {
    return "%s %s, %d processors, Java %s, %d peers."
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"),
            PeerProvider.all().size() - 1);
  }
}
