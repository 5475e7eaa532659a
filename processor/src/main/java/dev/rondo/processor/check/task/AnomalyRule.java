package dev.rondo.processor.check.task;

import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.AnomalyReader;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.processor.type.NumberType;
import dev.rondo.task.AnomalyScore;
import java.util.List;
import java.util.Optional;

/** A score of anomalies is a double, made from a history of records with something to foretell. */
public final class AnomalyRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    Optional<DeclaredMethod> method = subject.model().method();
    if (method.isEmpty() || !subject.scoresAnomalies()) {
      return;
    }
    Use score =
        subject.uses().output().stream()
            .filter(use -> use.is(AnomalyScore.class))
            .findFirst()
            .orElseThrow();
    if (score.values().writes("ahead") && score.values().integer("ahead") < 1) {
      diagnostics.error(
          Code.ANOMALY_OUT_OF_RANGE,
          score.origin().member("ahead"),
          "%s has ahead = %s, but it counts steps and must be at least 1. Change it."
              .formatted(score.label(), score.values().sourceOf("ahead")));
    }
    checkReturned(method.get(), diagnostics);
    Optional<DeclaredType.Record> record = history(method.get(), diagnostics);
    if (record.isPresent()) {
      ForecastRule.checkWindow(subject, method.get().parameters().get(0), diagnostics);
      if (AnomalyReader.foretold(record.get()).isEmpty()) {
        diagnostics.error(
            Code.ANOMALY_OF_NOTHING,
            score.origin(),
            "%s foretells the steps of %s, but none of its components can be foretold. Give it a number, an"
                    .formatted(score.label(), record.get().text())
                + " enum, a boolean or a @Category.");
      }
    }
  }

  private static void checkReturned(DeclaredMethod method, Diagnostics diagnostics) {
    DeclaredType type = method.returns();
    if (!Types.is(type, NumberType.DOUBLE)) {
      diagnostics.error(
          Code.ANOMALY_RETURNS,
          method.origin(),
          "\"%s\" has @AnomalyScore, but returns %s: a score is one number. Return double."
              .formatted(
                  method.name(), type instanceof DeclaredType.Nothing ? "nothing" : type.text()));
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
    if (!list || parameters.size() > 1) {
      diagnostics.error(
          Code.ANOMALY_HISTORY,
          parameters.get(list ? 1 : 0).origin(),
          "\"%s\" has @AnomalyScore, but takes %s: a score is made from a history alone, a list of a record."
                  .formatted(method.name(), list ? parameters.size() + " parameters" : type.text())
              + " Write %s(@Window(48) List<Reading> history), where Reading is what is known at a step."
                  .formatted(method.name()));
    }
    return list ? type.asRecord() : Optional.empty();
  }
}
