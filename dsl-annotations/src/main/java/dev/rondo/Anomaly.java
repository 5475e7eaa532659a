package dev.rondo;

import dev.rondo.internal.Digits;
import java.util.List;
import java.util.Objects;

/**
 * How unusual a step of a stream is, given those before it, and what makes it so.
 *
 * <p>Immutable.
 *
 * @param score the negative decimal logarithm of how likely such a step is on ordinary data: 3 is
 *     one in a thousand. NaN where there is none: at the beginning of a stream, and after a gap
 * @param parts what the components of the step contribute, the most unusual first
 */
public record Anomaly(double score, List<Part> parts) {
  private static final int MEAN_DIGITS = 4;
  private static final int DEVIATION_DIGITS = 2;

  /** Copies the parts. */
  public Anomaly {
    parts = List.copyOf(parts);
  }

  /** Returns whether there is a score. */
  public boolean scored() {
    return !Double.isNaN(score);
  }

  /** Returns the score, and the most unusual part. */
  @Override
  public String toString() {
    if (!scored()) {
      return "no score yet";
    }
    double tenths = Math.rint(score * 10) / 10;
    return parts.isEmpty() ? Double.toString(tenths) : tenths + ": " + parts.get(0);
  }

  /**
   * What one component of a step contributes.
   *
   * @param component its name
   * @param ahead how many steps before it was foretold: 1 is by the step before
   * @param score as that of the step, of this component alone
   * @param found its value
   * @param expected what was foretold
   */
  public record Part(String component, int ahead, double score, String found, Expected expected) {
    /** Checks the parts. */
    public Part {
      Objects.requireNonNull(component, "component");
      Objects.requireNonNull(found, "found");
      Objects.requireNonNull(expected, "expected");
    }

    /**
     * Returns what was found and what was expected: {@code load is 81.3, expected 52.4 ± 1.1}, or
     * {@code load is 81.3, expected 24 steps ago 47.1 ± 2.3}.
     */
    @Override
    public String toString() {
      String when = ahead == 1 ? "" : ahead + " steps ago ";
      return component + " is " + shortened() + ", expected " + when + expected;
    }

    private String shortened() {
      try {
        return expected instanceof ExpectedNumber
            ? Digits.shortest(Double.parseDouble(found), MEAN_DIGITS)
            : found;
      } catch (NumberFormatException e) {
        return found; // whatever its maker calls it
      }
    }
  }

  /** What was foretold of a component. */
  public sealed interface Expected {}

  /**
   * A number that was foretold, in the user's units.
   *
   * @param mean the expected value
   * @param deviation its standard deviation
   */
  public record ExpectedNumber(double mean, double deviation) implements Expected {
    /** Returns mean and deviation in a few digits: {@code 52.4 ± 1.1}. */
    @Override
    public String toString() {
      return Digits.shortest(mean, MEAN_DIGITS)
          + " ± "
          + Digits.shortest(deviation, DEVIATION_DIGITS);
    }
  }

  /**
   * A symbol that was foretold: a constant of an enum, a category, yes or no.
   *
   * @param name the most probable one
   * @param probability of it, in [0, 1]
   * @param ofFound the probability of the one that came, in [0, 1]
   */
  public record ExpectedSymbol(String name, double probability, double ofFound)
      implements Expected {
    /** Returns the most probable one and its probability. */
    @Override
    public String toString() {
      return name + " (" + Math.round(100 * probability) + " %)";
    }
  }
}
