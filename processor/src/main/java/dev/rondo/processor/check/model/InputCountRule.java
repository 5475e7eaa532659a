package dev.rondo.processor.check.model;

import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import java.util.Optional;

/** A model has an input. */
public final class InputCountRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    Optional<DeclaredMethod> method = subject.model().method();
    if (method.isEmpty()) {
      return;
    }
    if (method.get().parameters().isEmpty()) {
      diagnostics.error(
          Code.NO_INPUT,
          method.get().origin(),
          "\"%s\" has no parameters, but a model needs an input. Add a parameter, such as String"
                  .formatted(method.get().name())
              + " text.");
    }
  }
}
