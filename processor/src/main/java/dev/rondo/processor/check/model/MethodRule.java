package dev.rondo.processor.check.model;

import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import java.util.List;
import java.util.stream.Collectors;

/** A model has one abstract method, without type parameters. */
public final class MethodRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    if (!subject.model().kind().equals("interface")) {
      return;
    }
    List<DeclaredMethod> methods = subject.model().abstractMethods();
    if (methods.isEmpty()) {
      diagnostics.error(
          Code.NO_METHOD,
          subject.model().origin(),
          "\"%s\" has no abstract method, but a model implements exactly one. Declare one, such as"
                  .formatted(subject.name())
              + " boolean predict(String text).");
    } else if (methods.size() > 1) {
      String names =
          methods.stream()
              .map(method -> "\"" + method.name() + "\"")
              .collect(Collectors.joining(", "));
      diagnostics.error(
          Code.SEVERAL_METHODS,
          subject.model().origin(),
          "\"%s\" has %s abstract methods (%s), but a model implements exactly one. Make the others"
                  .formatted(subject.name(), methods.size(), names)
              + " default or static, or give them models of their own.");
    } else if (methods.get(0).generic()) {
      diagnostics.error(
          Code.GENERIC_METHOD,
          methods.get(0).origin(),
          "\"%s\" has type parameters, but a network is built for fixed types. Replace them by the"
                  .formatted(methods.get(0).name())
              + " types that are meant.");
    }
  }
}
