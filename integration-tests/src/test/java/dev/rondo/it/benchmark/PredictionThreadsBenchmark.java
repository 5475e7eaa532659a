package dev.rondo.it.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Single predictions for a sentence of 20 words, from the thread that started the engine and from
 * threads that did not. PyTorch records gradients on the latter unless it is told otherwise.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class PredictionThreadsBenchmark {
  private static final String SENTENCE =
      "the film was lovely but on a train yesterday we saw it twice and then the film was on a"
          + " train";

  /**
   * Which thread starts the engine: the (first) one that predicts, or one that does nothing else.
   */
  @Param({"predicting", "other"})
  private String starter = "predicting";

  private BenchmarkModelPredictor model;

  /** Creates a benchmark without a model yet. */
  @SuppressWarnings("NullAway.Init") // JMH calls setUp first
  public PredictionThreadsBenchmark() {}

  /** Starts the engine and makes a model. */
  @Setup
  public void setUp() throws ExecutionException, InterruptedException {
    FutureTask<BenchmarkModelPredictor> training =
        new FutureTask<>(PredictionThreadsBenchmark::newModel);
    if (starter.equals("predicting")) {
      training.run();
    } else {
      Thread thread = new Thread(training);
      thread.start();
      thread.join();
    }
    model = training.get();
  }

  private static BenchmarkModelPredictor newModel() {
    return BenchmarkModelTrainer.create()
        .epochs(1)
        .fit(List.of(new BenchmarkModelExample(SENTENCE, true)));
  }

  /** Frees the model. */
  @TearDown
  public void tearDown() {
    model.close();
  }

  /** One thread. */
  @Benchmark
  public boolean oneThread() {
    return model.answer(SENTENCE);
  }

  /** Has calls that wait for others answered together. */
  @State(Scope.Benchmark)
  public static class Gathering {
    /** Creates a state that gathers nothing yet. */
    public Gathering() {}

    /** Has 64 calls answered together at the most, and none wait for more to come. */
    @Setup
    public void setUp(PredictionThreadsBenchmark benchmark) {
      benchmark.model.serving().batching(Duration.ZERO, 64);
    }
  }

  /** 64 threads at once, whose calls are gathered. */
  @Benchmark
  @Threads(64)
  public boolean gathered(Gathering gathering) {
    return model.answer(SENTENCE);
  }

  /** Eight threads at once. */
  @Benchmark
  @Threads(8)
  public boolean eightThreads() {
    return model.answer(SENTENCE);
  }
}
