package dev.rondo.samples.corpora.server;

import java.util.function.ToDoubleFunction;

/** A number of {@link ServerMetrics}. */
public enum Component {
  /** Requests a second. */
  REQUESTS(22, ServerMetrics::requests),
  /** Per cent of the processor. */
  CPU(1.6, ServerMetrics::cpu),
  /** Milliseconds of a request. */
  LATENCY(1.5, ServerMetrics::latency),
  /** Per cent of the memory. */
  MEMORY(0.9, ServerMetrics::memory),
  /** Megabytes a second. */
  DISK(1, ServerMetrics::disk);

  private final double noise;
  private final ToDoubleFunction<ServerMetrics> value;

  Component(double noise, ToDoubleFunction<ServerMetrics> value) {
    this.noise = noise;
    this.value = value;
  }

  /** Returns about how far it is from what its season and the others tell. */
  double noise() {
    return noise;
  }

  /** Returns its value. */
  public double of(ServerMetrics metrics) {
    return value.applyAsDouble(metrics);
  }
}
