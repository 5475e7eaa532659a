package dev.rondo.processor.check;

import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Recurrent;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.Use;

/** Layers say their size where nothing else does. */
final class MissingValueRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    subject.uses().all().forEach(use -> check(use, diagnostics));
  }

  private static void check(Use use, Diagnostics diagnostics) {
    if (use.is(Embedding.class)) {
      require(use, "size", "64", diagnostics);
    } else if (use.is(Recurrent.class) || use.is(LSTM.class) || use.is(GRU.class)) {
      require(use, "units", "128", diagnostics);
    }
  }

  private static void require(Use use, String member, String example, Diagnostics diagnostics) {
    if (!use.values().writes(member)) {
      diagnostics.error(
          Code.VALUE_MISSING,
          use.origin(),
          "%s does not say its %s. Write it, such as %s(%s = %s)."
              .formatted(use.label(), member, use.name(), member, example));
    }
  }
}
