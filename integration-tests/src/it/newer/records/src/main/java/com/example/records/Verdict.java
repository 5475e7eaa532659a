package com.example.records;

import dev.rondo.layer.Dense;

/** The answer. */
public record Verdict(Condition condition, @Dense(hidden = 4) float remainingHours) {
  /** The condition that a machine is in. */
  public enum Condition {
    GOOD,
    WORN
  }
}
