package dev.rondo.processor.graph;

import dev.rondo.processor.diag.Origin;
import dev.rondo.task.LossKind;

/**
 * The values of {@code @Loss}, its defaults where nothing is written.
 *
 * @param origin the annotation, or the output where there is none
 */
public record LossSpec(
    LossKind kind, double weight, boolean balanced, double quantile, Origin origin) {
  /** Returns what the type says. */
  public static LossSpec byDefault(Origin output) {
    return new LossSpec(LossKind.DEFAULT, 1, false, 0.5, output);
  }

  /** Returns whether nothing else is said than what the type says. */
  public boolean isDefault() {
    return kind == LossKind.DEFAULT && weight == 1 && !balanced;
  }
}
