package dev.rondo.it.benchmark;

import dev.rondo.it.benchmark.peer.Cell;
import dev.rondo.it.benchmark.peer.RondoNetwork;
import dev.rondo.it.benchmark.peer.RondoStepNetwork;
import dev.rondo.it.benchmark.peer.RondoTrainer;
import dev.rondo.it.benchmark.peer.Size;
import dev.rondo.it.benchmark.peer.StartWeights;
import dev.rondo.it.benchmark.peer.Workload;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.session.SessionMemory;
import dev.rondo.runtime.session.Sessions;
import dev.rondo.runtime.store.Signature;
import dev.rondo.runtime.train.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * Many training steps, predictions and session steps on sequences of all lengths, in a heap of fixed size.
 * What counts is in {@link MemoryCounters}: both figures must stay where they are after the first
 * fifth, the warm-up.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"})
@State(Scope.Benchmark)
public class MemoryBenchmark {
  private static final int SESSIONS = 10_000;

  /** Size of the batches. */
  @Param({"LIGHT"})
  private Size size = Size.LIGHT;

  /** Training steps, predictions of one sequence, or ten session steps each. */
  @Param({"10000"})
  private int repetitions;

  private final List<Batch<int[], Integer>> batches = new ArrayList<>();
  private List<int[]> inputs = List.of();
  private RondoNetwork network;
  private RondoTrainer trainer;
  private TrainingRun run;

  /** Creates a benchmark without a network yet. */
  @SuppressWarnings("NullAway.Init") // JMH calls setUp first
  public MemoryBenchmark() {}

  /** Makes the network and the data. */
  @Setup
  public void setUp() {
    Workload workload = new Workload(Cell.LSTM, size, true);
    SequenceData data = new SequenceData(size, 20);
    data.bucketed(1).forEach(batches::add);
    inputs = data.inputs();
    network = new RondoNetwork(workload);
    trainer = new RondoTrainer();
    run = trainer.begin(network, StartWeights.of(workload), data.size());
  }

  /** Frees the network. */
  @TearDown
  public void tearDown() {
    run.close();
  }

  /** Training steps. */
  @Benchmark
  public void training(MemoryCounters memory) {
    repeat(memory, i -> trainer.step(run, network, batches.get(i % batches.size())));
  }

  /** Predictions of one sequence each. */
  @Benchmark
  public void predictions(MemoryCounters memory) {
    repeat(
        memory,
        i ->
            run.host()
                .scores(
                    List.of(inputs.get(i % inputs.size())),
                    row -> row.length,
                    (pass, rows) -> network.forward(pass, TokenBatch.of(pass, rows))));
  }

  /** Steps of 10,000 sessions that are held at the same time, ten for each repetition. */
  @Benchmark
  public long sessionSteps(MemoryCounters memory) {
    RondoStepNetwork causal = new RondoStepNetwork(size);
    try (NetworkHost host = NetworkHost.initialize(causal, Device.cpu(), 1)) {
      Sessions sessions = new Sessions(host, causal, Signature.of("Benchmark").build());
      List<SessionMemory> held =
          Stream.generate(sessions::start).limit(SESSIONS).collect(Collectors.toList());
      repeat(
          memory,
          i -> {
            for (int step = 10 * i; step < 10 * i + 10; step++) {
              held.get(step % SESSIONS).read(1 + step % (Workload.VOCABULARY - 1));
            }
          });
      return held.stream().mapToLong(SessionMemory::steps).sum();
    }
  }

  private void repeat(MemoryCounters memory, IntConsumer work) {
    memory.start();
    for (int i = 0; i < repetitions; i++) {
      if (i == repetitions / 5) {
        memory.warm();
      }
      work.accept(i);
    }
    memory.end();
  }
}
