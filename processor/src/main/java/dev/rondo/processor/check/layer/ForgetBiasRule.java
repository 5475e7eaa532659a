package dev.rondo.processor.check.layer;

import dev.rondo.layer.LSTM;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.Use;

/** The bias of a forget gate is a number. */
public final class ForgetBiasRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    subject
        .uses()
        .all()
        .filter(use -> use.is(LSTM.class) && !inRange(use))
        .forEach(
            use ->
                diagnostics.error(
                    Code.FORGET_BIAS_OUT_OF_RANGE,
                    use.origin().member("forgetBias"),
                    "%s has forgetBias = %s, but it must be a number that a float can hold. Change it, such as to 1."
                        .formatted(use.label(), use.values().decimal("forgetBias"))));
  }

  private static boolean inRange(Use use) {
    // weights are floats
    return Float.isFinite((float) use.values().decimal("forgetBias"));
  }
}
