package dev.rondo.samples.sensors;

import dev.rondo.runtime.train.TrainingHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the sample needs of a trained model, whichever it is; predictors have no type in common.
 *
 * @param test compares the answers with those that examples expect
 * @param history how the model was trained
 * @param watch watches a machine; empty if the model is for series
 * @param save writes the model to a file
 * @param freeing frees the memory
 * @param <E> the generated example
 */
record SensorModel<E>(
    Function<List<E>, TestReport> test,
    TrainingHistory history,
    Optional<MachineWatch> watch,
    Consumer<Path> save,
    Runnable freeing)
    implements AutoCloseable {
  /** Returns a model of machines. */
  static SensorModel<MachineMonitorExample> of(MachineMonitorPredictor model) {
    return new SensorModel<>(
        examples -> TestReport.of(model.evaluate(examples), examples),
        model.history(),
        Optional.of(new MachineWatch(model.session())),
        model::save,
        model::close);
  }

  /** Returns a model of series. */
  static SensorModel<SeriesClassifierExample> of(SeriesClassifierPredictor model) {
    return new SensorModel<>(
        examples -> TestReport.of(model.evaluate(examples)),
        model.history(),
        Optional.empty(),
        model::save,
        model::close);
  }

  @Override
  public void close() {
    freeing.run();
  }
}
