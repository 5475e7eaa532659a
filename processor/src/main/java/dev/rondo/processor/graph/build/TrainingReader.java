package dev.rondo.processor.graph.build;

import dev.rondo.Optimizer;
import dev.rondo.Schedule;
import dev.rondo.Training;
import dev.rondo.processor.declared.DeclaredModel;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.diag.Origin;
import dev.rondo.processor.graph.TrainingSpec;
import java.util.List;

/** Reads {@link Training}. */
final class TrainingReader {
  private TrainingReader() {}

  static TrainingSpec read(DeclaredModel model, Expansion uses) {
    return uses.trunk().stream()
        .filter(use -> use.is(Training.class))
        .findFirst()
        .map(use -> spec(use.values(), use.origin()))
        .orElseGet(() -> spec(Values.defaults(Training.class), model.origin()));
  }

  private static TrainingSpec spec(Values values, Origin origin) {
    return new TrainingSpec(
        values.constant("optimizer", Optimizer.class),
        values.decimal("learningRate"),
        values.constant("schedule", Schedule.class),
        values.decimal("warmup"),
        values.integer("decayEvery"),
        values.decimal("decayFactor"),
        values.integer("epochs"),
        values.integer("batchSize"),
        values.integer("truncateAfter"),
        values.decimal("clipNorm"),
        values.decimal("momentum"),
        values.decimal("weightDecay"),
        values.decimal("labelSmoothing"),
        values.integer("patience"),
        List.copyOf(values.written().keySet()),
        origin);
  }
}
