package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.data.text.TextSource;
import dev.rondo.runtime.data.text.TextStreams;
import dev.rondo.runtime.data.text.Vocabulary;
import dev.rondo.runtime.decode.Sampling;
import dev.rondo.runtime.decode.TextWriter;
import dev.rondo.runtime.decode.TinyLanguage;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.reference.ReferenceLanguage;
import dev.rondo.runtime.reference.ReferenceWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Perplexity, by hand and by the equations in double. */
class TextEvaluatorTest {
  /** Without other weights the scores are the bias: the logarithms of these probabilities. */
  private static final double[] PROBABILITIES = {1 / 8.0, 1 / 8.0, 1 / 2.0, 1 / 4.0};

  @TempDir private Path folder;

  private static TextCodec codec(String text) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.CHARACTERS, "", false);
    learner.add(text);
    return learner.build(100, 1);
  }

  @Test
  void aModelOfKnownProbabilitiesHasThePerplexityWorkedOutByHand() throws IOException {
    // by frequency: a is token 2, b is token 3
    TextCodec codec = codec("aab");
    TinyLanguage network = new TinyLanguage(codec.size(), true);
    try (NetworkHost host = NetworkHost.restore(network, Device.cpu(), known(network))) {
      TextEvaluator evaluator =
          new TextEvaluator(host, network, codec, new TextWriter(host, network, codec));

      // 1 bit for each a, 2 for each b, 3 for what is unknown; none for the end of a text
      TextEvaluation some = evaluator.evaluate(List.of("aab", "b", "", "z"));
      assertThat(some.tokens()).isEqualTo(5);
      assertThat(some.bits()).isWithin(1e-6).of((1 + 1 + 2 + 2 + 3) / 5.0);
      assertThat(some.perplexity()).isWithin(1e-5).of(Math.pow(2, 9 / 5.0));
      assertThat(some.loss()).isWithin(1e-6).of(9 / 5.0 * Math.log(2));

      Path first = Files.writeString(folder.resolve("first"), "aab");
      Path second = Files.writeString(folder.resolve("second"), "ab".repeat(500));
      TextEvaluation files = evaluator.evaluate(TextSource.of(first, second));
      assertThat(files.tokens()).isEqualTo(1003);
      assertThat(files.bits()).isWithin(1e-6).of((4 + 1500) / 1003.0);
    }
  }

  /** Three lines of three words: six tokens, as the literature counts. */
  @Test
  void textThatIsCutCountsItsTokensAndOneEndALine() throws IOException {
    TextCodec.Learner learner = TextCodec.learner(Tokens.WHITESPACE, "", false).lines();
    learner.add("a a\na\n");
    TextCodec codec = learner.build(100, 1); // a is token 2, the end of a line token 3
    TinyLanguage network = new TinyLanguage(codec.size(), true);
    try (NetworkHost host = NetworkHost.restore(network, Device.cpu(), known(network))) {
      TextEvaluator evaluator =
          new TextEvaluator(host, network, codec, new TextWriter(host, network, codec));
      // 1 bit for each a, 2 for each end of a line, 3 for b, which is unknown
      double bits = (1 + 3 + 2) + 2 + (1 + 2);
      for (String text : List.of("a b\n\na", "a b\n\na\n", " a  b \r\n\r\n a ")) {
        TextEvaluation alone = evaluator.evaluate(List.of(text));
        assertThat(alone.tokens()).isEqualTo(6);
        assertThat(alone.bits()).isWithin(1e-6).of(bits / 6);
        assertThat(alone.perplexity()).isWithin(1e-5).of(Math.pow(2, bits / 6));
        Path file = Files.writeString(folder.resolve("lines"), text);
        TextEvaluation read = evaluator.evaluate(TextSource.of(file));
        assertThat(read.tokens()).isEqualTo(6);
        assertThat(read.perplexity()).isWithin(1e-5).of(Math.pow(2, bits / 6));
      }
    }
  }

  private static Weights known(TinyLanguage network) {
    Map<String, Weights.Tensor> tensors = new LinkedHashMap<>();
    network
        .weightShapes()
        .forEach(
            (name, shape) -> {
              int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
              tensors.put(name, new Weights.Tensor(shape, new float[size]));
            });
    float[] bias = new float[PROBABILITIES.length];
    for (int token = 0; token < bias.length; token++) {
      bias[token] = (float) Math.log(PROBABILITIES[token]);
    }
    tensors.put("dense.bias", new Weights.Tensor(new long[] {bias.length}, bias));
    return new Weights(tensors);
  }

  @Test
  void aTrainedModelHasThePerplexityOfItsEquations() throws IOException {
    try (TinyWriter trained = trained()) {
      // more texts than are read side by side, and some longer than one window and than two
      List<String> texts = new ArrayList<>();
      Random random = new Random(1);
      for (int i = 0; i < 50; i++) {
        texts.add(text(random, i % 10 == 0 ? 130 + random.nextInt(200) : random.nextInt(40)));
      }
      TextEvaluation all = trained.evaluator.evaluate(texts);
      TextEvaluation expected = equations(trained, texts);
      assertThat(all.tokens()).isEqualTo(expected.tokens());
      assertThat(all.loss()).isWithin(1e-5).of(expected.loss());
      assertThat(all.perplexity()).isWithin(1e-4).of(Math.exp(expected.loss()));
      assertThat(all.bits()).isWithin(1e-5).of(expected.loss() / Math.log(2));
    }
  }

  @Test
  void textsWithNothingToReadAreRefused() throws IOException {
    try (TinyWriter trained = trained()) {
      for (List<String> texts : List.of(List.<String>of(), List.of(""))) {
        assertThat(
                assertThrows(
                    IllegalArgumentException.class, () -> trained.evaluator.evaluate(texts)))
            .hasMessageThat()
            .startsWith("there is no text with tokens, so that there is nothing to evaluate on.");
      }
    }
  }

  @Test
  void filesShorterThanTwoWindowsAreReadAsTheTextsThatTheyAre() throws IOException {
    try (TinyWriter trained = trained()) {
      Random random = new Random(2);
      List<String> texts = List.of(text(random, 150), text(random, 60), text(random, 30));
      List<Path> files = new ArrayList<>();
      for (String text : texts) {
        files.add(Files.writeString(folder.resolve("file" + files.size()), text));
      }
      TextEvaluation all = trained.evaluator.evaluate(TextSource.of(files.toArray(new Path[0])));
      TextEvaluation expected = equations(trained, texts);
      assertThat(all.tokens()).isEqualTo(expected.tokens());
      assertThat(all.loss()).isWithin(1e-5).of(expected.loss());
    }
  }

  @Test
  void tiedWeightsAreOneArrayAfterTrainingAndInACopy() throws IOException {
    String text = "abracadabra simsalabim";
    Sampling greedy = Sampling.greedy().maximumLength(40);
    try (TinyWriter trained = trained()) {
      Weights weights = trained.host.weights();
      assertThat(weights.tensors()).doesNotContainKey("dense.weight");
      // the equations score by the embedding
      double expected = equations(trained, List.of(text)).loss();
      assertThat(trained.evaluator.evaluate(List.of(text)).loss()).isWithin(1e-5).of(expected);

      TinyLanguage network = new TinyLanguage(trained.codec.size(), true);
      NetworkHost host = NetworkHost.restore(network, Device.cpu(), weights);
      try (TinyWriter copy = new TinyWriter(trained.codec, network, host, TrainingHistory.none())) {
        assertThat(copy.evaluator.evaluate(List.of(text)).loss()).isWithin(1e-5).of(expected);
        assertThat(copy.write("abra", greedy)).isEqualTo(trained.write("abra", greedy));
        // and they stay so where training goes on
        try (TinyWriter next = new TinyTextTrainer().continueFrom(copy).epochs(1).fit(magic())) {
          assertThat(next.weights().keySet()).isEqualTo(trained.weights().keySet());
          assertThat(next.weights()).isNotEqualTo(trained.weights());
          assertThat(next.evaluator.evaluate(List.of(text)).loss())
              .isWithin(1e-5)
              .of(equations(next, List.of(text)).loss());
        }
      }
    }
  }

  @Test
  void greedyWritingIsTheLikeliestTokenOfTheEquations() throws IOException {
    try (TinyWriter trained = trained()) {
      ReferenceLanguage equations = language(trained);
      int[] read = {TextStreams.BOUNDARY};
      for (int i = 0; i < 40; i++) {
        double[] scores = equations.scores(read)[read.length - 1];
        int best = likeliest(scores);
        assertThat(best).isNotEqualTo(TextStreams.BOUNDARY);
        read = Arrays.copyOf(read, read.length + 1);
        read[read.length - 1] = best;
      }
      assertThat(trained.write("", Sampling.greedy().maximumLength(40)))
          .isEqualTo(trained.codec.decode(read));
    }
  }

  /** The unknown token is never written. */
  private static int likeliest(double[] scores) {
    int best = TextStreams.BOUNDARY;
    for (int token = 0; token < scores.length; token++) {
      best = token != Vocabulary.UNKNOWN && scores[token] > scores[best] ? token : best;
    }
    return best;
  }

  private TinyWriter trained() throws IOException {
    return new TinyTextTrainer().fit(magic());
  }

  private Path magic() throws IOException {
    return Files.writeString(folder.resolve("magic"), "abracadabra simsalabim ".repeat(20));
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("abracdsimlx ".charAt(random.nextInt(12)));
    }
    return text.toString();
  }

  private static ReferenceLanguage language(TinyWriter trained) {
    return new ReferenceLanguage(6, 2, ReferenceWeights.of(trained.host.weights()));
  }

  /** Foretells each text from its beginning; its end is not foretold. */
  private static TextEvaluation equations(TinyWriter trained, List<String> texts) {
    ReferenceLanguage equations = language(trained);
    double sum = 0;
    int count = 0;
    for (String text : texts) {
      int[] targets = trained.codec.tokens(text);
      int[] inputs = new int[targets.length];
      if (targets.length > 0) {
        inputs[0] = TextStreams.BOUNDARY;
        System.arraycopy(targets, 0, inputs, 1, targets.length - 1);
        sum += equations.loss(inputs, targets);
        count += targets.length;
      }
    }
    return new TextEvaluation(count, sum / count);
  }
}
