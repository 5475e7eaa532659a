package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import ai.djl.ndarray.NDArray;
import dev.rondo.Optimizer;
import dev.rondo.runtime.data.text.TextSource;
import dev.rondo.runtime.data.text.TextStreams;
import dev.rondo.runtime.data.text.Window;
import dev.rondo.runtime.decode.Sampling;
import dev.rondo.runtime.decode.TinyLanguage;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
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
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Truncated backpropagation through time, and what happens beside it. */
class TextTrainingTest {
  private static final double RATE = 0.5;

  @TempDir private Path folder;

  /** Weights change as by descending the gradient of each window from the state carried there. */
  @Property(tries = 40, seed = "20261121")
  void aTrainingDescendsWindowByWindowFromTheStatesCarried(
      @ForAll @CharRange(from = 'a', to = 'd') @StringLength(min = 1, max = 24) String text,
      @ForAll @IntRange(min = 1, max = 30) int window,
      @ForAll @IntRange(min = 1, max = 1000) int seed) {
    withFiles(
        List.of(text),
        files -> {
          try (TinyWriter trained = descent(seed, window).fit(files)) {
            assertWeights(trained, descended(trained, text, window, seed));
          }
        });
  }

  /** The gradients of a group of windows change the weights together, each token counting once. */
  @Property(tries = 40, seed = "20261127")
  void windowsThatAreAddedUpDescendTheGradientOfAllTheirTokens(
      @ForAll @CharRange(from = 'a', to = 'd') @StringLength(min = 1, max = 24) String text,
      @ForAll @IntRange(min = 1, max = 10) int window,
      @ForAll @IntRange(min = 2, max = 4) int group,
      @ForAll @IntRange(min = 1, max = 1000) int seed) {
    withFiles(
        List.of(text),
        files -> {
          try (TinyWriter trained = descent(seed, window).accumulate(group).fit(files)) {
            assertWeights(trained, descended(trained, text, window, seed, group));
          }
        });
  }

  /** Truncated after the whole text or later it is backpropagation through the whole text. */
  @Property(tries = 40, seed = "20261121")
  void aWindowAsLongAsTheTextGivesTheStepOfOneWholePass(
      @ForAll @CharRange(from = 'a', to = 'd') @StringLength(min = 1, max = 24) String text,
      @ForAll @IntRange(min = 0, max = 100) int more,
      @ForAll @IntRange(min = 1, max = 1000) int seed) {
    withFiles(
        List.of(text),
        files -> {
          // the boundary behind the text is foretold too
          int length = text.length() + 1;
          try (TinyWriter exact = descent(seed, length).fit(files);
              TinyWriter longer = descent(seed, length + more).fit(files)) {
            assertThat(longer.weights()).isEqualTo(exact.weights());
            assertThat(longer.history.epochs().get(0).trainingLoss())
                .isWithin(1e-5)
                .of(meanLoss(start(exact, seed), exact, List.of(text)));
            assertWeights(exact, descended(exact, text, length, seed));
          }
        });
  }

  /** With steps that change nothing, the loss is that of each text from its beginning. */
  @Property(tries = 40, seed = "20261121")
  void anyWindowForetellsFromAllOfTheTextBefore(
      @ForAll @Size(min = 1, max = 4)
          List<@CharRange(from = 'a', to = 'd') @StringLength(min = 1, max = 24) String> texts,
      @ForAll @IntRange(min = 1, max = 30) int window,
      @ForAll @IntRange(min = 1, max = 1000) int seed) {
    withFiles(
        texts,
        files -> {
          TinyTextTrainer still = descent(seed, window).learningRate(1e-30);
          try (TinyWriter same = still.fit(files)) {
            assertThat(same.history.epochs().get(0).trainingLoss())
                .isWithin(1e-5)
                .of(meanLoss(start(same, seed), same, texts));
          }
        });
  }

