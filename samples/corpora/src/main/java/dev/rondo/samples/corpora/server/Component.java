package dev.rondo.samples.corpora.server;

/** A number of {@link ServerMetrics}. */
public enum Component {
  /** Requests a second. */
  REQUESTS(22),
  /** Per cent of the processor. */
  CPU(1.6),
  /** Milliseconds of a request. */
  LATENCY(1.5),
  /** Per cent of the memory. */
  MEMORY(0.9),
  /** Megabytes a second. */
  DISK(1);

  private final double noise;

  Component(double noise) {
    this.noise = noise;
  }

  /** Returns about how far it is from what its season and the others tell. */
  double noise() {
    return noise;
  }

  /** Returns its value. */
  public double of(ServerMetrics metrics) {
    return switch (this) {
      case REQUESTS -> metrics.requests();
      case CPU -> metrics.cpu();
      case LATENCY -> metrics.latency();
      case MEMORY -> metrics.memory();
      case DISK -> metrics.disk();
    };
  }
}
