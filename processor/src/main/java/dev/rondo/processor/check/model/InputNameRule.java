package dev.rondo.processor.check.model;

import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Inputs have names, and ones that the generated classes do not need for something else. */
public final class InputNameRule implements Rule {
  private static final Set<String> OF_OBJECT =
      Set.of(
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    List<DeclaredParameter> parameters = subject.parameters();
    for (DeclaredParameter parameter : parameters) {
      if (!parameter.nameKnown()) {
        diagnostics.error(
            Code.INPUT_NAME_UNKNOWN,
            parameter.origin(),
            "Parameter %s of \"%s\" has no name: the method is inherited from a class file that kept"
                    .formatted(
                        parameters.indexOf(parameter) + 1,
                        subject.model().method().orElseThrow().name())
                + " none. Write in \"%s\": %s".formatted(subject.name(), line(subject)));
      } else if (OF_OBJECT.contains(parameter.name())) {
        taken(parameter, "Object has a method of that name", subject, diagnostics);
      } else if (parameter.name().equals("expected")) {
        taken(parameter, "that is what examples call the output", subject, diagnostics);
      }
    }
  }

  /** Returns the method as it is to be written. */
  private static String line(Subject subject) {
    DeclaredMethod method = subject.model().method().orElseThrow();
    List<String> parameters = new ArrayList<>();
    for (DeclaredParameter parameter : method.parameters()) {
      String name =
          parameter.nameKnown() ? parameter.name() : parameter.type().isText() ? "text" : "input";
      parameters.add(
          parameter.type().text()
              + " "
              + name
              + (parameters.isEmpty() ? "" : parameters.size() + 1));
    }
    return "@Override %s %s(%s);"
        .formatted(method.returns().text(), method.name(), String.join(", ", parameters));
  }

  private static void taken(
      DeclaredParameter parameter, String why, Subject subject, Diagnostics diagnostics) {
    diagnostics.error(
        Code.INPUT_NAME_TAKEN,
        parameter.origin(),
        "An input cannot be called \"%s\": %s. Rename the %s."
            .formatted(
                parameter.name(),
                why,
                subject.model().spread().isPresent() ? "component" : "parameter"));
  }
}
