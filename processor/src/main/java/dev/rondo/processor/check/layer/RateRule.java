package dev.rondo.processor.check.layer;

import dev.rondo.layer.Dropout;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Recurrent;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.Use;

/** Dropout rates are in [0, 1), and those between layers have layers to be between. */
public final class RateRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    subject.uses().all().forEach(use -> check(use, diagnostics));
  }

  private static void check(Use use, Diagnostics diagnostics) {
    if (use.is(Dropout.class)) {
      checkRange(use, "value", "the rate ", diagnostics);
    } else if (use.is(Recurrent.class) || use.is(LSTM.class) || use.is(GRU.class)) {
      checkRange(use, "dropout", "dropout = ", diagnostics);
      checkRange(use, "recurrentDropout", "recurrentDropout = ", diagnostics);
      if (use.values().decimal("dropout") > 0
          && use.values().decimal("dropout") < 1
          && use.values().integers("units").size() == 1) {
        diagnostics.error(
            Code.DROPOUT_BETWEEN_NOTHING,
            use.origin().member("dropout"),
            "%s has dropout = %s, which is dropped between its layers, but it has only one. Write"
                    .formatted(use.label(), use.values().sourceOf("dropout"))
                + " @Dropout(%s) behind it instead.".formatted(use.values().sourceOf("dropout")));
      }
    }
  }

  private static void checkRange(
      Use use, String member, String description, Diagnostics diagnostics) {
    double rate = use.values().decimal(member);
    if (use.values().writes(member) && !(rate >= 0 && rate < 1)) {
      diagnostics.error(
          Code.RATE_OUT_OF_RANGE,
          use.origin().member(member),
          "%s has %s%s, but a rate must be at least 0 and below 1. Change it."
              .formatted(use.label(), description, rate));
    }
  }
}
