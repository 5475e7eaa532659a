package dev.rondo.samples.sensors;

import dev.rondo.runtime.data.file.Grouping;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.runtime.train.Trainer;
import dev.rondo.samples.common.SampleFailure;
import dev.rondo.samples.common.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One of the models: its generated classes, behind what they have in common.
 *
 * @param model the name of its interface
 * @param trainer creates a trainer
 * @param reader reads the examples of a file, whose rows a column groups
 * @param simulator makes so many examples, picked by a seed; none of series
 * @param label the class of an example
 * @param save writes the model to a file
 * @param load reads the model from a file
 * @param adapter makes a trained model usable for the sample
 * @param <S> the generated trainer
 * @param <E> the generated example
 * @param <P> the generated predictor
 */
record SensorKind<S extends Trainer<S, E, P>, E, P>(
    String model,
    Supplier<S> trainer,
    BiFunction<Path, String, List<E>> reader,
    BiFunction<Integer, Integer, List<E>> simulator,
    Function<E, String> label,
    BiConsumer<P, Path> save,
    BiFunction<Path, Device, P> load,
    Function<P, SensorModel<E>> adapter) {
  /** {@link MachineMonitor}. */
  static final SensorKind<?, MachineMonitorExample, ?> MACHINES =
      new SensorKind<>(
          "MachineMonitor",
          MachineMonitorTrainer::create,
          (file, column) -> MachineMonitorExample.read(file, Grouping.by(column)),
          SimulatedMachine::examples,
          example -> example.expected().condition().name(),
          MachineMonitorPredictor::save,
          MachineMonitorPredictor::load,
          SensorModel::of);

  /** {@link SeriesClassifier}. */
  static final SensorKind<?, SeriesClassifierExample, ?> SERIES =
      new SensorKind<>(
          "SeriesClassifier",
          SeriesClassifierTrainer::create,
          (file, column) -> SeriesClassifierExample.read(file),
          (seed, count) -> List.of(),
          SeriesClassifierExample::expected,
          SeriesClassifierPredictor::save,
          SeriesClassifierPredictor::load,
          SensorModel::of);

  /**
   * Returns which of the models a file holds.
   *
   * @throws SampleFailure if it is none of them
   * @throws dev.rondo.runtime.store.ModelFileException if it is no model file
   */
  static SensorKind<?, ?, ?> of(Path file) {
    String model = ModelReader.modelName(file);
    return List.of(MACHINES, SERIES).stream()
        .filter(kind -> kind.model().equals(model))
        .findFirst()
        .orElseThrow(
            () ->
                SampleFailure.of(
                    "--load: \"%s\" holds the model %s, expected %s or %s"
                        .formatted(file, model, MACHINES.model(), SERIES.model())));
  }

  /** Trains a model; returns none if Ctrl-C ended the training. */
  Optional<SensorModel<E>> train(TrainingSession session, TrainingData<E> data) {
    S ready = trainer.get();
    if (!data.dev().isEmpty()) {
      ready.validateOn(data.dev());
    }
    return session.run(ready, it -> it.fit(data.train()), save).map(adapter);
  }

  /** Returns the model in a file. */
  SensorModel<E> read(Path file, Device device) {
    return adapter.apply(load.apply(file, device));
  }
}
