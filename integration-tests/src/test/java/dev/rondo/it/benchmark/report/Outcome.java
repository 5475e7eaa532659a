package dev.rondo.it.benchmark.report;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What came of a trial: figures, or a few words for the table. */
final class Outcome {
  private final @Nullable Figures figures;
  private final String words;

  private Outcome(@Nullable Figures figures, String words) {
    this.figures = figures;
    this.words = words;
  }

  static Outcome of(Figures figures) {
    return new Outcome(figures, "");
  }

  static Outcome of(String words) {
    return new Outcome(null, words);
  }

  /** Returns a figure in the given format. */
  String show(String format, ToDoubleFunction<Figures> figure) {
    return figures == null
        ? words
        : String.format(Locale.ROOT, format, figure.applyAsDouble(figures));
  }

  /** Returns a figure of this divided by the other's: below 1, this took less. */
  String ratio(Outcome other, ToDoubleFunction<Figures> figure) {
    if (figures == null) {
      return words;
    }
    if (other.figures == null) {
      return other.words;
    }
    double ratio = figure.applyAsDouble(figures) / figure.applyAsDouble(other.figures);
    return String.format(Locale.ROOT, ratio < 0.1 ? "%.3f" : "%.2f", ratio);
  }
}
