package dev.rondo.processor.check.layer;

import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.shape.Shaping;
import java.util.Locale;

/** The weights of a layer fit into memory that Java can address. */
public final class WeightsRule implements Rule {
  private static final long MOST = Integer.MAX_VALUE;

  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    check(subject, subject.shaping(), diagnostics);
  }

  private static void check(Subject subject, Shaping shaping, Diagnostics diagnostics) {
    for (Node node : shaping.graph().nodes()) {
      long weights = shaping.of(node).map(shape -> shape.parameters().fixed()).orElse(0L);
      if (weights > MOST) {
        diagnostics.error(
            Code.TOO_MANY_WEIGHTS,
            node.origin(),
            String.format(
                Locale.ROOT,
                "%s has %,d weights, but a layer can have at most %,d. Make it, or what flows into"
                    + " it, smaller.",
                subject.label(node),
                weights,
                MOST));
      }
    }
  }
}
