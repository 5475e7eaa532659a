package dev.rondo.samples.sensors;

import dev.rondo.runtime.train.TrainingHistory;
import java.util.List;
import java.util.Optional;

/**
 * What the sample needs of a trained model, whichever it is.
 *
 * @param <E> the generated example
 */
interface SensorModel<E> extends AutoCloseable {
  /** Compares the answers with those that examples expect. */
  TestReport test(List<E> examples);

  /** Returns how the model was trained. */
  TrainingHistory history();

  /** Returns what watches a machine; empty if the model is for series. */
  Optional<MachineWatch> watch();

  @Override
  void close();

  /** Returns a model of machines. */
  static SensorModel<MachineMonitorExample> of(MachineMonitorPredictor predictor) {
    return new SensorModel<>() {
      @Override
      public TestReport test(List<MachineMonitorExample> examples) {
        MachineMonitorEvaluation report = predictor.evaluate(examples);
        return TestReport.of(
            report.condition(),
            report.remaining(),
            examples.stream().map(example -> example.expected().remaining()).toList());
      }

      @Override
      public TrainingHistory history() {
        return predictor.history();
      }

      @Override
      public Optional<MachineWatch> watch() {
        return Optional.of(new MachineWatch(predictor.session()));
      }

      @Override
      public void close() {
        predictor.close();
      }
    };
  }

  /** Returns a model of series. */
  static SensorModel<SeriesClassifierExample> of(SeriesClassifierPredictor predictor) {
    return new SensorModel<>() {
      @Override
      public TestReport test(List<SeriesClassifierExample> examples) {
        return TestReport.of(predictor.evaluate(examples));
      }

      @Override
      public TrainingHistory history() {
        return predictor.history();
      }

      @Override
      public Optional<MachineWatch> watch() {
        return Optional.empty();
      }

      @Override
      public void close() {
        predictor.close();
      }
    };
  }
}
