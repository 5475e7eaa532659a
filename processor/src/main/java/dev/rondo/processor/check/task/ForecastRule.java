package dev.rondo.processor.check.task;

import dev.rondo.data.Future;
import dev.rondo.data.Window;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.DeclaredComponent;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.SeriesTime;
import dev.rondo.processor.graph.build.Use;
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
    if (subject.scoresAnomalies()) {
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
    ForecastTargets.checkReturned(forecast, method.get(), diagnostics);
    checkLevels(forecast, diagnostics);
    if (subject.uses().future().filter(future -> future == 0).isPresent()) {
      misplaced(method.get().parameters().get(0), "the first parameter", diagnostics);
      return;
    }
    Optional<DeclaredType.Record> record = history(method.get(), diagnostics);
    if (record.isPresent()) {
      checkWindow(subject, method.get().parameters().get(0), diagnostics);
      ForecastTargets.check(forecast, method.get(), record.get(), diagnostics);
      checkTime(method.get(), record.get(), diagnostics);
      checkFuture(subject, method.get(), record.get(), diagnostics);
    }
  }

  static void checkRange(Use use, String member, Diagnostics diagnostics) {
    if (use.values().writes(member) && use.values().integer(member) < 1) {
      diagnostics.error(
          Code.FORECAST_OUT_OF_RANGE,
          use.origin().member(member),
          "%s has %s = %s, but it counts steps and must be at least 1. Change it."
              .formatted(use.label(), member, use.values().sourceOf(member)));
    }
  }

  /** What is known in advance are components of the history. */
  private static void checkFuture(
      Subject subject,
      DeclaredMethod method,
      DeclaredType.Record history,
      Diagnostics diagnostics) {
    Optional<DeclaredParameter> future =
        subject.uses().future().map(index -> method.parameters().get(index));
    if (future.isEmpty()) {
      return;
    }
    DeclaredParameter parameter = future.get();
    boolean list =
        parameter.type() instanceof DeclaredType.ListOf of
            && of.element() instanceof DeclaredType.Record;
    if (!list) {
      misplaced(parameter, parameter.type().text(), diagnostics);
      return;
    }
    for (DeclaredComponent component :
        parameter.type().asRecord().map(DeclaredType.Record::components).orElse(List.of())) {
      boolean known =
          history.components().stream()
              .anyMatch(
                  own ->
                      own.name().equals(component.name())
                          && own.type().text().equals(component.type().text()));
      if (!known) {
        diagnostics.error(
            Code.FUTURE_UNKNOWN,
            parameter.origin(),
            "\"%s\" has %s %s, which %s does not have: training takes what is known in advance from there. Give %s one of"
                    .formatted(
                        parameter.name(),
                        component.type().text(),
                        component.name(),
                        history.text(),
                        history.text())
                + " this name and type, or remove it.");
      }
    }
  }

  private static void misplaced(
      DeclaredParameter parameter, String found, Diagnostics diagnostics) {
    diagnostics.error(
        Code.FUTURE_MISPLACED,
        parameter.origin(),
        "\"%s\" is @Future, but is %s: what is known in advance is a list of a record, behind the history. Write"
                .formatted(parameter.name(), found)
            + " @Future List<Known> known behind it.");
  }

  /** A forecast of quantiles says when they are expected. */
  private static void checkTime(
      DeclaredMethod method, DeclaredType.Record record, Diagnostics diagnostics) {
    if (!(method.returns() instanceof DeclaredType.OfQuantiles)) {
      return;
    }
    if (SeriesTime.candidates(record).isEmpty()) {
      diagnostics.error(
          Code.FORECAST_WITHOUT_TIME,
          method.origin(),
          "\"%s\" returns QuantileForecast, which has the time of each step, but %s has no component that is one. Give"
                  .formatted(method.name(), record.text())
              + " it one, such as LocalDateTime at.");
    }
  }

  private static void checkLevels(Use forecast, Diagnostics diagnostics) {
    List<Double> levels = forecast.values().decimals("quantiles");
    double before = 0;
    boolean ascending = true;
    for (double level : levels) {
      ascending &= level > before && level < 1;
      before = level;
    }
    if (!levels.isEmpty() && !(ascending && levels.contains(0.5))) {
      diagnostics.error(
          Code.QUANTILES_OUT_OF_RANGE,
          forecast.origin().member("quantiles"),
          "%s has quantiles = %s, but they must ascend between 0 and 1 with the median, 0.5, among them. Write"
                  .formatted(forecast.label(), forecast.values().sourceOf("quantiles"))
              + " quantiles = {0.1, 0.5, 0.9}, for example.");
    }
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
    if (!list) {
      diagnostics.error(
          Code.FORECAST_HISTORY,
          parameters.get(0).origin(),
          "\"%s\" has @Forecast, but takes %s: a forecast is made from its history, a list of a record. Write"
                  .formatted(method.name(), type.text() + (parameters.size() > 1 ? " first" : ""))
              + " %s(@Window(168) List<Reading> history), where Reading is what is known at a step%s."
                  .formatted(
                      method.name(),
                      parameters.size() > 1 ? ", with what is constant behind it" : ""));
    }
    return list ? type.asRecord() : Optional.empty();
  }

  static void checkWindow(Subject subject, DeclaredParameter history, Diagnostics diagnostics) {
    Optional<Use> window =
        subject.uses().inputs().get(0).stream().filter(use -> use.is(Window.class)).findFirst();
    if (window.isEmpty()) {
      diagnostics.error(
          Code.WINDOW_MISSING,
          history.origin(),
          "\"%s\" is a history, but does not say how many of its last steps are read. Write"
                  .formatted(history.name())
              + " @Window(168) on it, if there are 168.");
    } else {
      checkRange(window.get(), "value", diagnostics);
    }
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
    subject.uses().inputs().stream()
        .flatMap(List::stream)
        .filter(use -> use.is(Future.class))
        .forEach(
            use ->
                diagnostics.error(
                    Code.FUTURE_MISPLACED,
                    use.origin(),
                    "%s has no effect, because \"%s\" forecasts nothing. Write @Forecast on \"%s\", or remove it."
                        .formatted(use.label(), method.name(), method.name())));
  }
}
