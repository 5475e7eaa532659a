package dev.rondo.processor.check.type;

import dev.rondo.data.Category;
import dev.rondo.data.Missing;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.processor.type.NumberType;
import java.util.Optional;

/** Only a number of a step is scaled by the sequence around it. */
public final class WindowScaleRule extends PartRule {
  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    Optional<Use> scale =
        part.use(Scale.class)
            .filter(use -> use.values().constant("value", Scaling.class) == Scaling.WINDOW)
            .filter(use -> Readings.refusal(part, use, subject).isEmpty());
    if (scale.isEmpty()) {
      return;
    }
    wrong(part)
        .ifPresent(
            why ->
                errors.error(
                    Code.SCALE_BY_WINDOW,
                    scale.get().origin().member("value"),
                    "%s scales by the window of a sequence, but %s."
                        .formatted(part.label(scale.get()), why)));
  }

  private static Optional<String> wrong(Part part) {
    if (part.role() != Role.OF_STEP) {
      return Optional.of(
          (part.role().isInput()
                  ? "%s is no component of a step".formatted(part.label())
                  : "%s is an answer, which is no sequence".formatted(part.label()))
              + ". Write STANDARD, or move it to a number of the record that a sequence is of");
    }
    boolean number =
        part.type() instanceof DeclaredType.Number of && of.type() != NumberType.DURATION;
    if (!number) {
      return Optional.of(
          "\"%s\" is %s, no single number. Write STANDARD"
              .formatted(part.path(), part.type().text()));
    }
    boolean missing =
        part.has(Missing.class) || ((DeclaredType.Number) part.type()).type().mayBeMissing();
    return missing && !part.has(Category.class)
        ? Optional.of(
            "\"%s\" may be missing, and a window of what is missing has no mean. Fill in what is missing before, or write STANDARD"
                .formatted(part.path()))
        : Optional.empty();
  }
}
