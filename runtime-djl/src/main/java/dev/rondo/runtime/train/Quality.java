package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Wording;
import java.util.Locale;

/**
 * How good a model's answers are.
 *
 * @param name what is measured, such as {@code accuracy}
 * @param value in its usual unit: of a share in [0, 1]
 * @param share whether it is a share, which people read in percent
 * @param lowerIsBetter whether it measures what is wrong, such as an error: the lower the better;
 *     else the higher the better
 */
public record Quality(String name, double value, boolean share, boolean lowerIsBetter) {
  /** Creates one that is the better the higher it is. */
  public Quality(String name, double value, boolean share) {
    this(name, value, share, false);
  }

  /** Returns the share of right answers, in [0, 1]. */
  public static Quality accuracy(double share) {
    return share("accuracy", share);
  }

  /** Returns a share in [0, 1], such as an F1: the higher the better. */
  public static Quality share(String name, double share) {
    return new Quality(name, share, true);
  }

  /** Returns a BLEU score, in [0, 100]. */
  public static Quality bleu(double score) {
    return new Quality("BLEU", score, false);
  }

  /** Returns an error in the unit of what is answered: the lower the better. */
  public static Quality error(String name, double error) {
    return new Quality(name, error, false, true);
  }

  /** Returns the same of one of several outputs: {@code hours MAE}. */
  public Quality of(String output) {
    return new Quality(output + " " + name, value, share, lowerIsBetter);
  }

  /** Returns whether this is better than another of the same name; no number is never better. */
  public boolean betterThan(Quality other) {
    if (Double.isNaN(value)) {
      return false;
    }
    return Double.isNaN(other.value) || (lowerIsBetter ? value < other.value : value > other.value);
  }

  /** Returns name and value for people: {@code accuracy 82.5 %}, {@code BLEU 31.2}. */
  @Override
  public String toString() {
    if (share) {
      return String.format(Locale.ROOT, "%s %.1f %%", name, 100 * value);
    }
    return lowerIsBetter && Double.isFinite(value)
        ? name + " " + Wording.significant(value)
        : String.format(Locale.ROOT, "%s %.1f", name, value);
  }
}
