package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.layer.AttentionScore;
import dev.rondo.runtime.data.Targets;
import dev.rondo.runtime.decode.TextTranslator;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.metric.Bleu;
import dev.rondo.runtime.metric.Chrf;
import dev.rondo.runtime.reference.ReferenceLayers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranslationEvaluatorTest {
  private static PairModel untrained() {
    PairNetwork network = new PairNetwork(false, AttentionScore.GENERAL);
    return new PairModel(network, NetworkHost.initialize(network, Device.cpu(), 1));
  }

  @Test
  void lossIsTheMeanOverAllTokensOfTheTargetsAndTheirEnds() {
    List<Pair> pairs = new ArrayList<>(Pair.random(1, 150, true));
    pairs.add(new Pair(new int[] {3, 4}, new int[0]));
    try (PairModel model = untrained()) {
      double sum = 0;
      int tokens = 0;
      for (Pair pair : pairs) {
        Targets targets = Targets.of(List.of(pair.target()));
        float[] scores =
            model.host.compute(
                pass ->
                    model
                        .network
                        .forward(
                            pass,
                            TokenBatch.of(pass, List.of(pair.source())),
                            TokenBatch.of(pass, targets.inputs()))
                        .toFloatArray());
        for (int t = 0; t < targets.count(); t++) {
          double[] step = new double[Pair.VOCABULARY];
          for (int i = 0; i < step.length; i++) {
            step[i] = scores[t * step.length + i];
          }
          sum += ReferenceLayers.crossEntropy(step, targets.outputs().get(t), 0);
          tokens++;
        }
      }

      TranslationEvaluation evaluation = model.evaluate(pairs);

      assertThat(evaluation.tokens()).isEqualTo(tokens);
      assertThat(evaluation.loss()).isWithin(1e-5).of(sum / tokens);
      assertThat(evaluation.perplexity()).isWithin(1e-4).of(Math.exp(sum / tokens));
    }
  }

  @Test
  void examplesWithEqualSourcesAreSeveralReferencesOfOneTranslation() {
    List<List<String>> pairs =
        List.of(List.of("a b", "c d e f g"), List.of("b", "a a b b"), List.of("a b", "c d e f h"));
    List<String> translations = List.of("c d e f h", "a a b c");
    try (PairModel model = untrained()) {
      List<String> asked = new ArrayList<>();
      TranslationEvaluation evaluation =
          new TranslationEvaluator(
                  model.host,
                  model.network,
                  model.codec,
                  model.codec,
                  new TextTranslator(model.host, model.network, model.codec, model.codec))
              .evaluate(
                  pairs,
                  pair -> pair.get(0),
                  pair -> pair.get(1),
                  sources -> {
                    asked.addAll(sources);
                    return translations;
                  });

      List<List<String>> references =
          List.of(List.of("c d e f g", "c d e f h"), List.of("a a b b"));
      assertThat(asked).containsExactly("a b", "b").inOrder();
      assertThat(evaluation.sources()).isEqualTo(2);
      assertThat(evaluation.bleu()).isEqualTo(Bleu.standard().corpus(translations, references));
      assertThat(evaluation.chrf()).isEqualTo(Chrf.standard().corpus(translations, references));
      assertThat(evaluation.quality()).isEqualTo(Quality.bleu(evaluation.bleu().score()));
      assertThat(evaluation.toString()).startsWith("BLEU = ");
      assertThat(evaluation.toString()).contains("chrF2 = ");
      assertThat(evaluation.toString()).endsWith(" 17 tokens, 2 sources");
    }
  }

  @Test
  void noExamplesAreRefused() {
    try (PairModel model = untrained()) {
      assertThat(assertThrows(IllegalArgumentException.class, () -> model.evaluate(List.of())))
          .hasMessageThat()
          .startsWith("no examples");
    }
  }

  @Test
  void qualitiesReadAsPeopleWriteThem() {
    assertThat(Quality.accuracy(0.825).toString()).isEqualTo("accuracy 82.5 %");
    assertThat(Quality.bleu(31.24).toString()).isEqualTo("BLEU 31.2");
  }
}
