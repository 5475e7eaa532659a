package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.layer.TokenBatch;
import org.jspecify.annotations.Nullable;

/** What the processor would generate to train a {@link TinyNetwork}, written by hand. */
final class TinyTrainer extends Trainer<TinyTrainer, Sample, TinyModel> {
  private double dropout;
  private @Nullable TinyModel running;

  TinyTrainer() {
    super(TrainingOptions.builder().learningRate(0.02).epochs(3).batchSize(8).build());
  }

  TinyTrainer dropout(double rate) {
    dropout = rate;
    return this;
  }

  /** Returns the model that is being trained. */
  TinyModel running() {
    if (running == null) {
      throw new IllegalStateException("no training was started");
    }
    return running;
  }

  @Override
  public TinyModel fit(Iterable<Sample> samples) {
    TinyModel start = startingPoint();
    TinyNetwork network = new TinyNetwork(Sample.VOCABULARY, Sign.values().length, Activation.NONE);
    network.dropout.rate(dropout);
    EnumCodec<Sign> codec = EnumCodec.of(Sign.values());
    Rows<int[], Integer> rows =
        rows(
            samples,
            codec,
            sample ->
                new Row<>(sample.tokens(), codec.index(sample.expected()), sample.tokens().length));
    try (TrainingRun run =
        start(network, start == null ? null : start.host.weights(), rows.size())) {
      TinyModel model = new TinyModel(network, run.host());
      running = model;
      while (run.nextEpoch()) {
        for (Batch<int[], Integer> batch : run.batches(rows)) {
          try (TrainingStep step = run.nextStep(batch)) {
            NDArray scores = network.forward(step, TokenBatch.of(step, batch.inputs()));
            NDArray loss =
                Losses.crossEntropy(
                    scores, step.classes(batch.expected()), options().labelSmoothing());
            step.backward(loss);
            step.clipGradients(options().clipNorm());
            step.update();
          }
        }
        run.endEpoch(() -> validate(model::evaluate));
        show(model);
      }
      model.history = run.finish();
      return model;
    }
  }
}
