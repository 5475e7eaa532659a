package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.AttentionScore;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.data.Targets;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.TinyTranslator.Design;
import dev.rondo.runtime.reference.ReferenceLayers;
import dev.rondo.runtime.reference.ReferenceWeights;
import dev.rondo.runtime.train.Losses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Encoders with decoders against their equations. */
class TranslationNetworkTest {
  private static final int SOURCES = 7;
  private static final int TARGETS = 6;
  private static final List<int[]> SOURCE =
      List.of(new int[] {2, 3, 4, 5}, new int[] {6}, new int[] {5, 2, 6}, new int[] {3, 3});
  private static final List<int[]> TARGET =
      List.of(new int[] {5, 2}, new int[] {2, 3, 4}, new int[0], new int[] {4});

  static Stream<Design> designs() {
    List<Design> designs = new ArrayList<>();
    for (Cell cell : Cell.values()) {
      for (Optional<AttentionScore> score : scores()) {
        for (boolean feeding : score.isPresent() ? new boolean[] {false, true} : new boolean[1]) {
          List<Integer> units = List.of(score.equals(Optional.of(AttentionScore.DOT)) ? 4 : 3);
          designs.add(
              new Design(cell, List.of(2), Direction.BIDIRECTIONAL, cell, units, score, feeding));
        }
      }
    }
    designs.addAll(
        List.of(
            design(Cell.GRU, List.of(3, 2), Direction.BIDIRECTIONAL, Cell.LSTM, 3),
            design(Cell.GRU, List.of(2), Direction.BIDIRECTIONAL, Cell.LSTM, 4),
            design(Cell.LSTM, List.of(2, 3), Direction.BIDIRECTIONAL, Cell.GRU, 6, 6),
            design(Cell.LSTM, List.of(2), Direction.BIDIRECTIONAL, Cell.LSTM, 4, 3, 4),
            design(Cell.LSTM, List.of(3, 3, 2), Direction.FORWARD, Cell.LSTM, 3, 3),
            design(Cell.RNN_TANH, List.of(3, 3), Direction.BACKWARD, Cell.GRU, 2),
            design(Cell.RNN_RELU, List.of(3), Direction.BACKWARD, Cell.RNN_RELU, 3, 2, 3)));
    return designs.stream();
  }

  private static List<Optional<AttentionScore>> scores() {
    return List.of(
        Optional.empty(),
        Optional.of(AttentionScore.DOT),
        Optional.of(AttentionScore.GENERAL),
        Optional.of(AttentionScore.ADDITIVE));
  }

  private static Design design(
      Cell encoder,
      List<Integer> encoderUnits,
      Direction direction,
      Cell decoder,
      Integer... decoderUnits) {
    return new Design(
        encoder,
        encoderUnits,
        direction,
        decoder,
        List.of(decoderUnits),
        Optional.of(AttentionScore.GENERAL),
        true);
  }

