package dev.rondo.it.benchmark.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * What a trial measured.
 *
 * @param score operations a second where throughput is measured, else the mean time in µs
 * @param least the shortest time in µs
 * @param median the median time in µs
 * @param p99 the time in µs that one in a hundred exceeds
 * @param counters whatever else the benchmark counted, by name: the means of all repetitions
 */
record Figures(
    double score, double least, double median, double p99, Map<String, Double> counters) {

  /** Reads the result of one benchmark. */
  static Figures of(RunResult result) {
    Map<String, Double> counters = new LinkedHashMap<>();
    int runs = // over which JMH adds counters up
        result.getBenchmarkResults().stream()
            .mapToInt(fork -> fork.getIterationResults().size())
            .sum();
    result
        .getSecondaryResults()
        .forEach((name, counter) -> counters.put(name, counter.getScore() / runs));
    Statistics times = result.getPrimaryResult().getStatistics();
    return new Figures(
        result.getPrimaryResult().getScore(),
        times.getMin(),
        times.getPercentile(50),
        times.getPercentile(99),
        counters);
  }

  /**
   * Returns a counter.
   *
   * @throws IllegalArgumentException if the benchmark has none of this name
   */
  double counter(String name) {
    Double value = counters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no counter \"" + name + "\" in " + counters.keySet());
    }
    return value;
  }
}
