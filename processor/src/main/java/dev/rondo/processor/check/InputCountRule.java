package dev.rondo.processor.check;

import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import java.util.Optional;

/** A model has one input; several are not supported yet. */
final class InputCountRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    Optional<DeclaredMethod> method = subject.model().method();
    if (method.isEmpty()) {
      return;
    }
    int count = method.get().parameters().size();
    if (count == 0) {
      diagnostics.error(
          Code.NO_INPUT,
          method.get().origin(),
          "\"%s\" has no parameters, but a model needs an input. Add a parameter, such as String"
                  .formatted(method.get().name())
              + " text.");
    } else if (count > 1) {
      diagnostics.error(
          Code.SEVERAL_INPUTS,
          method.get().parameters().get(1).origin(),
          "\"%s\" has %s parameters, but several inputs are not supported yet. Keep one of them."
              .formatted(method.get().name(), count));
    }
  }
}
