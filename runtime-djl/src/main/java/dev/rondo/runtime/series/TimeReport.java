package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;

/**
 * What is irregular about the stamps of a series.
 *
 * @param step the step, found or told
 * @param disordered how many steps stand behind a later one
 * @param duplicates how many steps have the stamp of one before them
 * @param holes how many steps are missing between others
 * @param firstDisordered the first three stamps that stand behind a later one
 * @param firstDuplicates the first three stamps that are there again
 * @param firstHoles the first three stamps that are missing
 */
public record TimeReport(
    TimeStep step,
    long disordered,
    long duplicates,
    long holes,
    List<Temporal> firstDisordered,
    List<Temporal> firstDuplicates,
    List<Temporal> firstHoles) {
  static final int NAMED = 3;

  /** Creates one with copies. */
  public TimeReport {
    firstDisordered = Arguments.copyOf(firstDisordered, "firstDisordered");
    firstDuplicates = Arguments.copyOf(firstDuplicates, "firstDuplicates");
    firstHoles = Arguments.copyOf(firstHoles, "firstHoles");
  }

  /** Returns whether each step is one step after the one before it. */
  public boolean regular() {
    return disordered + duplicates + holes == 0;
  }

  /** Returns what is irregular, each with its first three stamps. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (disordered > 0) {
      parts.add(text(disordered, "behind a later one", firstDisordered));
    }
    if (duplicates > 0) {
      parts.add(text(duplicates, "with the stamp of one before", firstDuplicates));
    }
    if (holes > 0) {
      parts.add(text(holes, "missing", firstHoles));
    }
    return "every " + step + (parts.isEmpty() ? "" : ", steps " + String.join("; ", parts));
  }

  static String text(long count, String what, List<Temporal> first) {
    return "%s: %s (%s%s)".formatted(what, count, join(first), count > first.size() ? ", …" : "");
  }

  private static String join(List<Temporal> stamps) {
    return String.join(", ", stamps.stream().map(Temporal::toString).toList());
  }
}
