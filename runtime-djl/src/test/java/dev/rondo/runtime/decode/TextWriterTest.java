package dev.rondo.runtime.decode;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.kernel.QuantizedEngine;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.reference.ReferenceWeights;
import dev.rondo.runtime.serve.Precision;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TextWriterTest {
  private static final TextCodec CODEC = codec();
  private static final TinyLanguage NETWORK = new TinyLanguage(CODEC.size(), true);
  private static NetworkHost host;
  private static TextWriter byKernel;
  private static TextWriter byPasses;
  private static NetworkHost passesHost;

  private static TextCodec codec() {
    TextCodec.Learner learner = TextCodec.learner(Tokens.CHARACTERS, "", false);
    learner.add("abcdefgh ");
    return learner.build(100, 1);
  }

  @BeforeAll
  static void open() {
    host = NetworkHost.initialize(NETWORK, Device.cpu(), 3);
    byKernel = new TextWriter(host, NETWORK, CODEC);
    TinyLanguage passes = new TinyLanguage(CODEC.size(), false);
    passesHost = NetworkHost.restore(passes, Device.cpu(), host.weights());
    byPasses = new TextWriter(passesHost, passes, CODEC);
  }

  @AfterAll
  static void close() {
    host.close();
    passesHost.close();
  }

  @Test
  void greedyWritingIsTheLikeliestTokenOfEachPass() {
    Sampling greedy = Sampling.greedy().maximumLength(60);
    for (String opening : List.of("", "a", "head of", "unknown \u00e4")) {
      assertThat(byKernel.write(opening, greedy)).isEqualTo(byPasses.write(opening, greedy));
    }
  }

  @Test
  void theKernelBeginsWithTheLearnedStateAsPassesDo() {
    Weights weights = ReferenceWeights.random(NETWORK.weightShapes(), 1.5, 4);
    Sampling sampling = Sampling.atRandom().maximumLength(40);
    TinyLanguage kernel = new TinyLanguage(CODEC.size(), true);
    TinyLanguage passes = new TinyLanguage(CODEC.size(), false);
    try (NetworkHost fast = NetworkHost.restore(kernel, Device.cpu(), weights);
        NetworkHost slow = NetworkHost.restore(passes, Device.cpu(), weights)) {
      for (int seed = 0; seed < 10; seed++) {
        assertThat(new TextWriter(fast, kernel, CODEC).write("", sampling.seed(seed)))
            .isEqualTo(new TextWriter(slow, passes, CODEC).write("", sampling.seed(seed)));
      }
    }
  }

  @Test
  void theKernelDrawsAsPassesDo() {
    for (int seed = 0; seed < 5; seed++) {
      Sampling all = Sampling.atRandom().seed(seed).maximumLength(40);
      assertThat(byKernel.write("b", all)).isEqualTo(byPasses.write("b", all));
      Sampling few = all.temperature(0.8).topK(4).topP(0.9);
      assertThat(byKernel.write("b", few)).isEqualTo(byPasses.write("b", few));
      for (double extreme : new double[] {Double.MIN_VALUE, 1e-40, 1e40, Double.MAX_VALUE}) {
        for (Sampling drawn : List.of(all.temperature(extreme), few.temperature(extreme))) {
          assertThat(byKernel.write("b", drawn)).isEqualTo(byPasses.write("b", drawn));
        }
      }
    }
  }

  @Test
  void theLowestTemperatureIsTheGreedyChoiceAndTheHighestAllAlike() {
    float[] scores = {30, -80, 95.5f, 95.4f, 20};
    Sampling coldest = Sampling.atRandom().temperature(Double.MIN_VALUE);
    Sampling hottest = Sampling.atRandom().temperature(Double.MAX_VALUE);
    int[] seen = new int[scores.length];
    for (int i = 0; i < 100; i++) {
      double uniform = (i + 0.5) / 100;
      assertThat(Draw.draw(scores, uniform, coldest.settings())).isEqualTo(2);
      seen[Draw.draw(scores, uniform, hottest.settings())]++;
      assertThat(Draw.draw(scores, uniform, hottest.topK(1).settings())).isEqualTo(2);
    }
    assertThat(seen).isEqualTo(new int[] {20, 20, 20, 20, 20});
  }

  @Test
  void aStreamGivesTheSameTextInPieces() {
    Sampling sampling = Sampling.atRandom().seed(7).maximumLength(100);
    assertThat(byKernel.stream("c", sampling).collect(Collectors.joining()))
        .isEqualTo(byKernel.write("c", sampling));
    assertThat(byPasses.stream("c", sampling).collect(Collectors.joining()))
        .isEqualTo(byKernel.write("c", sampling));
  }

  @Test
  void aTextThatStopsEndsTheWritingBeforeIt() {
    Sampling sampling = Sampling.atRandom().maximumLength(100);
    String whole = "";
    for (int seed = 0; whole.length() < 30; seed++) {
      sampling = sampling.seed(seed);
      whole = byKernel.write("", sampling);
    }
    String stop = whole.substring(20, 23);
    assertThat(byKernel.write("", sampling.stopAt(stop)))
        .isEqualTo(whole.substring(0, whole.indexOf(stop)));
    assertThat(byKernel.stream("", sampling.stopAt(stop)).collect(Collectors.joining()))
        .isEqualTo(whole.substring(0, whole.indexOf(stop)));
  }

  @Test
  void frequenciesOfDrawnTokensMatchTheirProbabilities() {
    int draws = 20_000;
    float[] scores = {0.5f, -1, 2, 0, 1};
    double[] sums = new double[scores.length];
    java.util.SplittableRandom random = new java.util.SplittableRandom(1);
    for (int i = 0; i < draws; i++) {
      sums[Draw.draw(scores, random.nextDouble(), Sampling.atRandom().settings())]++;
    }
    double all = 0;
    for (float score : scores) {
      all += Math.exp(score);
    }
    double chiSquare = 0;
    for (int token = 0; token < scores.length; token++) {
      double expected = draws * Math.exp(scores[token]) / all;
      chiSquare += Math.pow(sums[token] - expected, 2) / expected;
    }
    // the 99.9 % quantile with 4 degrees of freedom
    assertThat(chiSquare).isLessThan(18.47);
  }

  @Test
  void withoutASeedEachTextIsAnother() {
    Sampling sampling = Sampling.atRandom().maximumLength(50);
    // two may both be empty
    assertThat(Stream.generate(() -> byKernel.write("", sampling)).limit(20).distinct().count())
        .isGreaterThan(1);
  }

  @Test
  void nullsAreRefusedByName() {
    assertThat(assertThrows(IllegalArgumentException.class, () -> byKernel.stream("", nothing())))
        .hasMessageThat()
        .isEqualTo("sampling is null");
  }

  // what callers without null checks can pass
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }

  private static String refusal(TextWriter writer, Precision precision) {
    return String.valueOf(
        assertThrows(UnsupportedOperationException.class, () -> writer.precision(precision))
            .getMessage());
  }

  @Test
  void numbersThatWouldNotBeFasterAreRefusedWithAReason() {
    Assumptions.assumeTrue(QuantizedEngine.isThere());
    assertThat(refusal(byKernel, Precision.INT8))
        .isEqualTo(
            "INT8 would not be faster: it gains by it where a token reads 250,000 weights or more,"
                + " and this model's reads 550. The model answers as before.");
    assertThat(refusal(byPasses, Precision.INT8))
        .isEqualTo(
            "INT8 would not be faster: the model is computed layer by layer. The model answers as"
                + " before.");
    assertThat(refusal(byKernel, Precision.BFLOAT16))
        .isEqualTo(
            "BFLOAT16 would not be faster: what is written token by token is computed with FLOAT32"
                + " or INT8. The model answers as before.");
    assertThat(byKernel.precision()).isEqualTo(Precision.FLOAT32);
    assertThat(byPasses.precision(Precision.FLOAT32)).isSameInstanceAs(byPasses);
    NetworkHost closed = NetworkHost.initialize(new TinyLanguage(9, true), Device.cpu(), 1);
    TextWriter ended = new TextWriter(closed, NETWORK, CODEC);
    closed.close();
    assertThrows(IllegalStateException.class, () -> ended.precision(Precision.INT8));
  }
}
