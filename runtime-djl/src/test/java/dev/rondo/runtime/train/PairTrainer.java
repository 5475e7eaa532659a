package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import dev.rondo.Schedule;
import dev.rondo.layer.AttentionScore;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Targets;
import dev.rondo.runtime.layer.TokenBatch;

/** What the processor would generate to train a {@link PairNetwork}, written by hand. */
final class PairTrainer extends Trainer<PairTrainer, Pair, PairModel> {
  private final boolean feeding;
  private final AttentionScore score;
  private double recurrentDropout;

  PairTrainer(boolean feeding, AttentionScore score) {
    super(
        TrainingOptions.builder()
            .learningRate(0.01)
            .schedule(Schedule.COSINE)
            .warmup(0.1)
            .epochs(8)
            .batchSize(32)
            .clipNorm(1)
            .build());
    this.feeding = feeding;
    this.score = score;
  }

  PairTrainer recurrentDropout(double rate) {
    recurrentDropout = rate;
    return this;
  }

  @Override
  public PairModel fit(Iterable<Pair> pairs) {
    PairNetwork network = new PairNetwork(feeding, score);
    network.gru2.recurrentDropout(recurrentDropout);
    Rows<int[], int[]> rows =
        rows(
            pairs,
            pair ->
                new Row<>(
                    pair.source(), pair.target(), pair.source().length + pair.target().length));
    try (TrainingRun run = start(network, null, Targets.count(rows))) {
      PairModel model = new PairModel(network, run.host());
      while (run.nextEpoch()) {
        for (Batch<int[], int[]> batch : run.batches(rows)) {
          Targets targets = Targets.of(batch.expected());
          try (TrainingStep step = run.nextStep(targets.count())) {
            NDArray scores =
                network.forward(
                    step,
                    TokenBatch.of(step, batch.inputs()),
                    TokenBatch.of(step, targets.inputs()));
            NDArray loss =
                Losses.crossEntropy(
                    scores, step.classes(targets.outputs()), options().labelSmoothing());
            step.backward(loss);
            step.clipGradients(options().clipNorm());
            step.update();
          }
        }
        run.endEpoch(() -> validate(model::evaluate));
      }
      model.history = run.finish();
      return model;
    }
  }
}
