package dev.rondo.processor.check.task;

import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredComponent;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.diag.Suggestions;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.processor.type.NumberType;
import java.util.List;
import java.util.Optional;

/** What is forecast is named and returned: one number of the history, or several by a record. */
final class ForecastTargets {
  private ForecastTargets() {}

  /** Returns the record whose components are forecast; nothing where one number is. */
  static Optional<DeclaredType.Record> record(DeclaredMethod method) {
    return method.returns() instanceof DeclaredType.ListOf list
            && list.element() instanceof DeclaredType.Record record
        ? Optional.of(record)
        : Optional.empty();
  }

  static void checkReturned(Use forecast, DeclaredMethod method, Diagnostics diagnostics) {
    DeclaredType type = method.returns();
    boolean quantiles = !forecast.values().decimals("quantiles").isEmpty();
    if (record(method).isPresent()) {
      checkTargets(forecast, method, record(method).get(), diagnostics);
      return;
    }
    if (type instanceof DeclaredType.OfQuantiles && !quantiles) {
      diagnostics.error(
          Code.FORECAST_QUANTILES,
          forecast.origin(),
          "%s does not say which quantiles, but \"%s\" returns QuantileForecast. Write quantiles = {0.1, 0.5, 0.9},"
                  .formatted(forecast.label(), method.name())
              + " or return float[].");
      return;
    }
    if (quantiles && Types.isNumberArray(type)) {
      diagnostics.error(
          Code.FORECAST_QUANTILES,
          forecast.origin().member("quantiles"),
          "%s has quantiles = %s, but \"%s\" returns %s, one number for each step. Return QuantileForecast, or"
                  .formatted(
                      forecast.label(),
                      forecast.values().sourceOf("quantiles"),
                      method.name(),
                      type.text())
              + " remove quantiles.");
      return;
    }
    if (type instanceof DeclaredType.OfQuantiles) {
      return;
    }
    if (Types.isNumberArray(type) && Types.isDecimal(Types.innermost(type))) {
      return;
    }
    diagnostics.error(
        Code.FORECAST_RETURNS,
        method.origin(),
        "\"%s\" has @Forecast, but returns %s: a forecast is one number for each step of its horizon. Return"
                .formatted(
                    method.name(), type instanceof DeclaredType.Nothing ? "nothing" : type.text())
            + " float[] or double[], or QuantileForecast with quantiles.");
  }

  /** The components of the record say what is forecast, each one number of a step. */
  private static void checkTargets(
      Use forecast, DeclaredMethod method, DeclaredType.Record answer, Diagnostics diagnostics) {
    if (forecast.values().writes("of")) {
      diagnostics.error(
          Code.FORECAST_OF_TARGETS,
          forecast.origin().member("of"),
          "%s is of \"%s\", but \"%s\" returns %s: the components of %s name the targets. Remove of."
              .formatted(
                  forecast.label(),
                  forecast.values().text("of"),
                  method.name(),
                  method.returns().text(),
                  answer.text()));
    }
    if (!forecast.values().decimals("quantiles").isEmpty()) {
      diagnostics.error(
          Code.FORECAST_QUANTILES,
          forecast.origin().member("quantiles"),
          "%s has quantiles = %s, which are of one number, but \"%s\" returns %s. Remove quantiles."
              .formatted(
                  forecast.label(),
                  forecast.values().sourceOf("quantiles"),
                  method.name(),
                  method.returns().text()));
    }
  }

  /** Checks that what is forecast are numbers of the history. */
  static void check(
      Use forecast, DeclaredMethod method, DeclaredType.Record history, Diagnostics diagnostics) {
    Optional<DeclaredType.Record> answer = record(method);
    if (answer.isEmpty()) {
      checkComponent(forecast, method, history, diagnostics);
      return;
    }
    for (DeclaredComponent component : answer.get().components()) {
      checkTarget(component, method, answer.get(), history, diagnostics);
    }
  }

  private static void checkTarget(
      DeclaredComponent target,
      DeclaredMethod method,
      DeclaredType.Record answer,
      DeclaredType.Record history,
      Diagnostics diagnostics) {
    Optional<DeclaredComponent> own =
        history.components().stream()
            .filter(component -> component.name().equals(target.name()))
            .findFirst();
    boolean same =
        own.filter(component -> component.type().text().equals(target.type().text())).isPresent();
    if (same && isNumber(target)) {
      return;
    }
    List<String> numbers = numbers(history);
    String found =
        same
            ? "which is no number"
            : own.map(
                    component ->
                        "which is %s in %s".formatted(component.type().text(), history.text()))
                .orElse("which " + history.text() + " does not have");
    String fix =
        own.filter(component -> !same && isNumber(component))
            .map(component -> "Write %s %s.".formatted(component.type().text(), target.name()))
            .orElseGet(() -> fix(own.isPresent() ? "" : target.name(), numbers, history));
    diagnostics.error(
        Code.TARGET_UNKNOWN,
        target.origin(),
        "\"%s\" forecasts %s %s of %s, %s. %s"
            .formatted(
                method.name(), target.type().text(), target.name(), answer.text(), found, fix));
  }

  private static List<String> numbers(DeclaredType.Record record) {
    return record.components().stream()
        .filter(ForecastTargets::isNumber)
        .map(DeclaredComponent::name)
        .toList();
  }

  private static String fix(String name, List<String> numbers, DeclaredType.Record history) {
    return numbers.isEmpty()
        ? "Give %s a component of type float or double.".formatted(history.text())
        : Suggestions.closest(name, numbers)
            .map("Did you mean \"%s\"?"::formatted)
            .orElse("Write one of its numbers: %s.".formatted(String.join(", ", numbers)));
  }

  private static void checkComponent(
      Use forecast, DeclaredMethod method, DeclaredType.Record record, Diagnostics diagnostics) {
    String of = forecast.values().text("of");
    List<String> numbers = numbers(record);
    if (!forecast.values().writes("of")) {
      diagnostics.error(
          Code.FORECAST_OF_NOTHING,
          forecast.origin(),
          "%s does not say what is forecast, but \"%s\" returns %s, which is of one number of %s. %s"
              .formatted(
                  forecast.label(),
                  method.name(),
                  method.returns().text(),
                  record.text(),
                  numbers.isEmpty()
                      ? fix("", numbers, record)
                      : "Write of = \"%s\".".formatted(numbers.get(0))));
      return;
    }
    if (numbers.contains(of)) {
      return;
    }
    String found =
        record.components().stream()
            .filter(component -> component.name().equals(of))
            .findFirst()
            .map(component -> "which is of type " + component.type().text() + ", no number")
            .orElse("which " + record.text() + " does not have");
    diagnostics.error(
        Code.FORECAST_OF_UNKNOWN,
        forecast.origin().member("of"),
        "%s is of \"%s\", %s. %s".formatted(forecast.label(), of, found, fix(of, numbers, record)));
  }

  private static boolean isNumber(DeclaredComponent component) {
    return component.type() instanceof DeclaredType.Number number
        && number.type() != NumberType.DURATION;
  }
}
