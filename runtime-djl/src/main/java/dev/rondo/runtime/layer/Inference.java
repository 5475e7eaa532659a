package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.rondo.runtime.data.LengthOrder;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.engine.NativeCalls;
import dev.rondo.runtime.kernel.PlanPrecision;
import dev.rondo.runtime.kernel.PlanProgram;
import dev.rondo.runtime.plan.Operator;
import dev.rondo.runtime.plan.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a predictor's network answers: by one program, which is made of the network's {@link Plan} at
 * the first call, and whose weights are put once into the form that the processor reads fastest.
 * What no operator of plans stands for, and what is computed on a GPU, goes layer by layer.
 *
 * <p>Safe for use by many threads, which compute side by side.
 *
 * @param <R> a row: the numbers of what is asked
 * @param <S> its scores
 */
public final class Inference<R, S> {
  private static final Logger LOG = LoggerFactory.getLogger(Inference.class);

  private final NetworkHost host;
  private final ToIntFunction<R> length;
  private final Function<R, Steps[]> inputs;
  private final Layers<R, S> layers;
  private final Split<S> split;
  private final Prepared<PlanProgram> program;
  private volatile @Nullable Shape shape;

  /** What a network computes of a batch, layer by layer. */
  private interface Layers<R, S> {
    List<S> scores(List<R> rows);

    List<NDArray> outputs(Pass pass, List<R> rows);
  }

  /** Makes the scores of each row of those of a batch. */
  private interface Split<S> {
    List<S> rows(float[] all, PlanRows batch, int rows);
  }

  /**
   * The plan, and what it expects of a row; no plan where the network goes layer by layer.
   *
   * @param widths features of each input
   * @param columns symbols of each input
   * @param single whether an input is a vector
   */
  private record Shape(Optional<Plan> plan, int[] widths, int[] columns, boolean[] single) {}

  private Inference(
      NetworkHost host,
      ToIntFunction<R> length,
      Function<R, Steps[]> inputs,
      Layers<R, S> layers,
      Split<S> split) {
    this.host = host;
    this.length = length;
    this.inputs = inputs;
    this.layers = layers;
    this.split = split;
    this.program = host.prepare(this::load, PlanProgram::close);
  }

  /**
   * Answers rows of tokens by one array of scores.
   *
   * @param forward computes the scores of a batch: (batch, scores)
   */
  public static Inference<int[], float[]> ofTokens(
      NetworkHost host, BiFunction<Pass, List<int[]>, NDArray> forward) {
    return ofOneHead(
        host, row -> row.length, row -> new Steps[] {Steps.tokens(row)}, forward);
  }

  /**
   * Answers rows of steps by one array of scores.
   *
   * @param forward computes the scores of a batch: (batch, scores)
   */
  public static Inference<Steps, float[]> ofSteps(
      NetworkHost host, BiFunction<Pass, List<Steps>, NDArray> forward) {
    return ofOneHead(host, Steps::length, row -> new Steps[] {row}, forward);
  }

  private static <R> Inference<R, float[]> ofOneHead(
      NetworkHost host,
      ToIntFunction<R> length,
      Function<R, Steps[]> inputs,
      BiFunction<Pass, List<R>, NDArray> forward) {
    return new Inference<>(
        host,
        length,
        inputs,
        new Layers<>() {
          @Override
          public List<float[]> scores(List<R> rows) {
            return host.scores(rows, length, forward);
          }

          @Override
          public List<NDArray> outputs(Pass pass, List<R> rows) {
            return List.of(forward.apply(pass, rows));
          }
        },
        (all, batch, rows) -> {
          int width = all.length / batch.rows();
          List<float[]> scores = new ArrayList<>();
          for (int row = 0; row < rows; row++) {
            scores.add(Arrays.copyOfRange(all, row * width, (row + 1) * width));
          }
          return scores;
        });
  }

  /**
   * Answers rows of several inputs by the scores of each head.
   *
   * @param length the number of steps of a row, of which heads for each step have as many answers
   * @param heads in the order of the arrays that {@code forward} gives
   * @param forward computes the scores of a batch, as {@link NetworkHost#scoresOfHeads} wants them
   */
  public static Inference<Steps[], float[][]> ofHeads(
      NetworkHost host,
      ToIntFunction<Steps[]> length,
      List<HeadShape> heads,
      BiFunction<Pass, List<Steps[]>, NDList> forward) {
    return new Inference<>(
        host,
        length,
        row -> row,
        new Layers<>() {
          @Override
          public List<float[][]> scores(List<Steps[]> rows) {
            return host.scoresOfHeads(rows, length, heads, forward);
          }

          @Override
          public List<NDArray> outputs(Pass pass, List<Steps[]> rows) {
            return forward.apply(pass, rows);
          }
        },
        (all, batch, rows) -> split(all, batch, rows, heads, length));
  }

