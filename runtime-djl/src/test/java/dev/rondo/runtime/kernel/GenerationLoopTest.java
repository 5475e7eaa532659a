package dev.rondo.runtime.kernel;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GenerationLoopTest {
  private static final int VOCABULARY = 11;
  private static final int UNITS = 6;
  private static final long[] OPENING = {3, 1, 4, 1, 5};
  private static final SamplingSettings PLAIN = new SamplingSettings(1, 0, 1);

  /** The 99.9 % quantiles of the chi-square distribution from one degree of freedom on. */
  private static final double[] CHI_SQUARES = {
    10.83, 13.82, 16.27, 18.47, 20.52, 22.46, 24.32, 26.12, 27.88, 29.59
  };

  private final NDManager manager = Torch.newManager(Device.cpu());
  private final Random random = new Random(5);
  private final NDArray embedding = gaussian(VOCABULARY, UNITS);
  private final NDArray dense = gaussian(VOCABULARY, UNITS);
  private final NDArray bias = gaussian(VOCABULARY);

  @AfterEach
  void free() {
    manager.close();
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void greedyWritingTakesTheLikeliestTokenStepByStep(Cell cell) {
    assertGreedy(cell, embedding, dense, bias);
  }

  /** There are too many to look up what the lowest layer makes of each. */
  @ParameterizedTest
  @EnumSource(names = {"LSTM", "TANH"})
  void largeVocabulariesAreWrittenStepByStepToo(Cell cell) {
    int tokens = 1_048_576 / (cell.gates() * UNITS) + 1;
    assertGreedy(cell, gaussian(tokens, UNITS), gaussian(tokens, UNITS), gaussian(tokens));
  }

  @Test
  void theEmbeddingCanScoreTheTokens() {
    assertGreedy(Cell.LSTM, embedding, embedding, bias);
  }

  private void assertGreedy(Cell cell, NDArray vectors, NDArray scoring, NDArray tokenBias) {
    List<CellWeights> layers = layers(cell);
    try (StepStack stack = StepStack.of(manager, layers, scoring, tokenBias);
        GenerationLoop loop = GenerationLoop.of(manager, vectors, layers, scoring, tokenBias)) {
      List<Long> expected = new ArrayList<>();
      float[] scores = new float[0];
      StepState state = stack.zeroState(1);
      for (int i = 0; i < OPENING.length + 40; i++) {
        long token = i < OPENING.length ? OPENING[i] : argmax(scores);
        if (i >= OPENING.length) {
          expected.add(token);
        }
        StepStack.Step step = stack.step(manager, vectors.get("{}:{}", token, token + 1), state);
        state.close();
        state = step.state();
        scores = step.output().toFloatArray();
      }
      state.close();

      assertThat(tokens(loop, start -> loop.greedy(start, OPENING, 40, GenerationLoop.NO_STOP)))
          .containsExactlyElementsIn(expected)
          .inOrder();
    }
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void anyDivisionIntoCallsWritesTheSame(Cell cell) {
    double[] uniforms = random.doubles(30).toArray();
    SamplingSettings settings = new SamplingSettings(0.9, 8, 0.95);
    try (GenerationLoop loop = loop(cell)) {
      List<Long> whole =
          tokens(loop, s -> loop.sample(s, OPENING, uniforms, settings, GenerationLoop.NO_STOP));
      assertThat(whole).hasSize(30);
      for (int part : new int[] {1, 7, 29}) {
        List<Long> parts = new ArrayList<>();
        StepState state = loop.start();
        for (int from = 0; from < 30; from += part) {
          double[] some = Arrays.copyOfRange(uniforms, from, Math.min(30, from + part));
          long[] given = from == 0 ? OPENING : new long[0];
          GenerationLoop.Written written =
              loop.sample(state, given, some, settings, GenerationLoop.NO_STOP);
          state.close();
          // what was saved goes on as well
          state = loop.state(written.state().values());
          written.state().close();
          LongStream.of(written.tokens()).forEach(parts::add);
        }
        state.close();
        assertThat(parts).isEqualTo(whole);
      }
    }
  }

  @Test
  void writingEndsBehindTheStopToken() {
    try (GenerationLoop loop = loop(Cell.GRU)) {
      double[] uniforms = random.doubles(200).toArray();
      List<Long> free =
          tokens(loop, s -> loop.sample(s, OPENING, uniforms, PLAIN, GenerationLoop.NO_STOP));
      long stop = free.get(20);
      assertThat(tokens(loop, s -> loop.sample(s, OPENING, uniforms, PLAIN, stop)))
          .isEqualTo(free.subList(0, free.indexOf(stop) + 1));

      List<Long> greedy = tokens(loop, s -> loop.greedy(s, OPENING, 9, GenerationLoop.NO_STOP));
      long end = greedy.get(4);
      assertThat(tokens(loop, s -> loop.greedy(s, OPENING, 9, end)))
          .isEqualTo(greedy.subList(0, greedy.indexOf(end) + 1));
    }
  }

  @Test
  void nothingIsWrittenWhereNothingIsAskedFor() {
    try (GenerationLoop loop = loop(Cell.LSTM)) {
      assertThat(tokens(loop, s -> loop.greedy(s, OPENING, 0, 1))).isEmpty();
      assertThat(tokens(loop, s -> loop.sample(s, OPENING, new double[0], PLAIN, 1))).isEmpty();
      try (StepState start = loop.start();
          StepState read = loop.greedy(start, OPENING, 0, 1).state()) {
        assertThat(read.values()).isNotEqualTo(start.values());
      }
    }
  }

  @Test
  void excludedTokensAreNeverWritten() {
    long[] never = LongStream.range(0, VOCABULARY).filter(t -> t != 2 && t != 7).toArray();
    try (GenerationLoop loop =
        GenerationLoop.of(manager, embedding, layers(Cell.LSTM), dense, bias, never)) {
      double[] uniforms = random.doubles(300).toArray();
      uniforms[0] = 0;
      uniforms[1] = Math.nextDown(1.0);
      for (SamplingSettings settings :
          List.of(PLAIN, new SamplingSettings(5, 0, 0.999), new SamplingSettings(5, 9, 1))) {
        assertThat(
                tokens(
                    loop, s -> loop.sample(s, OPENING, uniforms, settings, GenerationLoop.NO_STOP)))
            .containsAtLeast(2L, 7L);
        assertThat(
                tokens(
                    loop, s -> loop.sample(s, OPENING, uniforms, settings, GenerationLoop.NO_STOP)))
            .containsNoneIn(LongStream.of(never).boxed().toList());
      }
    }
  }

  /** Each of many uniform numbers falls to the token that plain Java finds for it. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 1",
    "0.5, 0, 1",
    "2, 0, 1",
    "1, 1, 1",
    "1, 4, 1",
    "1, 50, 1",
    "1, 0, 0.7",
    "1, 0, 0.01",
    "0.8, 6, 0.8",
    "0.01, 0, 1",
    "1e-40, 0, 1",
    "4.9e-324, 0, 1",
    "1e-200, 4, 0.9",
    "1e10, 0, 1",
    "1e300, 0, 1",
    "1e300, 3, 1",
    "1.7e308, 0, 0.5"
  })
  void uniformNumbersInvertTheDistribution(double temperature, int topK, double topP) {
    List<CellWeights> layers = layers(Cell.LSTM);
    SamplingSettings settings = new SamplingSettings(temperature, topK, topP);
    try (StepStack stack = StepStack.of(manager, layers, dense, bias);
        GenerationLoop loop = GenerationLoop.of(manager, embedding, layers, dense, bias);
        StepState zero = stack.zeroState(1);
        StepState start = loop.start();
        StepState read = loop.greedy(start, new long[] {3}, 0, 0).state()) {
      StepStack.Step step = stack.step(manager, embedding.get("3:4"), zero);
      step.state().close();
      float[] scores = step.output().toFloatArray();
      for (double uniform : random.doubles(500).toArray()) {
        GenerationLoop.Written written =
            loop.sample(read, new long[0], new double[] {uniform}, settings, 0);
        written.state().close();
        assertWithMessage("uniform number %s", uniform)
            .that(written.tokens())
            .isEqualTo(new long[] {expected(scores, uniform, settings)});
      }
    }
  }

  /**
   * Many tokens of a model whose scores never change, drawn in one call: by a chi-square test at
   * 0.1 %, with a degree of freedom less than there are tokens that may be drawn.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 1, 11",
    "0.5, 0, 1, 11",
    "1.7, 0, 1, 11",
    "1, 4, 1, 4",
    "0.8, 7, 1, 7",
    "1, 0, 0.75, 5",
    "2, 8, 0.8, 6",
    "1e30, 0, 1, 11",
    "1e300, 4, 1, 4",
    "1e308, 0, 0.5, 6"
  })
  void frequenciesOfDrawnTokensMatchTheirProbabilities(
      double temperature, int topK, double topP, int left) {
    int draws = 5_000;
    float[] scores = {0.5f, -1, 2, 0, 1, -0.5f, 1.5f, 0.3f, -2, 0.8f, -0.2f};
    SamplingSettings settings = new SamplingSettings(temperature, topK, topP);
    double[] probabilities = probabilities(scores, settings);
    double[] uniforms = new SplittableRandom(7).doubles(draws).toArray();
    double[] counts = new double[VOCABULARY];
    try (GenerationLoop loop =
        GenerationLoop.of(
            manager,
            embedding,
            layers(Cell.LSTM),
            manager.zeros(new Shape(VOCABULARY, UNITS)),
            manager.create(scores).duplicate())) {
      tokens(loop, s -> loop.sample(s, OPENING, uniforms, settings, GenerationLoop.NO_STOP))
          .forEach(token -> counts[Math.toIntExact(token)]++);
    }
    double chiSquare = 0;
    int possible = 0;
    for (int token = 0; token < VOCABULARY; token++) {
      double expected = draws * probabilities[token];
      if (expected == 0) {
        assertWithMessage("draws of token %s", token).that(counts[token]).isEqualTo(0.0);
      } else {
        chiSquare += Math.pow(counts[token] - expected, 2) / expected;
        possible++;
      }
    }
    assertWithMessage("tokens that may be drawn").that(possible).isEqualTo(left);
    assertThat(chiSquare).isLessThan(CHI_SQUARES[left - 2]);
  }

  /** Returns the probability with which each token is to be drawn; 0 if never. */
  private static double[] probabilities(float[] scores, SamplingSettings settings) {
    double highest = scores[(int) argmax(scores)];
    double[] likely = new double[scores.length];
    Integer[] order = IntStream.range(0, likely.length).boxed().toArray(Integer[]::new);
    for (int i = 0; i < likely.length; i++) {
      likely[i] = Math.exp((scores[i] - highest) / settings.temperature());
    }
    Arrays.sort(order, Comparator.comparingDouble(i -> -scores[i]));
    int most = settings.topK() > 0 ? settings.topK() : likely.length;
    double sum = Arrays.stream(order).limit(most).mapToDouble(i -> likely[i]).sum();
    double[] kept = new double[scores.length];
    double reached = 0;
    for (int i = 0; i < most && reached < settings.topP() * sum; i++) {
      kept[order[i]] = likely[order[i]];
      reached += likely[order[i]];
    }
    for (int i = 0; i < kept.length; i++) {
      kept[i] /= reached;
    }
    return kept;
  }

  private static long expected(float[] scores, double uniform, SamplingSettings settings) {
    double highest = scores[(int) argmax(scores)];
    double[] likely = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < likely.length; i++) {
      likely[i] = Math.exp((scores[i] - highest) / settings.temperature());
      sum += likely[i];
    }
    Integer[] order = IntStream.range(0, likely.length).boxed().toArray(Integer[]::new);
    int kept = order.length;
    if (settings.topK() > 0 || settings.topP() < 1) {
      Arrays.sort(order, Comparator.comparingDouble(i -> -scores[i]));
      if (settings.topK() > 0) {
        kept = Math.min(kept, settings.topK());
        sum = 0;
        for (int i = 0; i < kept; i++) {
          sum += likely[order[i]];
        }
      }
      double reached = 0;
      for (int i = 0; i < kept; i++) {
        reached += likely[order[i]];
        if (reached >= settings.topP() * sum) {
          kept = i + 1;
        }
      }
      sum = Math.min(sum, reached);
    }
    double below = 0;
    for (int i = 0; i < kept; i++) {
      below += likely[order[i]];
      if (below > uniform * sum) {
        return order[i];
      }
    }
    throw new AssertionError("no token for " + uniform);
  }

  @Test
  void samplingLeavesPyTorchsRandomNumbersAlone() {
    try (GenerationLoop loop = loop(Cell.LSTM)) {
      JniUtils.setSeed(5);
      float[] undisturbed = manager.randomUniform(0, 1, new Shape(8)).toFloatArray();
      JniUtils.setSeed(5);
      double[] uniforms = random.doubles(50).toArray();
      assertThat(tokens(loop, s -> loop.sample(s, OPENING, uniforms, PLAIN, -1))).hasSize(50);
      assertThat(manager.randomUniform(0, 1, new Shape(8)).toFloatArray()).isEqualTo(undisturbed);
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    try (GenerationLoop loop = loop(Cell.LSTM);
        GenerationLoop other = loop(Cell.LSTM);
        StepState start = loop.start()) {
      assertThat(refused(() -> loop.greedy(start, new long[] {11}, 1, 0)))
          .isEqualTo("token 11 is not in the vocabulary of 11");
      assertThat(refused(() -> loop.greedy(start, new long[] {-1}, 1, 0)))
          .isEqualTo("token -1 is not in the vocabulary of 11");
      assertThat(refused(() -> other.greedy(start, OPENING, 1, 0)))
          .isEqualTo("the state belongs to another stack");
      assertThat(refused(() -> loop.sample(start, OPENING, new double[] {1}, PLAIN, 0)))
          .isEqualTo("uniform number 1.0, must be in [0, 1)");
      assertThat(refused(() -> loop.state(new float[48])))
          .isEqualTo("a state of 48 values, expected 24");
    }
    List<CellWeights> layers = layers(Cell.LSTM);
    assertThat(refused(() -> GenerationLoop.of(manager, gaussian(11, 5), layers, dense, bias)))
        .isEqualTo("the embedding has shape (11, 5), expected (11, 6)");
    long[] all = LongStream.range(0, VOCABULARY).toArray();
    assertThat(refused(() -> GenerationLoop.of(manager, embedding, layers, dense, bias, all)))
        .isEqualTo("no token is left to be written");
    assertThat(refused(() -> new SamplingSettings(0, 0, 1)))
        .isEqualTo("temperature is 0.0, must be above 0");
    assertThat(refused(() -> new SamplingSettings(1, -1, 1)))
        .isEqualTo("topK is -1, must be 0 or more");
    assertThat(refused(() -> new SamplingSettings(1, 0, 0)))
        .isEqualTo("topP is 0.0, must be in (0, 1]");
  }

  private static String refused(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  private GenerationLoop loop(Cell cell) {
    return GenerationLoop.of(manager, embedding, layers(cell), dense, bias);
  }

  private List<CellWeights> layers(Cell cell) {
    return new Stack(cell, UNITS, new int[] {UNITS, UNITS}, false, 3).cells(manager);
  }

  private NDArray gaussian(long... shape) {
    float[] values = new float[(int) new Shape(shape).size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return manager.create(values, new Shape(shape)).duplicate();
  }

  private static List<Long> tokens(
      GenerationLoop loop, Function<StepState, GenerationLoop.Written> write) {
    try (StepState start = loop.start()) {
      GenerationLoop.Written written = write.apply(start);
      written.state().close();
      return LongStream.of(written.tokens()).boxed().toList();
    }
  }

  private static long argmax(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }
}
