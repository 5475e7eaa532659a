package dev.rondo.it.benchmark;

import dev.rondo.it.benchmark.peer.Cell;
import dev.rondo.it.benchmark.peer.RondoNetwork;
import dev.rondo.it.benchmark.peer.RondoTrainer;
import dev.rondo.it.benchmark.peer.Size;
import dev.rondo.it.benchmark.peer.StartWeights;
import dev.rondo.it.benchmark.peer.Workload;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.train.TrainingRun;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * An epoch over sequences of 5 to 50 steps: Rondo's batches of similar lengths, and the same
 * sequences in random batches of the same size. The same network takes the same steps in both.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
@State(Scope.Benchmark)
public class EpochBenchmark {
  /** Size of the batches; its steps are those of the longest sequences. */
  @Param({"LARGE"})
  private Size size = Size.LARGE;

  /** Whether the LSTM reads both ways. */
  @Param({"false", "true"})
  private boolean bidirectional;

  /** Full batches in an epoch. */
  @Param({"40"})
  private int batches;

  private SequenceData data;
  private RondoNetwork network;
  private RondoTrainer trainer;
  private TrainingRun run;
  private int epoch;

  /** Creates a benchmark without a network yet. */
  @SuppressWarnings("NullAway.Init") // JMH calls setUp first
  public EpochBenchmark() {}

  /** Makes the network and the data. */
  @Setup
  public void setUp() {
    Workload workload = new Workload(Cell.LSTM, size, bidirectional);
    data = new SequenceData(size, batches);
    network = new RondoNetwork(workload);
    trainer = new RondoTrainer();
    run = trainer.begin(network, StartWeights.of(workload), data.size());
  }

  /** Frees the network. */
  @TearDown
  public void tearDown() {
    run.close();
  }

  /** Batches of similar lengths. */
  @Benchmark
  public void bucketed() {
    train(data.bucketed(++epoch));
  }

  /** Batches as a shuffle leaves them. */
  @Benchmark
  public void shuffled() {
    train(data.shuffled(++epoch));
  }

  private void train(Iterable<Batch<int[], Integer>> epochBatches) {
    for (Batch<int[], Integer> batch : epochBatches) {
      trainer.step(run, network, batch);
    }
  }
}
