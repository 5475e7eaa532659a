package com.example.strict;

import dev.rondo.layer.Dense;
import java.util.Set;

/** How a machine does. */
public record Verdict(Condition condition, @Dense(hidden = 4) float remainingHours, Set<Condition> seen) {
  /** The condition that a machine is in. */
  public enum Condition {
    GOOD,
    WORN
  }
}
