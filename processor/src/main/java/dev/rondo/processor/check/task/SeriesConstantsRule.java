package dev.rondo.processor.check.task;

import dev.rondo.data.Category;
import dev.rondo.data.Series;
import dev.rondo.data.Vector;
import dev.rondo.data.Window;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.Use;
import java.util.List;
import java.util.Optional;

/**
 * What stands beside the history of a forecast is constant in a series, one vector, unless it is
 * known in advance, which one parameter is at most.
 */
public final class SeriesConstantsRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    if (!subject.forecasts() || subject.parameters().size() < 2) {
      return;
    }
    DeclaredParameter history = subject.parameters().get(0);
    Optional<DeclaredType.Record> step =
        history.type() instanceof DeclaredType.ListOf list ? list.asRecord() : Optional.empty();
    if (step.isEmpty() || subject.uses().isFuture(0)) {
      return; // there is no history yet, and another parameter may be it
    }
    Optional<Integer> future = subject.uses().future();
    for (int i = 1; i < subject.parameters().size(); i++) {
      DeclaredParameter parameter = subject.parameters().get(i);
      List<Use> uses = subject.uses().inputs().get(i);
      checkWindow(uses, history, diagnostics);
      if (!subject.uses().isFuture(i)) {
        checkVector(subject, parameter, step.get(), diagnostics);
      } else if (future.orElse(i) < i) {
        String first = subject.parameters().get(future.get()).name();
        diagnostics.error(
            Code.FUTURE_MISPLACED,
            parameter.origin(),
            "\"%s\" is @Future, but so is \"%s\": what is known in advance is one list of a record. Give its components to"
                    .formatted(parameter.name(), first)
                + " that of \"%s\".".formatted(first));
      }
    }
  }

  private static void checkWindow(
      List<Use> uses, DeclaredParameter history, Diagnostics diagnostics) {
    uses.stream()
        .filter(use -> use.is(Window.class))
        .forEach(
            use ->
                diagnostics.error(
                    Code.WINDOW_BESIDE_HISTORY,
                    use.origin(),
                    "%s has no effect, because \"%s\" is the history, of which the last steps are read. Remove it."
                        .formatted(use.label(), history.name())));
  }

  private static void checkVector(
      Subject subject,
      DeclaredParameter parameter,
      DeclaredType.Record step,
      Diagnostics diagnostics) {
    subject.parts().stream()
        .filter(part -> part.role() == Role.INPUT && part.owner().equals(parameter.name()))
        .filter(part -> Types.isSequence(part) && !isUnclear(part))
        .forEach(
            part ->
                diagnostics.error(
                    Code.CONSTANT_OF_STEPS,
                    part.origin(),
                    "\"%s\" is %s, a sequence, but what stands beside the history of a forecast is constant in a series, one vector. %s"
                        .formatted(parameter.name(), part.type().text(), fix(part, step))));
  }

  /** An array of numbers may be a vector: that is another error. */
  private static boolean isUnclear(Part part) {
    return Types.isNumberArray(part.type()) && !part.has(Series.class) && !part.has(Vector.class);
  }

  private static String fix(Part part, DeclaredType.Record step) {
    if (part.type().isText()) {
      return "Write @Category on it, if it is a name.";
    }
    if (Types.isNumberArray(part.type()) && !part.has(Category.class)) {
      return Types.isDecimal(Types.innermost(part.type()))
          ? "Write @Vector(3), if there are three numbers."
          : "Write @Vector(3) float[], if there are three numbers.";
    }
    return "Make it a component of %s, if there is one for each step, or a record of what is true of all of them."
        .formatted(step.text());
  }
}
