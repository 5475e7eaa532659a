package dev.rondo.processor.check;

import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import java.util.List;
import java.util.Set;

/** Inputs have names, and ones that the generated classes do not need for something else. */
final class InputNameRule implements Rule {
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
            "Parameter %d of \"%s\" has no name: the method is inherited from a class file that kept"
                    .formatted(
                        parameters.indexOf(parameter) + 1,
                        subject.model().method().orElseThrow().name())
                + " none. Redeclare the method in \"%s\".".formatted(subject.name()));
      } else if (OF_OBJECT.contains(parameter.name())) {
        taken(parameter, "Object has a method of that name", diagnostics);
      } else if (parameter.name().equals("expected")) {
        taken(parameter, "that is what examples call the output", diagnostics);
      }
    }
  }

  private static void taken(DeclaredParameter parameter, String why, Diagnostics diagnostics) {
    diagnostics.error(
        Code.INPUT_NAME_TAKEN,
        parameter.origin(),
        "An input cannot be called \"%s\": %s. Rename the parameter."
            .formatted(parameter.name(), why));
  }
}
