package dev.rondo.processor.check.layer;

import dev.rondo.data.Vector;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Recurrent;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Written;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.diag.Origin;
import dev.rondo.processor.shape.Sizes;
import java.util.List;

/** Sizes are at least 1, and not absurd. */
public final class SizeRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    subject.written().forEach(written -> check(written, diagnostics));
  }

  private static void check(Written written, Diagnostics diagnostics) {
    if (written.is(Embedding.class)) {
      checkOne(written, "size", diagnostics);
    } else if (written.is(Dense.class)) {
      checkOne(written, "units", diagnostics);
      checkEach(written, "hidden", diagnostics);
    } else if (written.is(Convolution.class)) {
      List.of("filters", "kernel", "stride", "pool")
          .forEach(member -> checkOne(written, member, diagnostics));
    } else if (written.is(Vector.class)) {
      checkOne(written, "value", diagnostics);
    } else if (written.is(Recurrent.class) || written.is(LSTM.class) || written.is(GRU.class)) {
      if (written.use().values().writes("units")
          && written.use().values().integers("units").isEmpty()) {
        diagnostics.error(
            Code.SIZE_OUT_OF_RANGE,
            written.use().origin().member("units"),
            "%s has empty units, so no layers. Write a size for each layer, such as units = 128."
                .formatted(written.label()));
      }
      checkEach(written, "units", diagnostics);
    }
  }

  private static void checkOne(Written written, String member, Diagnostics diagnostics) {
    if (written.use().values().writes(member)) {
      check(
          written,
          member + " = " + written.use().values().integer(member),
          written.use().values().integer(member),
          written.use().origin().member(member),
          diagnostics);
    }
  }

  private static void checkEach(Written written, String member, Diagnostics diagnostics) {
    if (written.use().values().writes(member)) {
      List<Integer> sizes = written.use().values().integers(member);
      for (int i = 0; i < sizes.size(); i++) {
        check(
            written,
            member + " = " + written.use().values().sourceOf(member),
            sizes.get(i),
            written.use().origin().member(member, i),
            diagnostics);
      }
    }
  }

  private static void check(
      Written written, String value, int size, Origin origin, Diagnostics diagnostics) {
    if (!Sizes.valid(size)) {
      diagnostics.error(
          Code.SIZE_OUT_OF_RANGE,
          origin,
          "%s has %s, but a size must be between 1 and 1,000,000. Change %s."
              .formatted(written.label(), value, size));
    }
  }
}
