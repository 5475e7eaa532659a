package dev.rondo.processor.graph;

import java.util.Locale;

/** How generated code spells the user's names. */
public final class Names {
  private Names() {}

  /** Returns the name of a constant: {@code REMAINING_HOURS} for {@code remainingHours}. */
  public static String constant(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }
}
