package dev.rondo.processor.check.task;

import dev.rondo.data.Window;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredComponent;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.diag.Suggestions;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.processor.type.NumberType;
import dev.rondo.task.Forecast;
import java.util.List;
import java.util.Optional;

/** A forecast is of a number of the record that its history is a list of. */
public final class ForecastRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    Optional<DeclaredMethod> method = subject.model().method();
    if (method.isEmpty()) {
      return;
    }
    if (!subject.forecasts()) {
      checkWindows(subject, method.get(), diagnostics);
      return;
    }
    Use forecast =
        subject.uses().output().stream()
            .filter(use -> use.is(Forecast.class))
            .findFirst()
            .orElseThrow();
    checkRange(forecast, "horizon", diagnostics);
    checkReturned(method.get(), diagnostics);
    Optional<DeclaredType.Record> record = history(method.get(), diagnostics);
    if (record.isPresent()) {
      checkWindow(subject, method.get().parameters().get(0), diagnostics);
      checkComponent(forecast, record.get(), diagnostics);
    }
  }

  private static void checkRange(Use use, String member, Diagnostics diagnostics) {
    if (use.values().writes(member) && use.values().integer(member) < 1) {
      diagnostics.error(
          Code.FORECAST_OUT_OF_RANGE,
          use.origin().member(member),
          "%s has %s = %s, but it counts steps and must be at least 1. Change it."
              .formatted(use.label(), member, use.values().sourceOf(member)));
    }
  }

  private static void checkReturned(DeclaredMethod method, Diagnostics diagnostics) {
    DeclaredType type = method.returns();
    if (Types.isNumberArray(type) && Types.isDecimal(Types.innermost(type))) {
      return;
    }
    diagnostics.error(
        Code.FORECAST_RETURNS,
        method.origin(),
        "\"%s\" has @Forecast, but returns %s: a forecast is one number for each step of its horizon. Return"
                .formatted(
                    method.name(), type instanceof DeclaredType.Nothing ? "nothing" : type.text())
            + " float[] or double[].");
  }

  private static Optional<DeclaredType.Record> history(
      DeclaredMethod method, Diagnostics diagnostics) {
    List<DeclaredParameter> parameters = method.parameters();
    if (parameters.isEmpty()) {
      return Optional.empty();
    }
    DeclaredType type = parameters.get(0).type();
    boolean list =
        type instanceof DeclaredType.ListOf of && of.element() instanceof DeclaredType.Record;
    if (!list || parameters.size() > 1) {
      diagnostics.error(
          Code.FORECAST_HISTORY,
          parameters.get(list ? 1 : 0).origin(),
          "\"%s\" has @Forecast, but takes %s: a forecast is made from its history alone, a list of a record. Write"
                  .formatted(method.name(), list ? parameters.size() + " parameters" : type.text())
              + " %s(@Window(168) List<Reading> history), where Reading is what is known at a step."
                  .formatted(method.name()));
    }
    return list ? type.asRecord() : Optional.empty();
  }

  private static void checkWindow(
      Subject subject, DeclaredParameter history, Diagnostics diagnostics) {
    Optional<Use> window =
        subject.uses().inputs().get(0).stream().filter(use -> use.is(Window.class)).findFirst();
    if (window.isEmpty()) {
      diagnostics.error(
          Code.WINDOW_MISSING,
          history.origin(),
          "\"%s\" is what is forecast from, but does not say how many of its last steps are read. Write"
                  .formatted(history.name())
              + " @Window(168) on it, if there are 168.");
    } else {
      checkRange(window.get(), "value", diagnostics);
    }
  }

  private static void checkComponent(
      Use forecast, DeclaredType.Record record, Diagnostics diagnostics) {
    String of = forecast.values().text("of");
    List<String> numbers =
        record.components().stream()
            .filter(ForecastRule::isNumber)
            .map(DeclaredComponent::name)
            .toList();
    if (!forecast.values().writes("of") || numbers.contains(of)) {
      return;
    }
    Optional<DeclaredComponent> other =
        record.components().stream().filter(component -> component.name().equals(of)).findFirst();
    String found =
        other
            .map(component -> "which is of type " + component.type().text() + ", no number")
            .orElse("which " + record.text() + " does not have");
    String fix =
        numbers.isEmpty()
            ? "Give %s a component of type float or double.".formatted(record.text())
            : Suggestions.closest(of, numbers)
                .map("Did you mean \"%s\"?"::formatted)
                .orElse("Write one of its numbers: %s.".formatted(String.join(", ", numbers)));
    diagnostics.error(
        Code.FORECAST_OF_UNKNOWN,
        forecast.origin().member("of"),
        "%s is of \"%s\", %s. %s".formatted(forecast.label(), of, found, fix));
  }

  private static boolean isNumber(DeclaredComponent component) {
    return component.type() instanceof DeclaredType.Number number
        && number.type() != NumberType.DURATION;
  }

  private static void checkWindows(
      Subject subject, DeclaredMethod method, Diagnostics diagnostics) {
    subject.uses().inputs().stream()
        .flatMap(List::stream)
        .filter(use -> use.is(Window.class))
        .forEach(
            use ->
                diagnostics.error(
                    Code.WINDOW_WITHOUT_FORECAST,
                    use.origin(),
                    "%s has no effect, because \"%s\" forecasts nothing: an input is read as a whole. Write"
                            .formatted(use.label(), method.name())
                        + " @Forecast on \"%s\", or remove it.".formatted(method.name())));
  }
}
