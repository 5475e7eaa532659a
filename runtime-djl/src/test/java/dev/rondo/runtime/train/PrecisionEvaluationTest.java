package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.kernel.QuantizedEngine;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.Inference;
import dev.rondo.runtime.layer.InputShape;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.reference.ReferenceWeights;
import dev.rondo.runtime.serve.Precision;
import dev.rondo.runtime.train.metric.ClassificationMetrics;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** With fewer bits, what 32 give is measured too. */
class PrecisionEvaluationTest {
  private enum Side {
    LEFT,
    RIGHT
  }

  private static final class Reader extends Network {
    private final GruLayer gru = add(new GruLayer("gru", 2, new int[] {256}, Direction.FORWARD, 0));
    private final DenseLayer dense = add(new DenseLayer("dense", 256, 2, Activation.NONE));

    NDArray scores(Pass pass, List<Steps> rows) {
      return dense.forward(pass, gru.finalState(pass, StepBatch.of(pass, rows).features()));
    }

    @Override
    protected NDList forward(Pass pass, NDList inputs) {
      throw new UnsupportedOperationException("its layers are called one by one");
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      throw new UnsupportedOperationException("its layers are called one by one");
    }
  }

  @Test
  void theAccuracyOfFloat32StandsBesideThatOfFewerBits() {
    Assumptions.assumeTrue(QuantizedEngine.isThere());
    Reader reader = new Reader();
    List<Steps> rows =
        List.of(
            Steps.of(1, new float[] {1, 2}, 2, new int[0], 0),
            Steps.of(2, new float[] {3, -2, 0.5f, 1}, 2, new int[0], 0));
    EnumCodec<Side> codec = EnumCodec.of(Side.values());
    try (NetworkHost host =
        NetworkHost.restore(
            reader, Device.cpu(), ReferenceWeights.random(reader.weightShapes(), 0.1, 1))) {
      Inference<Steps, float[]> inference =
          Inference.ofSteps(host, InputShape.steps(2, 0), reader::scores);
      inference.batching(Duration.ZERO, 4);
      Evaluation exact =
          Evaluation.measured(inference, rows, all -> measure(inference, all, codec));
      assertThat(exact.float32()).isEmpty();

      inference.precision(Precision.INT8);
      Evaluation found =
          Evaluation.measured(inference, rows, all -> measure(inference, all, codec));

      assertThat(found.loss()).isNotEqualTo(exact.loss());
      assertThat(found.float32().orElseThrow().loss()).isEqualTo(exact.loss());
      assertThat(found.toString())
          .startsWith("accuracy 0.5000 with INT8 (0.5000 with FLOAT32), loss");
      assertThat(exact.toString()).startsWith("accuracy 0.5000, loss");
      // what is there only once is measured once
      Iterator<Steps> once = rows.iterator();
      Evaluation ofOnce =
          Evaluation.measured(inference, () -> once, all -> measure(inference, all, codec));
      assertThat(ofOnce.loss()).isEqualTo(found.loss());
      assertThat(ofOnce.float32()).isEmpty();
    }
  }

  /** All answers are alike: one of two is right. */
  private static Evaluation measure(
      Inference<Steps, float[]> inference, Iterable<Steps> rows, EnumCodec<Side> codec) {
    ClassificationMetrics<Side> metrics = new ClassificationMetrics<>(codec);
    for (Steps row : rows) {
      float[] scores = inference.scores(List.of(row)).get(0);
      metrics.add(scores, Side.LEFT);
      metrics.add(scores, Side.RIGHT);
    }
    return metrics.evaluation();
  }
}
