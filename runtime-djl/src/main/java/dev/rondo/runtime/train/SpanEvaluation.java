package dev.rondo.runtime.train;

import dev.rondo.runtime.train.metric.SpanCounts;
import java.util.List;
import java.util.Locale;

/**
 * How well the spans that tags name are found: precision, recall and F1 by the definition of CoNLL
 * (Tjong Kim Sang and De Meulder 2003, "Introduction to the CoNLL-2003 shared task"). Those of all
 * labels count each span alike (micro average).
 *
 * @param all of all labels
 * @param perLabel of each label, in the order of the tags; unmodifiable
 */
public record SpanEvaluation(SpanCounts all, List<SpanCounts> perLabel) {
  /** Copies the list. */
  public SpanEvaluation {
    perLabel = List.copyOf(perLabel);
  }

  /** Returns the share of right spans among those answered, in [0, 1]; 0 if none was. */
  public double precision() {
    return all.precision();
  }

  /** Returns the share of the expected spans that were answered, in [0, 1]; 0 without any. */
  public double recall() {
    return all.recall();
  }

  /** Returns the harmonic mean of precision and recall, in [0, 1]. */
  public double f1() {
    return all.f1();
  }

  /** Returns a table of all figures, several lines long. */
  @Override
  public String toString() {
    int width = 5;
    for (SpanCounts counts : perLabel) {
      width = Math.max(width, counts.label().length());
    }
    String header = "%-" + width + "s  %9s  %9s  %9s  %9s  %9s%n";
    String line = "%-" + width + "s  %9.4f  %9.4f  %9.4f  %9d  %9d%n";
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT, header, "spans", "precision", "recall", "F1", "expected", "answered"));
    add(text, line, "all", all);
    perLabel.forEach(counts -> add(text, line, counts.label(), counts));
    return text.toString().stripTrailing();
  }

  private static void add(StringBuilder text, String line, String name, SpanCounts counts) {
    text.append(
        String.format(
            Locale.ROOT,
            line,
            name,
            counts.precision(),
            counts.recall(),
            counts.f1(),
            counts.expected(),
            counts.answered()));
  }
}
