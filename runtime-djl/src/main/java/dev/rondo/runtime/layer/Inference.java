package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.LengthOrder;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.engine.NativeCalls;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.kernel.PlanProgram;
import dev.rondo.runtime.plan.Plan;
import dev.rondo.runtime.serve.Precision;
import dev.rondo.runtime.serve.Serving;
import dev.rondo.runtime.serve.ServingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
public final class Inference<R, S> implements Serving {
  private static final int WARM_UP_ROUNDS = 40;

  /** Steps of the input of a check. */
  private static final int CHECKED = 8;

  private static final int[] WARM_UP_LENGTHS = {4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 64};

  private final NetworkHost host;
  private final ToIntFunction<R> length;
  private final Function<R, Steps[]> inputs;
  private final Layers<R, S> layers;
  private final Split<S> split;
  private final List<InputShape> shapes;
  private final Function<Steps[], R> row;
  private final NetworkPlan plan;
  private final ByPrecision<PlanProgram> programs;
  private volatile @Nullable Gathering<R, S> gathering;
  private volatile @Nullable ServingListener listener;
  private Duration delay = Duration.ZERO;
  private int size = 1;
  private int mostWaiting = Integer.MAX_VALUE;

  /** What a network computes of a batch, layer by layer. */
  private interface Layers<R, S> {
    List<S> scores(List<R> rows);

    List<NDArray> outputs(Pass pass, List<R> rows);
  }

  /** Makes the scores of each row of those of a batch. */
  private interface Split<S> {
    List<S> rows(float[] all, PlanRows batch, int rows);
  }

  private Inference(
      NetworkHost host,
      ToIntFunction<R> length,
      List<InputShape> shapes,
      Function<R, Steps[]> inputs,
      Function<Steps[], R> row,
      Layers<R, S> layers,
      Split<S> split) {
    this.host = host;
    this.shapes = List.copyOf(shapes);
    this.row = row;
    this.length = length;
    this.inputs = inputs;
    this.layers = layers;
    this.split = split;
    this.plan =
        new NetworkPlan(
            host, shapes, (pass, blank) -> layers.outputs(pass, List.of(row.apply(blank))));
    this.programs = PlanPrograms.of(host, plan);
  }

  /**
   * Answers rows of tokens by one array of scores.
   *
   * @param forward computes the scores of a batch: (batch, scores)
   */
  public static Inference<int[], float[]> ofTokens(
      NetworkHost host, BiFunction<Pass, List<int[]>, NDArray> forward) {
    return ofOneHead(
        host,
        row -> row.length,
        InputShape.tokens(),
        row -> new Steps[] {Steps.tokens(row)},
        inputs -> inputs[0].symbols(),
        forward);
  }

  /**
   * Answers rows of steps by one array of scores.
   *
   * @param shape of a row
   * @param forward computes the scores of a batch: (batch, scores)
   */
  public static Inference<Steps, float[]> ofSteps(
      NetworkHost host, InputShape shape, BiFunction<Pass, List<Steps>, NDArray> forward) {
    return ofOneHead(
        host, Steps::length, shape, row -> new Steps[] {row}, inputs -> inputs[0], forward);
  }