  @Test
  void writingBetweenTheStepsDisturbsNothing() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "abracadabra simsalabim ".repeat(20));
    TinyTextTrainer busy = new TinyTextTrainer().dropout(0.3);
    List<String> written = new ArrayList<>();
    busy.listener(
        new TrainingListener() {
          @Override
          public void onBatch(BatchProgress progress) {
            Sampling sampling = Sampling.atRandom().temperature(0.9).topK(5).maximumLength(10);
            written.add(busy.running().write("abra", sampling));
          }
        });
    try (TinyWriter quiet = new TinyTextTrainer().dropout(0.3).fit(text);
        TinyWriter disturbed = busy.fit(text)) {
      assertThat(written.size()).isAtLeast(30);
      assertThat(disturbed.weights()).isEqualTo(quiet.weights());
    }
  }

  @Test
  void twoTrainingsAtOnceEachLearnWhatTheyLearnAlone() throws Exception {
    Path magic = Files.writeString(folder.resolve("magic"), "abracadabra simsalabim ".repeat(20));
    Path fox = Files.writeString(folder.resolve("fox"), "the quick brown fox jumps. ".repeat(20));
    Outcome first = Outcome.of(new TinyTextTrainer().seed(1).dropout(0.3), magic);
    Outcome second = Outcome.of(new TinyTextTrainer().seed(2).dropout(0.3), fox);
    CyclicBarrier eachBatch = new CyclicBarrier(2);
    CompletableFuture<Outcome> one =
        inAThread(new TinyTextTrainer().seed(1).dropout(0.3), magic, eachBatch);
    CompletableFuture<Outcome> two =
        inAThread(new TinyTextTrainer().seed(2).dropout(0.3), fox, eachBatch);

    assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(first);
    assertThat(two.get(60, TimeUnit.SECONDS)).isEqualTo(second);
    for (Outcome outcome : List.of(first, second)) {
      assertThat(outcome.losses()).hasSize(3);
      assertThat(outcome.losses().get(2)).isLessThan(0.9 * outcome.losses().get(0));
    }
  }

  /** Some channels close when their thread is interrupted: finished epochs would be lost. */
  @Test
  void anInterruptWithTheLastBatchOfAnEpochLeavesTheBestWeights() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "abracadabra simsalabim ".repeat(20));
    Path dev = Files.writeString(folder.resolve("dev"), "simsalabim abracadabra ".repeat(2_000));
    TinyTextTrainer trainer = new TinyTextTrainer();
    trainer
        .validateOn(dev)
        .epochs(20)
        .listener(
            new TrainingListener() {
              @Override
              public void onBatch(BatchProgress progress) {
                if (progress.epoch() == 3 && progress.done() == progress.examples()) {
                  Thread.currentThread()
                      .interrupt(); // so the validation reads its file interrupted
                }
              }
            });
    try (TinyWriter model = trainer.fit(text)) {
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
      assertThat(model.history.epochs()).hasSize(3);
      assertThat(model.history.bestEpoch()).isEqualTo(3);
      double validationLoss =
          Objects.requireNonNull(model.history.epochs().get(2).validationLoss());
      assertThat(model.evaluator.evaluate(TextSource.of(dev)).loss())
          .isWithin(1e-6)
          .of(validationLoss);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void anInterruptBeforeTheTrainingEndsItAfterOneBatch() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "abracadabra simsalabim ".repeat(20));
    Thread.currentThread().interrupt();
    try (TinyWriter model = new TinyTextTrainer().fit(text)) {
      assertThat(model.history.epochs()).isEmpty();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /** What a training gave. */
  private record Outcome(Map<String, List<Float>> weights, List<Double> losses) {
    static Outcome of(TinyTextTrainer trainer, Path text) {
      try (TinyWriter trained = trainer.fit(text)) {
        return new Outcome(
            trained.weights(),
            trained.history.epochs().stream().map(EpochReport::trainingLoss).toList());
      }
    }
  }

  /** The other training takes a step at the same time as each of this one's first ones. */
  private static CompletableFuture<Outcome> inAThread(
      TinyTextTrainer trainer, Path text, CyclicBarrier eachBatch) {
    trainer.listener(
        new TrainingListener() {
          private int batches;

          @Override
          public void onBatch(BatchProgress progress) {
            if (++batches > 30) {
              return;
            }
            try {
              eachBatch.await(60, TimeUnit.SECONDS);
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          }
        });
    return CompletableFuture.supplyAsync(
        () -> Outcome.of(trainer, text), work -> new Thread(work, "trains").start());
  }

  /** Returns a trainer of one stream that follows the plain gradient once through the text. */
  private static TinyTextTrainer descent(long seed, int window) {
    return new TinyTextTrainer()
        .optimizer(Optimizer.SGD)
        .momentum(0)
        .clipNorm(0)
        .learningRate(RATE)
        .epochs(1)
        .batchSize(1)
        .seed(seed)
        .truncateAfter(window);
  }

  /** Returns the weights that a training with this seed starts with. */
  private static Weights start(TinyWriter trained, long seed) {
    TinyLanguage network = new TinyLanguage(trained.codec.size(), false);
    try (NetworkHost host = NetworkHost.initialize(network, Device.cpu(), seed)) {
      return host.weights();
    }
  }

  /** Returns the weights after a step for each window of one text. */
  private static Weights descended(TinyWriter trained, String text, int window, long seed) {
    return descended(trained, text, window, seed, 1);
  }

  /** Returns the weights after a step for each so many windows of one text. */
  private static Weights descended(
      TinyWriter trained, String text, int window, long seed, int group) {
    int[] tokens = bounded(trained, text);
    Weights weights = start(trained, seed);
    Map<String, float[]> carried = new LinkedHashMap<>();
    List<Window> together = new ArrayList<>();
    for (int from = 0; from < tokens.length - 1; from += window) {
      int to = Math.min(from + window, tokens.length - 1);
      Window part =
          new Window(
              List.of(Arrays.copyOfRange(tokens, from, to)),
              List.of(Arrays.copyOfRange(tokens, from + 1, to + 1)),
              List.of(from == 0 ? -1 : 0));
      together.add(part);
      if (together.size() == group || to == tokens.length - 1) {
        weights = stepped(trained.codec.size(), weights, together, carried);
        together.clear();
      }
    }
    return weights;
  }

  private static Weights stepped(
      int vocabulary, Weights weights, List<Window> windows, Map<String, float[]> carried) {
    TinyLanguage network = new TinyLanguage(vocabulary, false);
    try (NetworkHost host = NetworkHost.restore(network, Device.cpu(), weights)) {
      double all = windows.stream().mapToInt(Window::tokens).sum();
      Map<String, double[]> gradients = new LinkedHashMap<>();
      for (Window window : windows) {
        Gradients.of(host, pass -> loss(network, pass, window, carried))
            .forEach(
                (name, part) -> {
                  double[] sum = gradients.computeIfAbsent(name, n -> new double[part.length]);
                  for (int i = 0; i < sum.length; i++) {
                    sum[i] += part[i] * window.tokens() / all;
                  }
                });
      }
      Map<String, Weights.Tensor> next = new LinkedHashMap<>();
      weights
          .tensors()
          .forEach(
              (name, tensor) -> {
                float[] values = tensor.values().clone();
                // the initial state takes part in the first window only
                double[] gradient = gradients.getOrDefault(name, new double[values.length]);
                for (int i = 0; i < values.length; i++) {
                  values[i] -= (float) (RATE * gradient[i]);
                }
                next.put(name, new Weights.Tensor(tensor.shape(), values));
              });
      return new Weights(next);
    }
  }

  /** The state comes from Java's numbers: there is nothing before it that could get a gradient. */
  private static NDArray loss(
      TinyLanguage network, Pass pass, Window window, Map<String, float[]> carried) {
    StreamState state = new StreamState(pass);
    state.restore(carried, 1);
    NDArray scores = network.forward(pass, TokenBatch.of(pass, window.inputs()), state);
    carried.putAll(state.values());
    return Losses.nextToken(scores, Losses.targets(pass.manager(), window, Losses.IGNORED), 0);
  }

  /** Returns the mean loss by the equations, each text from its beginning to its end. */
  private static double meanLoss(Weights weights, TinyWriter reader, List<String> texts) {
    ReferenceLanguage equations = new ReferenceLanguage(6, 2, ReferenceWeights.of(weights));
    double sum = 0;
    int count = 0;
    for (String text : texts) {
      int[] tokens = bounded(reader, text);
      int[] targets = Arrays.copyOfRange(tokens, 1, tokens.length);
      sum += equations.loss(Arrays.copyOf(tokens, targets.length), targets);
      count += targets.length;
    }
    return sum / count;
  }

  private static int[] bounded(TinyWriter reader, String text) {
    int[] tokens = reader.codec.tokens(text);
    int[] bounded = new int[tokens.length + 2];
    System.arraycopy(tokens, 0, bounded, 1, tokens.length);
    bounded[0] = TextStreams.BOUNDARY;
    bounded[tokens.length + 1] = TextStreams.BOUNDARY;
    return bounded;
  }

  private static void assertWeights(TinyWriter actual, Weights expected) {
    Map<String, Weights.Tensor> tensors = actual.host.weights().tensors();
    assertThat(tensors.keySet()).isEqualTo(expected.tensors().keySet());
    expected
        .tensors()
        .forEach(
            (name, tensor) ->
                assertWithMessage(name)
                    .that(tensors.getOrDefault(name, tensor).values())
                    .usingTolerance(1e-5)
                    .containsExactly(tensor.values())
                    .inOrder());
  }

  /** Runs something with files of these texts, which are there as long as it runs. */
  private static void withFiles(List<String> texts, Consumer<Path[]> work) {
    List<Path> files = new ArrayList<>();
    try {
      try {
        for (String text : texts) {
          files.add(Files.writeString(Files.createTempFile("rondo", ".txt"), text));
        }
        work.accept(files.toArray(new Path[0]));
      } finally {
        for (Path file : files) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
