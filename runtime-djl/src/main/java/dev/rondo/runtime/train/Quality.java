package dev.rondo.runtime.train;

import java.util.Locale;

/**
 * How good a model's answers are; the higher the better.
 *
 * @param name what is measured, such as {@code accuracy}
 * @param value in its usual unit: of a share in [0, 1]
 * @param share whether it is a share, which people read in percent
 */
public record Quality(String name, double value, boolean share) {
  /** Returns the share of right answers, in [0, 1]. */
  public static Quality accuracy(double share) {
    return new Quality("accuracy", share, true);
  }

  /** Returns a BLEU score, in [0, 100]. */
  public static Quality bleu(double score) {
    return new Quality("BLEU", score, false);
  }

  /** Returns name and value for people: {@code accuracy 82.5 %}, {@code BLEU 31.2}. */
  @Override
  public String toString() {
    return share
        ? String.format(Locale.ROOT, "%s %.1f %%", name, 100 * value)
        : String.format(Locale.ROOT, "%s %.1f", name, value);
  }
}