  @ParameterizedTest
  @MethodSource("designs")
  void scoresEqualTheEquationsWhateverThePadding(Design design) {
    TinyTranslator network = new TinyTranslator(design, SOURCES, TARGETS);
    Random random = new Random(4);
    try (NetworkHost host = host(network)) {
      Map<String, double[]> weights = ReferenceWeights.of(host.weights());
      List<int[]> inputs = Targets.of(TARGET).inputs();
      List<double[]> expected = new ArrayList<>();
      for (int b = 0; b < SOURCE.size(); b++) {
        expected.addAll(List.of(network.reference(weights, SOURCE.get(b), inputs.get(b))));
      }

      float[] padded = scores(host, network, SOURCE, inputs);
      assertScores("in a batch", padded, expected);
      float[] garbage =
          host.compute(
              pass ->
                  network
                      .forward(
                          pass,
                          GarbagePadding.of(pass, SOURCE, SOURCES, random),
                          GarbagePadding.of(pass, inputs, TARGETS, random))
                      .toFloatArray());
      assertScores("with garbage", garbage, expected);
      int from = 0;
      for (int b = 0; b < SOURCE.size(); b++) {
        int to = from + inputs.get(b).length;
        float[] alone = scores(host, network, SOURCE.subList(b, b + 1), inputs.subList(b, b + 1));
        assertScores("alone", alone, expected.subList(from, to));
        from = to;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("designs")
  void gradientsEqualDifferencesOfTheSmoothedLossOverRealTokens(Design design) {
    TinyTranslator network = new TinyTranslator(design, SOURCES, TARGETS);
    Targets targets = Targets.of(TARGET);
    GradientCheck.assertGradients(
        network,
        pass -> {
          NDArray scores =
              network.forward(
                  pass,
                  GarbagePadding.of(pass, SOURCE, SOURCES, new Random(1)),
                  GarbagePadding.of(pass, targets.inputs(), TARGETS, new Random(2)));
          long[] classes = targets.outputs().stream().mapToLong(i -> i).toArray();
          return Losses.crossEntropy(scores, pass.manager().create(classes), 0.1);
        },
        weights -> {
          double sum = 0;
          int place = 0;
          for (int b = 0; b < SOURCE.size(); b++) {
            for (double[] scores :
                network.reference(weights, SOURCE.get(b), targets.inputs().get(b))) {
              sum += ReferenceLayers.crossEntropy(scores, targets.outputs().get(place++), 0.1);
            }
          }
          return sum / targets.count();
        });
  }

  @ParameterizedTest
  @MethodSource("designs")
  void aTokenAtATimeGivesWhatTheWholeTargetGives(Design design) {
    TinyTranslator network = new TinyTranslator(design, SOURCES, TARGETS);
    List<int[]> inputs = List.of(new int[] {0, 3, 2, 5}, new int[] {0, 1, 1, 4});
    List<int[]> sources = SOURCE.subList(0, 2);
    try (NetworkHost host = host(network)) {
      float[] whole = scores(host, network, sources, inputs);
      float[] single =
          host.compute(
              pass -> {
                Encoding encoding = network.encode(pass, TokenBatch.of(pass, sources));
                float[] all = new float[whole.length];
                for (int t = 0; t < 4; t++) {
                  int step = t;
                  List<int[]> tokens = inputs.stream().map(row -> new int[] {row[step]}).toList();
                  float[] scores =
                      network
                          .decode(pass, encoding, TokenBatch.of(pass, tokens), encoding.start())
                          .toFloatArray();
                  for (int b = 0; b < inputs.size(); b++) {
                    System.arraycopy(scores, b * TARGETS, all, (b * 4 + t) * TARGETS, TARGETS);
                  }
                }
                return all;
              });
      assertThat(single).usingTolerance(1e-5).containsExactly(whole).inOrder();
    }
  }

  @ParameterizedTest
  @MethodSource("designs")
  void rowsOfAnEncodingGoOnFromTheirSourceAndItsState(Design design) {
    TinyTranslator network = new TinyTranslator(design, SOURCES, TARGETS);
    int[] rows = {2, 0, 2};
    try (NetworkHost host = host(network)) {
      float[][][] scores =
          host.compute(
              pass -> {
                Encoding encoding = network.encode(pass, TokenBatch.of(pass, SOURCE));
                step(pass, network, encoding, 0, 0, 0, 0);
                float[][] ofRows;
                try (Encoding picked = encoding.rows(pass, rows)) {
                  ofRows = step(pass, network, picked, 5, 3, 5);
                }
                return new float[][][] {ofRows, step(pass, network, encoding, 3, 0, 5, 0)};
              });

      assertThat(scores[0].length).isEqualTo(3);
      assertThat(scores[0][0]).usingTolerance(1e-5).containsExactly(scores[1][2]).inOrder();
      assertThat(scores[0][1]).usingTolerance(1e-5).containsExactly(scores[1][0]).inOrder();
      assertThat(scores[0][2]).usingTolerance(1e-5).containsExactly(scores[1][2]).inOrder();
    }
  }

  private static float[][] step(
      Pass pass, TinyTranslator network, Encoding encoding, int... tokens) {
    List<int[]> rows = new ArrayList<>();
    for (int token : tokens) {
      rows.add(new int[] {token});
    }
    float[] flat =
        network.decode(pass, encoding, TokenBatch.of(pass, rows), encoding.start()).toFloatArray();
    float[][] scores = new float[tokens.length][TARGETS];
    for (int b = 0; b < tokens.length; b++) {
      System.arraycopy(flat, b * TARGETS, scores[b], 0, TARGETS);
    }
    return scores;
  }

  private static NetworkHost host(TinyTranslator network) {
    return NetworkHost.restore(
        network, Device.cpu(), ReferenceWeights.random(network.weightShapes(), 0.8, 3));
  }

  private static float[] scores(
      NetworkHost host, TinyTranslator network, List<int[]> sources, List<int[]> inputs) {
    return host.compute(
        pass ->
            network
                .forward(pass, TokenBatch.of(pass, sources), TokenBatch.of(pass, inputs))
                .toFloatArray());
  }

  private static void assertScores(String how, float[] actual, List<double[]> expected) {
    assertThat(actual.length).isEqualTo(expected.size() * TARGETS);
    for (int i = 0; i < actual.length; i++) {
      assertWithMessage(how + " at " + i)
          .that((double) actual[i])
          .isWithin(1e-5)
          .of(expected.get(i / TARGETS)[i % TARGETS]);
    }
  }
}
