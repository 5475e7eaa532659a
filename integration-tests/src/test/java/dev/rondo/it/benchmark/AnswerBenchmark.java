package dev.rondo.it.benchmark;

import dev.rondo.it.benchmark.peer.Cell;
import dev.rondo.it.benchmark.peer.Peer;
import dev.rondo.it.benchmark.peer.PeerProvider;
import dev.rondo.it.benchmark.peer.Size;
import dev.rondo.it.benchmark.peer.Workload;
import dev.rondo.runtime.serve.Precision;
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
 * The answer to one sentence, from symbols in Java to scores, by one thread: with each {@link
 * Precision}, and by the fewest calls of DJL, whose PyTorch is given one thread.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 2, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class AnswerBenchmark {
  /** Of the recurrent layer. */
  @Param private Cell cell = Cell.LSTM;

  /** How much work. */
  @Param({"SENTENCE"})
  private Size size = Size.SENTENCE;

  /** Whether it reads both ways. */
  @Param({"false", "true"})
  private boolean bidirectional;

  /** Who answers: a {@link Precision} of Rondo's, or the name of a peer. */
  @Param({"FLOAT32", "DJL, fewest calls"})
  private String who = "FLOAT32";

  private Peer network;

  /** Creates a benchmark without a network yet. */
  @SuppressWarnings("NullAway.Init") // JMH calls setUp first
  public AnswerBenchmark() {}

  /** Makes the network, on the thread that then uses it. */
  @Setup
  public void setUp() {
    Workload workload = new Workload(cell, size, bidirectional);
    for (Precision precision : Precision.values()) {
      if (precision.name().equals(who)) {
        network = Peer.ofRondo(workload, precision);
        return;
      }
    }
    // read when the engine starts, which nothing has done yet
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    network = PeerProvider.named(who).network(workload);
  }

  /** Frees the network. */
  @TearDown
  public void tearDown() {
    network.close();
  }

  /** An answer. */
  @Benchmark
  public float[] answer() {
    return network.scores();
  }
}
