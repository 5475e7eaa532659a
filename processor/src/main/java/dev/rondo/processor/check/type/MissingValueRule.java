package dev.rondo.processor.check.type;

import dev.rondo.layer.Convolution;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Recurrent;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Written;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;

/** Layers say their size where nothing else does. */
public final class MissingValueRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    subject.written().forEach(written -> check(written, diagnostics));
  }

  private static void check(Written written, Diagnostics diagnostics) {
    if (written.is(Embedding.class)) {
      require(written, "size", "64", diagnostics);
    } else if (written.is(Recurrent.class) || written.is(LSTM.class) || written.is(GRU.class)) {
      require(written, "units", "128", diagnostics);
    } else if (written.is(Convolution.class)) {
      require(written, "filters", "64", diagnostics);
    }
  }

  private static void require(
      Written written, String member, String example, Diagnostics diagnostics) {
    if (!written.use().values().writes(member)) {
      diagnostics.error(
          Code.VALUE_MISSING,
          written.use().origin(),
          "%s does not say its %s. Write it, such as %s(%s = %s)."
              .formatted(written.label(), member, written.use().name(), member, example));
    }
  }
}
