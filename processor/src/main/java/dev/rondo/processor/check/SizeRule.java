package dev.rondo.processor.check;

import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Recurrent;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.diag.Origin;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.processor.shape.Sizes;
import java.util.List;

/** Sizes are at least 1, and not absurd. */
final class SizeRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    subject.uses().all().forEach(use -> check(use, diagnostics));
  }

  private static void check(Use use, Diagnostics diagnostics) {
    if (use.is(Embedding.class)) {
      checkOne(use, "size", diagnostics);
    } else if (use.is(Dense.class)) {
      checkOne(use, "units", diagnostics);
      checkEach(use, "hidden", diagnostics);
    } else if (use.is(Recurrent.class) || use.is(LSTM.class) || use.is(GRU.class)) {
      if (use.values().writes("units") && use.values().integers("units").isEmpty()) {
        diagnostics.error(
            Code.SIZE_OUT_OF_RANGE,
            use.origin().member("units"),
            "%s has empty units, so no layers. Write a size for each layer, such as units = 128."
                .formatted(use.label()));
      }
      checkEach(use, "units", diagnostics);
    }
  }

  private static void checkOne(Use use, String member, Diagnostics diagnostics) {
    if (use.values().writes(member)) {
      check(
          use,
          member + " = " + use.values().integer(member),
          use.values().integer(member),
          use.origin().member(member),
          diagnostics);
    }
  }

  private static void checkEach(Use use, String member, Diagnostics diagnostics) {
    if (use.values().writes(member)) {
      List<Integer> sizes = use.values().integers(member);
      for (int i = 0; i < sizes.size(); i++) {
        check(
            use,
            member + " = " + use.values().sourceOf(member),
            sizes.get(i),
            use.origin().member(member, i),
            diagnostics);
      }
    }
  }

  private static void check(
      Use use, String written, int size, Origin origin, Diagnostics diagnostics) {
    if (!Sizes.valid(size)) {
      diagnostics.error(
          Code.SIZE_OUT_OF_RANGE,
          origin,
          "%s has %s, but a size must be between 1 and 1,000,000. Change %s."
              .formatted(use.label(), written, size));
    }
  }
}
