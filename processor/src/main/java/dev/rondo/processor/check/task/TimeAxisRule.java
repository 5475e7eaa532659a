package dev.rondo.processor.check.task;

import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.DeclaredComponent;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.SeriesTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps of a series have one time: where several could be it, the record says which. */
public final class TimeAxisRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    if (subject.parameters().isEmpty() || !(subject.forecasts() || subject.scoresAnomalies())) {
      return;
    }
    DeclaredParameter history = subject.parameters().get(0);
    Optional<DeclaredType.Record> record = history.type().asRecord();
    if (record.isEmpty()) {
      return;
    }
    List<DeclaredComponent> times = SeriesTime.candidates(record.get());
    List<DeclaredComponent> named = SeriesTime.named(record.get());
    if (times.size() > 1 && named.size() != 1) {
      diagnostics.error(
          Code.TIME_AMBIGUOUS,
          history.origin(),
          named.isEmpty()
              ? "\"%s\" is a series of %s, which has several components that could be the time of a step: %s. Write @TimeAxis on the one that is."
                  .formatted(history.name(), record.get().text(), names(times))
              : "\"%s\" is a series of %s, which has @TimeAxis on several components: %s. Keep the one that is the time of a step."
                  .formatted(history.name(), record.get().text(), names(named)));
    }
  }

  private static String names(List<DeclaredComponent> components) {
    return components.stream().map(DeclaredComponent::name).collect(Collectors.joining(", "));
  }
}
