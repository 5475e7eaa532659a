package dev.rondo.it.benchmark.peer;

import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.layer.Inference;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.serve.Precision;
import dev.rondo.runtime.train.TrainingRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rondo's runtime, called as generated trainers and predictors call it. */
final class RondoPeer implements Peer {
  private final RondoNetwork network;
  private final RondoTrainer trainer = new RondoTrainer();
  private final TrainingRun run;
  private final Batch<int[], Integer> batch;
  private final Inference<int[], float[]> inference;

  RondoPeer(Workload workload, Precision precision) {
    batch = batch(workload);
    network = new RondoNetwork(workload);
    run = trainer.begin(network, StartWeights.of(workload), batch.size());
    inference =
        Inference.ofTokens(
            run.host(), (pass, rows) -> network.forward(pass, TokenBatch.of(pass, rows)));
    inference.precision(precision);
  }

  private static Batch<int[], Integer> batch(Workload workload) {
    int steps = workload.size().steps();
    int[] tokens = workload.tokens();
    List<int[]> rows = new ArrayList<>();
    for (int from = 0; from < tokens.length; from += steps) {
      rows.add(Arrays.copyOfRange(tokens, from, from + steps));
    }
    return new Batch<>(rows, Arrays.stream(workload.classes()).boxed().toList(), steps);
  }

  @Override
  public void train() {
    trainer.step(run, network, batch);
  }

  @Override
  public float[] scores() {
    List<float[]> scores = inference.scores(batch.inputs());
    float[] all = new float[scores.size() * Workload.CLASSES];
    for (int row = 0; row < scores.size(); row++) {
      System.arraycopy(scores.get(row), 0, all, row * Workload.CLASSES, Workload.CLASSES);
    }
    return all;
  }

  @Override
  public void close() {
    run.close();
  }
}