  private static List<float[][]> split(
      float[] all,
      PlanRows batch,
      int rows,
      List<HeadShape> heads,
      ToIntFunction<Steps[]> length) {
    List<float[][]> scores = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      scores.add(new float[heads.size()][]);
    }
    int at = 0;
    for (int head = 0; head < heads.size(); head++) {
      HeadShape shape = heads.get(head);
      for (int row = 0; row < batch.rows(); row++) {
        int steps = shape.eachStep() ? length.applyAsInt(batch.row(row)) : 1;
        int to = at + shape.size() * steps;
        if (row < rows) {
          scores.get(row)[head] = Arrays.copyOfRange(all, at, to);
        }
        at = to;
      }
    }
    if (at != all.length) {
      throw new IllegalStateException("%s scores, expected %s".formatted(all.length, at));
    }
    return scores;
  }

  /**
   * Computes the scores of rows, in batches of similar length.
   *
   * @return the scores of each row, in the order of the rows
   * @throws IllegalStateException after the host was closed
   */
  public List<S> scores(List<R> rows) {
    if (host.device().isGpu() || rows.isEmpty() || rows.stream().anyMatch(Objects::isNull)) {
      return layers.scores(rows);
    }
    return host.whileOpen(
        () ->
            rows.size() == 1
                ? batch(rows)
                : LengthOrder.inBatches(
                    rows, length, NetworkHost.predictionBatch(), this::batch));
  }

  private List<S> batch(List<R> rows) {
    NativeCalls.goOn();
    Shape known = shape(rows);
    if (known.plan().isEmpty()) {
      return layers.scores(rows);
    }
    PlanRows batch = PlanRows.of(FewShapes.rows(rows), inputs);
    if (!suits(known, batch)) {
      return layers.scores(rows);
    }
    return host.withThreads(
        batch.rows(),
        batch.longest(),
        () -> split.rows(program.use(made -> made.run(batch)), batch, rows.size()));
  }

  /** Whatever is wrong with a batch, the layers say. */
  private static boolean suits(Shape known, PlanRows batch) {
    for (int input = 0; input < known.widths().length; input++) {
      if (!batch.fits(input, known.widths()[input], known.columns()[input])
          || (known.single()[input] && !batch.single(input))) {
        return false;
      }
    }
    return known.plan().orElseThrow().aligned().stream()
        .allMatch(pair -> batch.aligned(pair.input(), pair.other()));
  }

  private Shape shape(List<R> rows) {
    Shape known = shape;
    return known == null ? plan(rows) : known;
  }

  private synchronized Shape plan(List<R> rows) {
    Shape known = shape;
    if (known == null) {
      known = shaped(rows);
      shape = known;
    }
    return known;
  }

  private Shape shaped(List<R> rows) {
    Steps[] row = inputs.apply(rows.get(0));
    int[] widths = Arrays.stream(row).mapToInt(Steps::width).toArray();
    int[] columns = Arrays.stream(row).mapToInt(Steps::columns).toArray();
    boolean[] single = new boolean[row.length];
    Optional<Plan> plan = planned(rows);
    plan.ifPresent(
        all ->
            all.steps().stream()
                .filter(step -> reads(step) && step.kind() == Plan.Kind.VECTORS)
                .forEach(step -> single[step.input()] = true));
    return new Shape(plan, widths, columns, single);
  }

  private static boolean reads(Plan.Step step) {
    return step.operator() instanceof Operator.Symbols
        || step.operator() instanceof Operator.Features;
  }

  private Optional<Plan> planned(List<R> rows) {
    try (NDManager scratch = host.manager().newSubManager()) {
      PlanPass pass = new PlanPass(scratch);
      List<Integer> outputs =
          layers.outputs(pass, rows).stream()
              .map(output -> PlannedArray.of(output).place())
              .toList();
      return Optional.of(pass.plan().build(outputs));
    } catch (UnsupportedOperationException e) {
      LOG.debug("the network is computed layer by layer: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private PlanProgram load(NDManager manager) {
    Plan plan = plan().orElseThrow(() -> new IllegalStateException("there is no plan"));
    return PlanProgram.load(manager, plan, PlanPrecision.FLOAT32, host::weight);
  }

  /** Returns the plan; empty where the network goes layer by layer, and before the first call. */
  Optional<Plan> plan() {
    Shape known = shape;
    return known == null ? Optional.empty() : known.plan();
  }
}
