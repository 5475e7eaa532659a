package dev.rondo.it.benchmark;

import dev.rondo.it.benchmark.peer.Cell;
import dev.rondo.it.benchmark.peer.PeerProvider;
import dev.rondo.it.benchmark.peer.Size;
import dev.rondo.it.benchmark.peer.Stepper;
import dev.rondo.it.benchmark.peer.Workload;
import java.util.Random;
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

/** One step of one sequence whose state is carried, from features in Java to scores. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 1, time = 3)
@Fork(1)
@State(Scope.Benchmark)
public class StepBenchmark {
  /** How wide. */
  @Param({"STEP"})
  private Size size = Size.STEP;

  /** Whose network. */
  @Param({"Rondo", "DJL, fewest calls"})
  private String peer = "Rondo";

  private Stepper stepper;
  private float[] input = {};

  /** Creates a benchmark without a network yet. */
  @SuppressWarnings("NullAway.Init") // JMH calls setUp first
  public StepBenchmark() {}

  /** Makes the network, on the thread that then uses it. */
  @Setup
  public void setUp() {
    stepper = PeerProvider.named(peer).stepper(new Workload(Cell.LSTM, size, false));
    Random random = new Random(1);
    input = new float[size.inputs()];
    for (int i = 0; i < input.length; i++) {
      input[i] = 2 * random.nextFloat() - 1;
    }
  }

  /** Frees the network. */
  @TearDown
  public void tearDown() {
    stepper.close();
  }

  /** A step. */
  @Benchmark
  public float[] step() {
    return stepper.next(input);
  }
}
