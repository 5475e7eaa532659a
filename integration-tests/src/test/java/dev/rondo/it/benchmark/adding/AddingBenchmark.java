package dev.rondo.it.benchmark.adding;

import dev.rondo.it.benchmark.peer.Cell;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.layer.NetworkHost;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How well a cell learns to remember: a training on the {@link AddingProblem} for each learning
 * rate. The one with the lowest error on sequences for that choice is tested on others. What counts
 * is in {@link AddingCounters}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
// operations so small that two threads would only wait for each other
@Fork(value = 1, jvmArgsAppend = "-Dai.djl.pytorch.num_threads=1")
@State(Scope.Benchmark)
public class AddingBenchmark {
  /** Units of the recurrent layer. */
  public static final int UNITS = 32;

  /** Sequences a step. */
  public static final int BATCH = 32;

  /** The learning rates that are tried. */
  public static final List<Double> RATES = List.of(1e-2, 3e-3);

  private static final int PARTS = 8;
  private static final int PART = 500;
  private static final long TRAINING_SEED = 1;
  private static final long CHOICE_SEED = 2;
  private static final long TEST_SEED = 3;

  /** Of the recurrent layer. */
  @Param({"LSTM"})
  private Cell cell = Cell.LSTM;

  /** Steps of a sequence. */
  @Param({"200"})
  private int length;

  /** Training steps for each learning rate. */
  @Param({"1500"})
  private int updates;

  /** Creates the benchmark. */
  public AddingBenchmark() {}

  /** Trains with all rates side by side, chooses and tests. */
  @Benchmark
  public void adding(AddingCounters counters) {
    List<CompletableFuture<Trained>> trainings =
        RATES.stream()
            .map(
                rate ->
                    CompletableFuture.supplyAsync(
                        () -> trained(rate), work -> new Thread(work, "trains").start()))
            .toList();
    Trained best =
        trainings.stream()
            .map(CompletableFuture::join)
            .min(Comparator.comparingDouble(Trained::error))
            .orElseThrow();
    counters.always1 = best.always1();
    counters.error = best.testError();
    counters.learningRate = best.rate();
  }

  /**
   * What came of a learning rate.
   *
   * @param error on the sequences for the choice
   * @param testError on the others
   * @param always1 the error on these others of whoever answers 1
   */
  private record Trained(double rate, double error, double testError, double always1) {}

  private Trained trained(double rate) {
    AddingNetwork network = new AddingNetwork(cell, UNITS);
    AddingProblem problem = new AddingProblem(length, TRAINING_SEED);
    try (NetworkHost host = new AddingTrainer(rate).train(network, problem, updates, BATCH)) {
      double error = mean(CHOICE_SEED, batch -> error(host, network, batch));
      double testError = mean(TEST_SEED, batch -> error(host, network, batch));
      return new Trained(rate, error, testError, mean(TEST_SEED, AddingProblem::errorOfOne));
    }
  }

  private static double error(
      NetworkHost host, AddingNetwork network, Batch<float[], Float> sequences) {
    return host.compute(pass -> network.loss(pass, sequences).getFloat());
  }

  private double mean(long seed, ToDoubleFunction<Batch<float[], Float>> error) {
    AddingProblem problem = new AddingProblem(length, seed);
    double sum = 0;
    for (int i = 0; i < PARTS; i++) {
      sum += error.applyAsDouble(problem.next(PART));
    }
    return sum / PARTS;
  }
}
