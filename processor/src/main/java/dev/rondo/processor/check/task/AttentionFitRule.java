package dev.rondo.processor.check.task;

import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.shape.Shape;
import dev.rondo.processor.shape.Shaping.Misfit;
import dev.rondo.processor.shape.Trace;

/** Attention gets the steps of the encoder, and vectors that its score can compare. */
public final class AttentionFitRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    for (Misfit misfit : subject.shaping().misfits()) {
      if (misfit.node().layer() instanceof Layer.Attention) {
        check(subject, misfit, diagnostics);
      }
    }
  }

  private static void check(Subject subject, Misfit misfit, Diagnostics diagnostics) {
    Node node = misfit.node();
    String label = subject.label(node);
    Shape encoder = misfit.flowing().get(1);
    String trace = Trace.to(misfit, subject.shaping());
    if (encoder instanceof Shape.Vector) {
      Node end = subject.shaping().graph().node(node.predecessors().get(1));
      diagnostics.error(
          Code.ATTENTION_WITHOUT_STEPS,
          node.origin(),
          "%s looks at the steps of the encoder, but that ends with %s and gives one vector, %s. Remove"
                  .formatted(label, end.written(), encoder.text())
              + " the @Pool, or @Attention."
              + trace);
    } else {
      diagnostics.error(
          Code.ATTENTION_SIZES_DIFFER,
          node.origin().member("score"),
          "%s has score = DOT, the product of vectors of equal size, but the decoder gives %s and the"
                  .formatted(label, misfit.found().text())
              + " encoder %s. Write score = GENERAL, or make both equal.".formatted(encoder.text())
              + trace);
    }
  }
}
