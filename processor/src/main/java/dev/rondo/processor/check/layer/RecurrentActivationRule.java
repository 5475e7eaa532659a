package dev.rondo.processor.check.layer;

import dev.rondo.layer.Activation;
import dev.rondo.layer.Recurrent;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;

/** A simple recurrent network has TANH or RELU. */
public final class RecurrentActivationRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    subject
        .uses()
        .all()
        .filter(use -> use.is(Recurrent.class))
        .forEach(
            use -> {
              Activation activation = use.values().constant("activation", Activation.class);
              if (activation != Activation.TANH && activation != Activation.RELU) {
                diagnostics.error(
                    Code.ACTIVATION_UNSUPPORTED,
                    use.origin().member("activation"),
                    "%s has activation = %s, but its cell knows only TANH and RELU. Use one of these."
                        .formatted(use.label(), activation));
              }
            });
  }
}
