package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.data.Scaling;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.answer.NumberCodec;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.HeadShape;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.TypedNetwork;
import dev.rondo.runtime.train.metric.ClassificationMetrics;
import dev.rondo.runtime.train.metric.NumberMetrics;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A network of two outputs learns from examples of which each lacks an answer. */
class HeadsTrainingTest {
  private static final List<HeadShape> HEADS =
      List.of(HeadShape.once("sign", 2), HeadShape.once("tokens", 1));

  /** What the processor would generate for a record of a sign and a number, written by hand. */
  private static final class TwoHeads extends TypedNetwork {
    final EmbeddingLayer embedding = add(new EmbeddingLayer("embedding", Sample.VOCABULARY, 8));
    final GruLayer gru = add(new GruLayer("gru", 8, new int[] {16}, Direction.FORWARD, 0));
    final DenseLayer sign = add(new DenseLayer("sign", 16, 2, Activation.NONE));
    final DenseLayer tokens = add(new DenseLayer("tokens", 16, 1, Activation.NONE));

    NDList forward(Pass pass, List<int[]> rows) {
      NDArray state = gru.finalState(pass, embedding.forward(pass, TokenBatch.of(pass, rows)));
      return new NDList(sign.forward(pass, state), tokens.forward(pass, state));
    }
  }

  private static final class Figures extends HeadsEvaluation {
    final Evaluation sign;
    final NumberEvaluation tokens;

    Figures(Evaluation sign, NumberEvaluation tokens) {
      super(List.of("sign", "tokens"), new double[] {1, 0.5}, List.of(sign, tokens));
      this.sign = sign;
      this.tokens = tokens;
    }
  }

  /** A model that nothing but its figures is asked for. */
  private static final class TwoHeadsTrainer extends Trainer<TwoHeadsTrainer, Sample, Figures> {
    private final int known;

    /**
     * @param known 2: each example has one of the two answers, in turn; 0: none has any
     */
    TwoHeadsTrainer(int known) {
      super(TrainingOptions.builder().learningRate(0.02).epochs(12).batchSize(16).build());
      this.known = known;
    }

    @Override
    public Figures fit(Iterable<Sample> samples) {
      EnumCodec<Sign> sign = EnumCodec.of(Sign.values());
      NumberCodec.Learner learner = NumberCodec.learner(Scaling.STANDARD);
      samples.forEach(sample -> learner.add(sample.tokens().length));
      NumberCodec tokens = learner.build();
      Rows<int[], float[][]> rows =
          rows(
              samples,
              sample -> {
                boolean even = sample.tokens()[0] % 2 == 0;
                Sign expected = known > 0 && even ? sample.expected() : null;
                Double length = known > 0 && !even ? (double) sample.tokens().length : null;
                return new Row<>(
                    sample.tokens(),
                    new float[][] {sign.target(expected), tokens.target(length)},
                    sample.tokens().length);
              });
      TwoHeads network = new TwoHeads();
      try (TrainingRun run = start(network, null, rows.size())) {
        NetworkHost host = run.host();
        try {
          while (run.nextEpoch()) {
            for (Batch<int[], float[][]> batch : run.batches(rows)) {
              try (TrainingStep step = run.nextStep(batch)) {
                NDList scores = network.forward(step, batch.inputs());
                NDArray loss =
                    Losses.classes(
                        scores.get(0),
                        step.targets(batch.expected(), 0, sign.targetSize()),
                        options().labelSmoothing(),
                        new float[0]);
                loss =
                    loss.add(
                        Losses.weighted(
                            Losses.squared(
                                scores.get(1),
                                step.targets(batch.expected(), 1, tokens.targetSize())),
                            0.5));
                step.backward(loss);
                step.clipGradients(options().clipNorm());
                step.update();
              }
            }
            run.endEpoch(() -> validate(part -> evaluate(network, host, sign, tokens, part)));
          }
          Figures figures = evaluate(network, host, sign, tokens, samples);
          run.finish();
          return figures;
        } finally {
          host.close();
        }
      }
    }

    private static Figures evaluate(
        TwoHeads network,
        NetworkHost host,
        EnumCodec<Sign> sign,
        NumberCodec tokens,
        Iterable<Sample> samples) {
      ClassificationMetrics<Sign> signs = new ClassificationMetrics<>(sign);
      NumberMetrics lengths = new NumberMetrics(tokens);
      for (Sample sample : samples) {
        float[][] scores =
            host.scoresOfHeads(List.of(sample.tokens()), row -> row.length, HEADS, network::forward)
                .get(0);
        signs.add(scores[0], sample.expected());
        lengths.add(scores[1], (double) sample.tokens().length);
      }
      return new Figures(signs.evaluation(), lengths.evaluation());
    }
  }

  @Test
  void bothAnswersAreLearnedFromExamplesThatLackOne() {
    Figures figures = new TwoHeadsTrainer(2).fit(Sample.random(400, 5));
    assertThat(figures.sign.accuracy()).isGreaterThan(0.9);
    assertThat(figures.tokens.mae()).isLessThan(0.5);
    assertThat(figures.tokens.r2()).isGreaterThan(0.9);
    assertThat(figures.loss())
        .isWithin(1e-12)
        .of(figures.sign.loss() + 0.5 * figures.tokens.loss());
  }

  @Test
  void whereAllAnswersAreAbsentNothingIsLearnedAndNothingBreaks() {
    Figures once = new TwoHeadsTrainer(0).epochs(1).fit(Sample.random(40, 5));
    Figures often = new TwoHeadsTrainer(0).epochs(3).fit(Sample.random(40, 5));
    assertThat(often.loss()).isEqualTo(once.loss());
  }

  @Test
  void stepsKeepTheNumberOfArrays() {
    new TwoHeadsTrainer(2).epochs(1).fit(Sample.random(8, 1));
    int before = NativeArrays.count();
    TreeSet<Integer> counts = new TreeSet<>();
    TrainingListener counting =
        new TrainingListener() {
          @Override
          public void onBatch(BatchProgress progress) {
            // the first epoch makes the optimizer's moments
            if (progress.epoch() > 2) {
              counts.add(NativeArrays.count());
            }
          }
        };
    new TwoHeadsTrainer(2).epochs(20).batchSize(4).listener(counting).fit(Sample.random(40, 1));
    assertThat(counts).hasSize(1);
    assertThat(NativeArrays.count()).isEqualTo(before);
  }
}
