package com.example.strict;

import dev.rondo.data.Category;
import dev.rondo.data.Elapsed;
import dev.rondo.data.Missing;
import dev.rondo.layer.Embedding;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Set;

/** What a machine tells of itself; the type of one component is deprecated. */
public record Reading(
    double load,
    Double humidity,
    @Category @Embedding(size = 4) String site,
    DayOfWeek day,
    Set<Light> lights,
    @Missing float pressure,
    int revolutions,
    @Elapsed Instant at) {
  /**
   * What shines at its front.
   *
   * @deprecated for a test
   */
  @Deprecated
  public enum Light {
    GREEN,
    RED
  }
}
