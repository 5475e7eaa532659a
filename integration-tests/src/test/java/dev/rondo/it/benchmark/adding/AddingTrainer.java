package dev.rondo.it.benchmark.adding;

import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.train.Trainer;
import dev.rondo.runtime.train.TrainingListener;
import dev.rondo.runtime.train.TrainingOptions;
import dev.rondo.runtime.train.TrainingRun;
import dev.rondo.runtime.train.TrainingStep;

/** Takes steps on sequences that are new each time. */
final class AddingTrainer extends Trainer<AddingTrainer, Void, Void> {
  private static final double CLIP_NORM = 1;

  /** Creates a trainer of the given learning rate. */
  AddingTrainer(double learningRate) {
    super(
        TrainingOptions.builder().learningRate(learningRate).clipNorm(CLIP_NORM).epochs(1).build());
    listener(new TrainingListener() {});
  }

  /**
   * Trains a network.
   *
   * @return its memory, to be closed by the caller
   */
  NetworkHost train(AddingNetwork network, AddingProblem problem, int updates, int batch) {
    try (TrainingRun run = start(network, null, (long) updates * batch)) {
      run.nextEpoch();
      for (int update = 0; update < updates; update++) {
        Batch<float[], Float> next = problem.next(batch);
        try (TrainingStep step = run.nextStep(next)) {
          step.backward(network.loss(step, next));
          step.clipGradients(options().clipNorm());
          step.update();
        }
      }
      run.finish();
      return run.host();
    }
  }

  @Override
  public Void fit(Iterable<Void> examples) {
    throw new UnsupportedOperationException("its sequences are made as it goes");
  }
}
