package dev.rondo.runtime.kernel;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.AttentionScore;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.reference.WholeNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Writing and foretelling with whole numbers of 8 bits, against their equations in Java. */
class Int8StepsTest {
  private static final int FEATURES = 24;
  private static final int UNITS = 40;
  private static final int FEW = 31;

  /** Too many to look up what the lowest layer makes of each, whatever the cell. */
  private static final int MANY = 1_048_576 / UNITS + 1;

  private static final Foretold.Wanted ALL = new Foretold.Wanted(true, true, true);

  private NDManager manager;
  private final Random random = new Random(4);

  @BeforeEach
  void open() {
    Assumptions.assumeTrue(QuantizedEngine.isThere());
    manager = Torch.newManager(Device.cpu());
  }

  @AfterEach
  void close() {
    if (manager != null) {
      manager.close();
    }
  }

  private NDArray array(double bound, long... shape) {
    Shape sizes = new Shape(shape);
    float[] values = new float[Math.toIntExact(sizes.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    return manager.create(values, sizes).duplicate();
  }

  private CellWeights cell(Cell cell, int inputs, List<NDArray> initial) {
    long rows = (long) cell.gates() * UNITS;
    return new CellWeights(
        cell,
        array(0.3, rows, inputs),
        array(0.3, rows, UNITS),
        array(0.3, rows),
        array(0.3, rows),
        initial);
  }

  /** Two layers, of which the lower starts from a learned state that is beyond 1. */
  private List<CellWeights> layers(Cell cell) {
    List<NDArray> initial =
        IntStream.range(0, cell.states()).mapToObj(state -> array(1.5, UNITS)).toList();
    return List.of(cell(cell, FEATURES, initial), cell(cell, UNITS, List.of()));
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double[] doubles(NDArray array) {
    float[] floats = array.toFloatArray();
    return IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
  }

  private static double[] sum(double[] some, double[] others) {
    return IntStream.range(0, some.length).mapToDouble(i -> some[i] + others[i]).toArray();
  }

  private static double[] joined(double[] some, double[] others) {
    double[] all = Arrays.copyOf(some, some.length + others.length);
    System.arraycopy(others, 0, all, some.length, others.length);
    return all;
  }

  /** Layers in float64 whose products are of rounded numbers. */
  private static final class Equations {
    private final List<CellWeights> layers;
    private final List<double[]> h = new ArrayList<>();
    private final List<double[]> c = new ArrayList<>();
    private final boolean bounded;
    private final boolean looksUp;

    /**
     * @param bounded whether a state has one scale, and not one of its own at each step
     * @param looksUp whether what the lowest layer makes of a token is not rounded
     */
    Equations(List<CellWeights> layers, boolean bounded, boolean looksUp) {
      this.layers = layers;
      this.bounded = bounded;
      this.looksUp = looksUp;
      for (CellWeights layer : layers) {
        double[] zeros = new double[UNITS];
        h.add(layer.initial().isEmpty() ? zeros : doubles(layer.initial().get(0)));
        c.add(layer.initial().size() < 2 ? zeros : doubles(layer.initial().get(1)));
      }
    }

    /** The scale of values within ±1, or within where the lower layer starts. */
    private double most(int layer, double[] values, Cell cell) {
      if (!bounded || cell == Cell.RELU) {
        return WholeNumbers.most(values);
      }
      double[] start =
          layers.get(layer).initial().isEmpty()
              ? new double[UNITS]
              : doubles(layers.get(layer).initial().get(0));
      return Math.max(1, WholeNumbers.most(start));
    }

    private static double[] exactly(double[] weight, double[] values) {
      double[] sums = new double[weight.length / values.length];
      for (int i = 0; i < weight.length; i++) {
        sums[i / values.length] += weight[i] * values[i % values.length];
      }
      return sums;
    }

    double[] step(double[] x) {
      double[] y = x;
      for (int k = 0; k < layers.size(); k++) {
        CellWeights layer = layers.get(k);
        Cell cell = layer.cell();
        double[] w = doubles(layer.inputWeight());
        double[] u = doubles(layer.hiddenWeight());
        double[] before = h.get(k);
        double own = most(k, before, cell);
        double[] hidden = doubles(layer.hiddenBias());
        double[] sums = doubles(layer.inputBias());
        if (k > 0 && cell != Cell.GRU) {
          double[] all = joined(y, before);
          double[][] rows = new double[sums.length][];
          for (int row = 0; row < rows.length; row++) {
            rows[row] =
                WholeNumbers.rows(
                    joined(
                        Arrays.copyOfRange(w, row * y.length, (row + 1) * y.length),
                        Arrays.copyOfRange(u, row * UNITS, (row + 1) * UNITS)),
                    all.length)[0];
          }
          double most =
              bounded && cell != Cell.RELU
                  ? Math.max(own, most(k - 1, y, cell))
                  : WholeNumbers.most(all);
          sums = sum(sums, WholeNumbers.product(rows, all, most));
        } else {
          double below = k == 0 ? WholeNumbers.most(y) : most(k - 1, y, cell);
          sums =
              sum(
                  sums,
                  k == 0 && looksUp
                      ? exactly(w, y)
                      : WholeNumbers.product(WholeNumbers.rows(w, y.length), y, below));
          hidden = sum(hidden, WholeNumbers.product(WholeNumbers.rows(u, UNITS), before, own));
        }
        y = new double[UNITS];
        double[] cells = c.get(k).clone();
        for (int i = 0; i < UNITS; i++) {
          int second = UNITS + i;
          int third = 2 * UNITS + i;
          int fourth = 3 * UNITS + i;
          switch (cell) {
            case LSTM -> {
              cells[i] =
                  sigmoid(sums[second] + hidden[second]) * cells[i]
                      + sigmoid(sums[i] + hidden[i]) * Math.tanh(sums[third] + hidden[third]);
              y[i] = sigmoid(sums[fourth] + hidden[fourth]) * Math.tanh(cells[i]);
            }
            case GRU -> {
              double z = sigmoid(sums[second] + hidden[second]);
              double r = sigmoid(sums[i] + hidden[i]);
              double n = Math.tanh(sums[third] + r * hidden[third]);
              y[i] = (1 - z) * n + z * before[i];
            }
            case TANH -> y[i] = Math.tanh(sums[i] + hidden[i]);
            case RELU -> y[i] = Math.max(0, sums[i] + hidden[i]);
          }
        }
        h.set(k, y);
        c.set(k, cells);
      }
      return y;
    }

    /** The log probabilities of the next token. */
    double[] foretold(NDArray weight, NDArray bias) {
      int top = layers.size() - 1;
      double[] y = h.get(top);
      double[] scores =
          sum(
              WholeNumbers.product(
                  WholeNumbers.rows(doubles(weight), UNITS),
                  y,
                  most(top, y, layers.get(top).cell())),
              doubles(bias));
      double highest = Arrays.stream(scores).max().orElseThrow();
      double all = Arrays.stream(scores).map(score -> Math.exp(score - highest)).sum();
      return Arrays.stream(scores).map(score -> score - highest - Math.log(all)).toArray();
    }
  }

  private static double[] row(NDArray embedding, int token) {
    return doubles(embedding.get(token + ":" + (token + 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "LSTM, true",
    "LSTM, false",
    "GRU, true",
    "GRU, false",
    "TANH, true",
    "RELU, true",
    "RELU, false"
  })
  void textsAreForetoldAsByTheEquationsOnRoundedNumbers(Cell cell, boolean few) {
    int vocabulary = few ? FEW : MANY;
    NDArray embedding = array(1, vocabulary, FEATURES);
    NDArray weight = array(0.5, vocabulary, UNITS);
    NDArray bias = array(0.5, vocabulary);
    List<CellWeights> layers = layers(cell);
    int[] read = {3, 1, 4, 15, 9, 2, 6};
    int[] next = {1, 4, 15, 9, 2, 6, 5};
    Equations equations = new Equations(layers, true, few);
    double expected = 0;
    for (int i = 0; i < read.length; i++) {
      equations.step(row(embedding, read[i]));
      expected -= equations.foretold(weight, bias)[next[i]];
    }
    try (GenerationLoop loop =
            GenerationLoop.of(manager, PlanPrecision.INT8, embedding, layers, weight, bias, 1);
        StepState start = loop.start()) {
      GenerationLoop.Read found = loop.read(start, new int[] {-1}, List.of(read), List.of(next));
      try (StepState state = found.state()) {
        float[] values = state.values();
        double[] top = equations.h.get(1);
        int from = values.length - cell.states() * UNITS;
        for (int i = 0; i < UNITS; i++) {
          assertWithMessage("unit %s", i).that((double) values[from + i]).isWithin(2e-3).of(top[i]);
        }
        assertThat(found.loss()).isWithin(5e-3 * read.length).of(expected);
        // in two parts, the second of which goes on from the first
        try (StepState half = part(loop, start, -1, read, next, 0, 3).state()) {
          GenerationLoop.Read rest = part(loop, half, 0, read, next, 3, 7);
          assertThat(rest.state().values()).isEqualTo(values);
          rest.state().close();
        }
      }
    }
  }

  private static GenerationLoop.Read part(
      GenerationLoop loop, StepState state, int row, int[] read, int[] next, int from, int to) {
    return loop.read(
        state,
        new int[] {row},
        List.of(Arrays.copyOfRange(read, from, to)),
        List.of(Arrays.copyOfRange(next, from, to)));
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void theLikeliestTokensOfTheEquationsAreWritten(Cell cell) {
    NDArray embedding = array(1, FEW, FEATURES);
    NDArray weight = array(0.5, FEW, UNITS);
    NDArray bias = array(0.5, FEW);
    List<CellWeights> layers = layers(cell);
    try (GenerationLoop loop =
            GenerationLoop.of(manager, PlanPrecision.INT8, embedding, layers, weight, bias, 1);
        StepState start = loop.start()) {
      GenerationLoop.Written written =
          loop.greedy(start, new long[] {3, 7}, 30, GenerationLoop.NO_STOP);
      written.state().close();
      assertThat(written.tokens()).hasLength(30);
      Equations equations = new Equations(layers, true, true);
      equations.step(row(embedding, 3));
      equations.step(row(embedding, 7));
      for (long token : written.tokens()) {
        double[] likely = equations.foretold(weight, bias);
        likely[1] = Double.NEGATIVE_INFINITY;
        assertThat(likely[(int) token])
            .isWithin(0.02)
            .of(Arrays.stream(likely).max().orElseThrow());
        equations.step(row(embedding, (int) token));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void anyDivisionIntoCallsWritesTheSame(Cell cell) {
    List<CellWeights> layers = layers(cell);
    double[] uniforms = random.doubles(24).toArray();
    SamplingSettings settings = new SamplingSettings(0.9, 8, 0.95);
    try (GenerationLoop loop =
            GenerationLoop.of(
                manager,
                PlanPrecision.INT8,
                array(1, FEW, FEATURES),
                layers,
                array(0.5, FEW, UNITS),
                array(0.5, FEW));
        StepState start = loop.start()) {
      GenerationLoop.Written whole = loop.sample(start, new long[] {3}, uniforms, settings, -1);
      GenerationLoop.Written first =
          loop.sample(start, new long[] {3}, Arrays.copyOf(uniforms, 10), settings, -1);
      try (StepState again = loop.state(first.state().values())) {
        GenerationLoop.Written second =
            loop.sample(again, new long[0], Arrays.copyOfRange(uniforms, 10, 24), settings, -1);
        long[] both = Arrays.copyOf(first.tokens(), 24);
        System.arraycopy(second.tokens(), 0, both, 10, 14);
        assertThat(both).isEqualTo(whole.tokens());
        assertThat(second.state().values()).isEqualTo(whole.state().values());
        second.state().close();
      }
      first.state().close();
      whole.state().close();
    }
  }

  /** Beside texts of other lengths, and of features of other magnitudes. */
  @ParameterizedTest
  @EnumSource(Cell.class)
  void aTextAmongOthersIsForetoldAsAlone(Cell cell) {
    NDArray embedding = array(1, MANY, FEATURES);
    embedding.set(new ai.djl.ndarray.index.NDIndex("5:6"), embedding.get("5:6").mul(100));
    try (GenerationLoop loop =
            GenerationLoop.of(
                manager,
                PlanPrecision.INT8,
                embedding,
                layers(cell),
                array(0.5, MANY, UNITS),
                array(0.5, MANY));
        StepState start = loop.start()) {
      int[] text = {3, 1, 4, 1};
      int[] next = {1, 4, 1, 9};
      GenerationLoop.Read alone = loop.read(start, new int[] {-1}, List.of(text), List.of(next));
      GenerationLoop.Read together =
          loop.read(
              start,
              new int[] {-1, -1, -1},
              List.of(new int[] {5, 5, 5, 5}, text, new int[] {5}),
              List.of(new int[4], next, new int[1]));
      float[] own = alone.state().values();
      float[] all = together.state().values();
      for (int i = 0; i < own.length; i++) {
        int array = i / UNITS;
        assertThat(all[3 * array * UNITS + UNITS + i % UNITS]).isWithin(1e-5f).of(own[i]);
      }
      assertThat(together.loss()).isWithin(1e-3).of(alone.loss());
      alone.state().close();
      together.state().close();
    }
  }

  private DecoderSteps decoder(
      PlanPrecision precision,
      NDArray embedding,
      CellWeights gru,
      Optional<Attention> attention,
      NDArray weight,
      NDArray bias) {
    return DecoderSteps.of(manager, precision, embedding, List.of(gru), attention, weight, bias);
  }

  @Test
  void aDecoderForetellsAsTheEquationsOnRoundedNumbers() {
    NDArray embedding = array(1, FEW, FEATURES);
    NDArray weight = array(0.5, FEW, UNITS);
    NDArray bias = array(0.5, FEW);
    NDArray start = array(3, UNITS);
    CellWeights gru = cell(Cell.GRU, FEATURES, List.of(start));
    Equations equations = new Equations(List.of(gru), false, false);
    try (DecoderSteps steps =
            decoder(PlanPrecision.INT8, embedding, gru, Optional.empty(), weight, bias);
        DecoderRun run =
            steps.start(
                List.of(start.reshape(1, UNITS)),
                Optional.empty(),
                new Foretold.Wanted(true, true, false))) {
      for (int token : new int[] {0, 5, 9, 30}) {
        Foretold found = run.next(new int[] {0}, new int[] {token}, FEW);
        equations.step(row(embedding, token));
        double[] expected = equations.foretold(weight, bias);
        for (int place = 0; place < FEW; place++) {
          assertThat((double) found.logProbability(0, place))
              .isWithin(1e-2)
              .of(expected[found.token(0, place)]);
        }
      }
    }
  }

  /** Whatever the rows beside it: more of the same source, other sources, or none. */
  @Test
  void aHypothesisIsForetoldAsAloneAndAlmostAsWith32Bits() {
    NDArray embedding = array(1, FEW, FEATURES);
    NDArray weight = array(0.5, FEW, UNITS);
    NDArray bias = array(0.5, FEW);
    CellWeights gru = cell(Cell.GRU, FEATURES, List.of());
    Attention attention =
        new Attention(AttentionScore.DOT, array(0.3, UNITS, 2 * UNITS), List.of());
    NDArray state = array(1, 3, UNITS);
    Attention.Memory memory =
        new Attention.Memory(array(1, 3, 4, UNITS), array(1, 3, 4, UNITS), Optional.empty());
    Attention.Memory last =
        new Attention.Memory(
            memory.keys().get("2:3"), memory.values().get("2:3"), Optional.empty());
    int[][] parents = {{0, 1, 2}, {0, 0, 0, 2, 2}, {4, 3, 4}, {2}};
    int[][] tokens = {{0, 0, 0}, {7, 8, 9, 3, 4}, {5, 6, 11}, {2}};
    int[] alone = {0, 4, 11, 2};
    int[] rowOfAlone = {2, 4, 2, 0};
    try (DecoderSteps steps =
            decoder(PlanPrecision.INT8, embedding, gru, Optional.of(attention), weight, bias);
        DecoderSteps exact =
            decoder(PlanPrecision.FLOAT32, embedding, gru, Optional.of(attention), weight, bias);
        DecoderRun together = steps.start(List.of(state), Optional.of(memory), ALL);
        DecoderRun single = steps.start(List.of(state.get("2:3")), Optional.of(last), ALL);
        DecoderRun floats = exact.start(List.of(state.get("2:3")), Optional.of(last), ALL)) {
      double furthest = 0;
      for (int call = 0; call < parents.length; call++) {
        Foretold some = together.next(parents[call], tokens[call], FEW);
        Foretold one = single.next(new int[] {0}, new int[] {alone[call]}, FEW);
        Foretold exactly = floats.next(new int[] {0}, new int[] {alone[call]}, FEW);
        int row = rowOfAlone[call];
        for (int place = 0; place < FEW; place++) {
          assertThat(some.token(row, place)).isEqualTo(one.token(0, place));
          assertThat(some.logProbability(row, place))
              .isWithin(1e-5f)
              .of(one.logProbability(0, place));
        }
        furthest = Math.max(furthest, Math.abs(one.end(0) - exactly.end(0)));
        assertThat(one.end(0)).isWithin(0.05f).of(exactly.end(0));
      }
      assertThat(furthest).isGreaterThan(1e-4);
    }
  }
}