  private static <R> Inference<R, float[]> ofOneHead(
      NetworkHost host,
      ToIntFunction<R> length,
      InputShape shape,
      Function<R, Steps[]> inputs,
      Function<Steps[], R> row,
      BiFunction<Pass, List<R>, NDArray> forward) {
    return new Inference<>(
        host,
        length,
        List.of(shape),
        inputs,
        row,
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
          for (int i = 0; i < rows; i++) {
            scores.add(Arrays.copyOfRange(all, i * width, (i + 1) * width));
          }
          return scores;
        });
  }

  /**
   * Answers rows of several inputs by the scores of each head.
   *
   * @param shapes of the inputs
   * @param length the number of steps of a row, of which heads for each step have as many answers
   * @param heads in the order of the arrays that {@code forward} gives
   * @param forward computes the scores of a batch, as {@link NetworkHost#scoresOfHeads} wants them
   */
  public static Inference<Steps[], float[][]> ofHeads(
      NetworkHost host,
      List<InputShape> shapes,
      ToIntFunction<Steps[]> length,
      List<HeadShape> heads,
      BiFunction<Pass, List<Steps[]>, NDList> forward) {
    return new Inference<>(
        host,
        length,
        shapes,
        row -> row,
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
      float[] all, PlanRows batch, int rows, List<HeadShape> heads, ToIntFunction<Steps[]> length) {
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
   * Computes the scores of rows, in batches of similar length; a row alone together with those that
   * other threads ask for, where {@link #batching} says so.
   *
   * @return the scores of each row, in the order of the rows
   * @throws IllegalStateException after the host was closed
   */
  public List<S> scores(List<R> rows) {
    ServingListener told = listener;
    if (told == null) {
      return answered(rows);
    }
    long from = System.nanoTime();
    List<S> scores;
    try {
      scores = answered(rows);
    } catch (RuntimeException | Error e) {
      told.failed(e, Duration.ofNanos(System.nanoTime() - from));
      throw e;
    }
    told.answered(rows.size(), Duration.ofNanos(System.nanoTime() - from));
    return scores;
  }

  private List<S> answered(List<R> rows) {
    Gathering<R, S> place = gathering;
    if (place != null && rows.size() == 1 && rows.get(0) != null && !goesAlone()) {
      return host.whileOpen(() -> List.of(place.scores(rows.get(0))));
    }
    return computed(rows);
  }

  /** A call from within another, by a listener, would wait for the worker that it runs on. */
  private boolean goesAlone() {
    return programs.isPinned() || host.isCalledByThisThread();
  }

  /** Computes rows, and tells the listener of them. */
  private List<S> computed(List<R> rows) {
    ServingListener told = listener;
    if (told != null && !rows.isEmpty()) {
      told.computed(rows.size());
    }
    return quietly(rows);
  }

  private List<S> quietly(List<R> rows) {
    if (host.device().isGpu() || rows.isEmpty() || rows.stream().anyMatch(Objects::isNull)) {
      return layers.scores(rows);
    }
    return host.whileOpen(
        () ->
            rows.size() == 1
                ? batch(rows)
                : LengthOrder.inBatches(rows, length, NetworkHost.predictionBatch(), this::batch));
  }

  private List<S> batch(List<R> rows) {
    NativeCalls.goOn();
    Optional<Plan> known = plan();
    if (known.isEmpty()) {
      return layers.scores(rows);
    }
    PlanRows batch = PlanRows.of(FewShapes.rows(rows), inputs);
    if (!batch.fits(shapes) || !batch.aligned(known.get())) {
      return layers.scores(rows); // which say what is wrong
    }
    Prepared<PlanProgram> chosen = programs.answering();
    return host.withThreads(
        batch.rows(),
        batch.longest(),
        () -> split.rows(chosen.use(made -> made.run(batch)), batch, rows.size()));
  }

  /**
   * Answers inputs one after the other, of which a thousand at the most are in memory.
   *
   * @param inputs in any number; closed with the result
   * @param encoded gives the row of an input
   * @param answer makes the answer of an input and its scores
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public <I, A> Stream<A> stream(
      Stream<I> inputs, Function<? super I, R> encoded, BiFunction<? super I, S, A> answer) {
    return Answers.of(inputs, encoded, (chunk, rows) -> answers(chunk, computed(rows), answer));
  }

  /**
   * Answers inputs one after the other, like {@link #stream}, by their rows.
   *
   * @param answer makes the answer of a row and its scores
   */
  public <I, A> Stream<A> streamOfRows(
      Stream<I> inputs, Function<? super I, R> encoded, BiFunction<R, S, A> answer) {
    return Answers.of(inputs, encoded, (chunk, rows) -> answers(rows, computed(rows), answer));
  }

  private static <X, S, A> List<A> answers(
      List<X> asked, List<S> scores, BiFunction<? super X, S, A> answer) {
    List<A> answers = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      answers.add(answer.apply(asked.get(i), scores.get(i)));
    }
    return answers;
  }

  @Override
  public synchronized Serving batching(Duration maxDelay, int maxSize) {
    if (Arguments.notNull(maxDelay, "maxDelay").isNegative()) {
      throw new IllegalArgumentException("maxDelay is " + maxDelay + ", must not be negative");
    }
    size = Layer.atLeastOne(maxSize, "maxSize");
    delay = maxDelay;
    gather();
    return this;
  }

  @Override
  public synchronized Serving queue(int most) {
    mostWaiting = Layer.atLeastOne(most, "mostWaiting");
    gather();
    return this;
  }

  private void gather() {
    gathering =
        size == 1
            ? null
            : new Gathering<>(
                this::computed, delay, size, mostWaiting, Math.max(1, Torch.threads()));
  }

  @Override
  public Serving precision(Precision precision) {
    programs.choose(precision);
    return this;
  }

  /** Returns the numbers that it computes with. */
  public Precision precision() {
    return programs.precision();
  }

  /**
   * Does something for which the scores that this thread asks for are computed with some numbers,
   * whatever is chosen meanwhile, and not gathered with others'.
   */
  public <T> T inPrecision(Precision precision, Supplier<T> work) {
    return programs.pinned(precision, work);
  }

  @Override
  public Serving warmUp() {
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      for (int length : WARM_UP_LENGTHS) {
        quietly(blank(length));
      }
    }
    return this;
  }

  @Override
  public Serving listener(ServingListener wanted) {
    listener = wanted;
    return this;
  }

  @Override
  public int waiting() {
    Gathering<R, S> place = gathering;
    return place == null ? 0 : place.waiting();
  }

  @Override
  public Duration check() {
    List<R> blank = blank(CHECKED);
    long from = System.nanoTime();
    quietly(blank);
    return Duration.ofNanos(System.nanoTime() - from);
  }

  private List<R> blank(int steps) {
    return List.of(row.apply(InputShape.blanks(shapes, steps)));
  }

  /** Returns the plan; empty where the network goes layer by layer. */
  Optional<Plan> plan() {
    return plan.plan();
  }
}
