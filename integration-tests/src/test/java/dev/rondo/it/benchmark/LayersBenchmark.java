package dev.rondo.it.benchmark;

import dev.rondo.it.benchmark.peer.Cell;
import dev.rondo.it.benchmark.peer.Peer;
import dev.rondo.it.benchmark.peer.PeerProvider;
import dev.rondo.it.benchmark.peer.Size;
import dev.rondo.it.benchmark.peer.Workload;
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

/** A training step and a prediction of a {@link Workload}, from symbols in Java to scores. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 1, time = 2500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
@State(Scope.Benchmark)
public class LayersBenchmark {
  /** Of the recurrent layer. */
  @Param private Cell cell = Cell.LSTM;

  /** How much work. */
  @Param({"LARGE", "SMALL"})
  private Size size = Size.LARGE;

  /** Whether it reads both ways. */
  @Param({"false", "true"})
  private boolean bidirectional;

  /** Whose network. */
  @Param({"Rondo", "DJL, fewest calls", "DJL, blocks"})
  private String peer = "Rondo";

  private Peer network;

  /** Creates a benchmark without a network yet. */
  @SuppressWarnings("NullAway.Init") // JMH calls setUp first
  public LayersBenchmark() {}

  /** Makes the network, on the thread that then uses it. */
  @Setup
  public void setUp() {
    network = PeerProvider.named(peer).network(new Workload(cell, size, bidirectional));
  }

  /** Frees the network. */
  @TearDown
  public void tearDown() {
    network.close();
  }

  /** Forward, loss, backward, Adam. */
  @Benchmark
  public void training() {
    network.train();
  }

  /** Forward. */
  @Benchmark
  public float[] inference() {
    return network.scores();
  }
}
