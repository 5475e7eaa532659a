package dev.rondo.processor.check.model;

import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.graph.Names;
import java.util.Map;
import java.util.Optional;

/** The names of several outputs are free in the generated classes that have an accessor of each. */
public final class OutputNameRule extends PartRule {
  private static final Map<String, String> TAKEN =
      Map.of(
          "loss", "an evaluation has the loss of all outputs under that name",
          "examples", "an evaluation has the number of its examples under that name",
          "equals", "Object has a method of that name");

  private static final Map<String, String> TAKEN_OF_FORECASTS =
      Map.of(
          "mase", "an evaluation has the mean of all targets under that name",
          "equals", "Object has a method of that name");

  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    if (part.role() != Role.ANSWER && part.role() != Role.ANSWER_OF_STEP) {
      return;
    }
    String name = part.path();
    String reason = (subject.forecasts() ? TAKEN_OF_FORECASTS : TAKEN).get(name);
    if (reason != null) {
      taken(part, reason, errors);
    } else if (!subject.forecasts()
        && subject.parameters().stream().map(DeclaredParameter::name).anyMatch(name::equals)) {
      taken(part, "an input has that name", errors);
    } else {
      before(part, subject)
          .ifPresent(
              other ->
                  taken(
                      part,
                      "the constants of Metric would have the names of those of \"" + other + "\"",
                      errors));
    }
  }

  /** Returns an output before, whose name is the same in capitals. */
  private static Optional<String> before(Part part, Subject subject) {
    return subject.parts().stream()
        .filter(other -> other.role() == part.role())
        .map(Part::path)
        .takeWhile(other -> !other.equals(part.path()))
        .filter(other -> Names.constant(other).equals(Names.constant(part.path())))
        .findFirst();
  }

  private static void taken(Part part, String reason, Errors errors) {
    errors.error(
        Code.OUTPUT_NAME_TAKEN,
        part.origin(),
        "An output cannot be called \"%s\": %s. Rename the component."
            .formatted(part.path(), reason));
  }
}
