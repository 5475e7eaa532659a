package dev.rondo.runtime.kernel;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.AttentionScore;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecoderStepsTest {
  private static final int VOCABULARY = 40;
  private static final int UNITS = 6;
  private static final int FEATURES = 5;
  private static final Foretold.Wanted ALL = new Foretold.Wanted(true, true, true);

  private NDManager manager;
  private final Random random = new Random(4);

  @BeforeEach
  void open() {
    manager = Torch.newManager(Device.cpu());
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray array(long... shape) {
    Shape sizes = new Shape(shape);
    float[] values = new float[Math.toIntExact(sizes.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return manager.create(values, sizes);
  }

  private CellWeights gru() {
    return new CellWeights(
        Cell.GRU,
        array(3 * UNITS, FEATURES),
        array(3 * UNITS, UNITS),
        array(3 * UNITS),
        array(3 * UNITS));
  }

  private Attention attention() {
    return new Attention(AttentionScore.DOT, array(UNITS, 2 * UNITS), List.of());
  }

  private DecoderSteps steps(Optional<Attention> attention) {
    return DecoderSteps.of(
        manager,
        array(VOCABULARY, FEATURES),
        List.of(gru()),
        attention,
        array(VOCABULARY, UNITS),
        array(VOCABULARY));
  }

  private Attention.Memory memory(int batch, int time) {
    return new Attention.Memory(
        array(batch, time, UNITS), array(batch, time, UNITS), Optional.empty());
  }

  private Foretold foretold(float[][] scores, int width, Foretold.Wanted wanted) {
    return Foretold.of(manager.create(scores), Optional.empty(), width, wanted);
  }

  @Test
  void ofEqualScoresTheLowestTokensComeFirst() {
    float[][] scores = new float[3][VOCABULARY];
    for (int i = 0; i < VOCABULARY; i++) {
      scores[1][i] = random.nextInt(4);
      scores[2][i] = random.nextFloat();
    }
    for (int width = 1; width <= VOCABULARY + 2; width++) {
      Foretold found = foretold(scores, width, ALL);
      assertThat(found.width()).isEqualTo(Math.min(width, VOCABULARY));
      for (int row = 0; row < scores.length; row++) {
        float[] own = scores[row];
        int[] expected =
            IntStream.range(0, VOCABULARY)
                .boxed()
                .sorted(Comparator.comparingDouble(token -> -own[token]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int place = 0; place < found.width(); place++) {
          assertThat(found.token(row, place)).isEqualTo(expected[place]);
        }
      }
    }
  }

  @Test
  void logProbabilitiesAreThoseOfAllTokensEvenOfThoseThatAreNotWanted() {
    float[][] scores = {{1, 5, 2, 0.5f}};
    double sum = Math.exp(1) + Math.exp(5) + Math.exp(2) + Math.exp(0.5);
    Foretold known = foretold(scores, 2, new Foretold.Wanted(false, true, false));
    assertThat(known.token(0, 0)).isEqualTo(2);
    assertThat(known.token(0, 1)).isEqualTo(0);
    assertThat(known.logProbability(0, 0)).isWithin(1e-6f).of((float) (2 - Math.log(sum)));
    assertThat(known.end(0)).isWithin(1e-6f).of((float) (1 - Math.log(sum)));
    assertThat(known.shares(0)).isEmpty();
    assertThat(foretold(scores, 1, ALL).token(0, 0)).isEqualTo(1);
    Foretold unscored = foretold(scores, 1, new Foretold.Wanted(false, false, false));
    assertThat(unscored.token(0, 0)).isEqualTo(2);
    assertThat(unscored.logProbability(0, 0)).isEqualTo(0f);
  }

  /** Whatever the rows beside it: more of the same source, other sources, or none. */
  @Test
  void aHypothesisIsForetoldAsAlone() {
    Attention attention = attention();
    try (DecoderSteps steps = steps(Optional.of(attention))) {
      NDArray state = array(3, UNITS);
      Attention.Memory memory = memory(3, 4);
      int[][] parents = {{0, 1, 2}, {0, 0, 0, 2, 2}, {4, 3, 4}, {2}};
      int[][] tokens = {{0, 0, 0}, {7, 8, 9, 3, 4}, {5, 6, 11}, {2}};
      // the last row of the last call: source 2, then tokens 0, 4, 11, 2
      int[] alone = {0, 4, 11, 2};
      try (DecoderRun together = steps.start(List.of(state), Optional.of(memory), ALL);
          DecoderRun single =
              steps.start(
                  List.of(state.get("2:3")),
                  Optional.of(
                      new Attention.Memory(
                          memory.keys().get("2:3"), memory.values().get("2:3"), Optional.empty())),
                  ALL)) {
        int[] rowOfAlone = {2, 4, 2, 0};
        for (int call = 0; call < parents.length; call++) {
          Foretold some = together.next(parents[call], tokens[call], 5);
          Foretold one = single.next(new int[] {0}, new int[] {alone[call]}, 5);
          int row = rowOfAlone[call];
          assertThat(some.end(row)).isWithin(1e-5f).of(one.end(0));
          assertThat(some.shares(row)).usingTolerance(1e-5).containsExactly(one.shares(0));
          for (int place = 0; place < 5; place++) {
            assertThat(some.token(row, place)).isEqualTo(one.token(0, place));
            assertThat(some.logProbability(row, place))
                .isWithin(1e-5f)
                .of(one.logProbability(0, place));
          }
        }
      }
    }
  }

  @Test
  void fewRowsGiveWhatManyGive() {
    try (DecoderSteps steps = steps(Optional.empty())) {
      NDArray state = array(20, UNITS);
      int[] rows = IntStream.range(0, 20).toArray();
      int[] tokens = Arrays.stream(rows).map(row -> row + 2).toArray();
      try (DecoderRun many = steps.start(List.of(state), Optional.empty(), ALL)) {
        Foretold all = many.next(rows, tokens, 3);
        for (int count : new int[] {1, 2, 5, 12, 13}) {
          try (DecoderRun few = steps.start(List.of(state), Optional.empty(), ALL)) {
            Foretold some = few.next(Arrays.copyOf(rows, count), Arrays.copyOf(tokens, count), 3);
            for (int row = 0; row < count; row++) {
              assertThat(some.token(row, 0)).isEqualTo(all.token(row, 0));
              assertThat(some.logProbability(row, 0))
                  .isWithin(1e-5f)
                  .of(all.logProbability(row, 0));
            }
          }
        }
      }
    }
  }

  @Test
  void whatDoesNotFitIsRefusedBeforePyTorchSeesIt() {
    try (DecoderSteps steps = steps(Optional.of(attention()))) {
      List<NDArray> state = List.of(array(2, UNITS));
      assertThat(messageOf(() -> steps.start(state, Optional.empty(), ALL)))
          .isEqualTo("attention and a memory need each other");
      assertThat(messageOf(() -> steps.start(state, Optional.of(memory(3, 4)), ALL)))
          .startsWith("keys has shape (3, 4, 6), expected (2, 4, 6)");
      assertThat(messageOf(() -> steps.start(List.of(), Optional.of(memory(2, 4)), ALL)))
          .isEqualTo("a state of 0 arrays, expected 1");
      assertThat(messageOf(() -> steps.start(List.of(array(2, 5)), Optional.of(memory(2, 4)), ALL)))
          .startsWith("the state's array 0 has shape (2, 5)");
      try (DecoderRun run = steps.start(state, Optional.of(memory(2, 4)), ALL)) {
        assertThat(messageOf(() -> run.next(new int[] {2}, new int[] {0}, 1)))
            .isEqualTo("parent 2 is not one of 2 rows");
        assertThat(messageOf(() -> run.next(new int[] {0}, new int[] {VOCABULARY}, 1)))
            .isEqualTo("token 40 is not in the vocabulary of 40");
        assertThat(messageOf(() -> run.next(new int[] {1, 0}, new int[] {0, 0}, 1)))
            .isEqualTo("row 1 is not in the order of the sources");
        assertThat(messageOf(() -> run.next(new int[] {}, new int[] {}, 1)))
            .isEqualTo("0 parents and 0 tokens, expected as many, at least 1");
        assertThat(messageOf(() -> run.next(new int[] {0}, new int[] {0}, 0)))
            .isEqualTo("width is 0, must be at least 1");
      }
    }
    Attention wide = new Attention(AttentionScore.DOT, array(7, 14), List.of());
    assertThat(messageOf(() -> steps(Optional.of(wide))))
        .startsWith("output has shape (7, 14), expected (6, 14)");
  }

  private static String messageOf(Runnable work) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, work::run).getMessage());
  }
}
