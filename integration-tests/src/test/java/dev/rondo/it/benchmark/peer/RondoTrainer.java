package dev.rondo.it.benchmark.peer;

import ai.djl.ndarray.NDArray;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.Losses;
import dev.rondo.runtime.train.Trainer;
import dev.rondo.runtime.train.TrainingListener;
import dev.rondo.runtime.train.TrainingOptions;
import dev.rondo.runtime.train.TrainingRun;
import dev.rondo.runtime.train.TrainingStep;

/** A trainer whose steps are taken one by one; a step is what generated trainers write. */
public final class RondoTrainer extends Trainer<RondoTrainer, Void, Void> {
  /** Creates a trainer without clipping: DJL, to which it is compared, has none by the norm. */
  public RondoTrainer() {
    super(
        TrainingOptions.builder()
            .learningRate(Workload.LEARNING_RATE)
            .epochs(Integer.MAX_VALUE)
            .clipNorm(0)
            .build());
    listener(new TrainingListener() {});
  }

  /** Starts the first epoch of a training that has no end. */
  public TrainingRun begin(RondoNetwork network, Weights weights, long examples) {
    TrainingRun run = start(network, weights, examples);
    run.nextEpoch();
    return run;
  }

  /** Takes a step. */
  public void step(TrainingRun run, RondoNetwork network, Batch<int[], Integer> batch) {
    try (TrainingStep step = run.nextStep(batch)) {
      NDArray scores = network.forward(step, TokenBatch.of(step, batch.inputs()));
      NDArray loss =
          Losses.crossEntropy(scores, step.classes(batch.expected()), options().labelSmoothing());
      step.backward(loss);
      step.clipGradients(options().clipNorm());
      step.update();
    }
  }

  @Override
  public Void fit(Iterable<Void> examples) {
    throw new UnsupportedOperationException("its steps are taken one by one");
  }
}
