package dev.rondo.it.benchmark.report;

/** Where the benchmarks run. */
final class Machine {
  private Machine() {}

  /** Returns a sentence about the machine and the Java on it. */
  static String describe() {
    return "%s %s, %s processors, Java %s."
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"));
  }
}
