package dev.rondo.it.benchmark;

import dev.rondo.it.benchmark.peer.Cell;
import dev.rondo.it.benchmark.peer.RondoNetwork;
import dev.rondo.it.benchmark.peer.RondoStepNetwork;
import dev.rondo.it.benchmark.peer.RondoTrainer;
import dev.rondo.it.benchmark.peer.Size;
import dev.rondo.it.benchmark.peer.StartWeights;
import dev.rondo.it.benchmark.peer.Workload;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.decode.Sampling;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.Inference;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.session.SessionMemory;
import dev.rondo.runtime.session.Sessions;
import dev.rondo.runtime.store.Signature;
import dev.rondo.runtime.train.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
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
 * Many training steps and many predictions on sequences of all lengths, many steps of sessions, and
 * many training steps of a language model on texts of all lengths, in a heap of fixed size. What
 * counts is in {@link MemoryCounters}: both figures must stay where they are after the first fifth,
 * the warm-up.
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
  private static final int TEXTS = 50;
  private static final int MOST_CHARACTERS = 600;
  private static final int WRITTEN = 200;

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
  private Path folder;

  /** Creates a benchmark without a network yet. */
  @SuppressWarnings("NullAway.Init") // JMH calls setUp first
  public MemoryBenchmark() {}

  /** Makes the network and the data. */
  @Setup
  public void setUp() throws IOException {
    folder = Files.createTempDirectory("rondo-benchmark");
    Workload workload = new Workload(Cell.LSTM, size, true);
    SequenceData data = new SequenceData(size, 20);
    data.bucketed(1).forEach(batches::add);
    inputs = data.inputs();
    network = new RondoNetwork(workload);
    trainer = new RondoTrainer();
    run = trainer.begin(network, StartWeights.of(workload), data.size());
  }

  /** Frees the network and deletes the texts. */
  @TearDown
  public void tearDown() throws IOException {
    run.close();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** Training steps. */
  @Benchmark
  public void training(MemoryCounters memory) {
    repeat(memory, i -> trainer.step(run, network, batches.get(i % batches.size())));
  }

  /** Predictions of one sequence each. */
  @Benchmark
  public void predictions(MemoryCounters memory) {
    Inference<int[], float[]> inference =
        Inference.ofTokens(
            run.host(), (pass, rows) -> network.forward(pass, TokenBatch.of(pass, rows)));
    repeat(memory, i -> inference.scores(List.of(inputs.get(i % inputs.size()))));
  }

  /** Steps of 10,000 sessions that are held at the same time, ten for each repetition. */
  @Benchmark
  public long sessionSteps(MemoryCounters memory) {
    RondoStepNetwork causal = new RondoStepNetwork(size);
    try (NetworkHost host = NetworkHost.initialize(causal, Device.cpu(), 1)) {
      Sessions sessions = new Sessions(host, causal, Signature.of("Benchmark").build());
      List<SessionMemory> held = Stream.generate(sessions::start).limit(SESSIONS).toList();
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

  /** Training steps of a language model, which writes after each reading of its texts. */
  @Benchmark
  public void languageModel(MemoryCounters memory) throws IOException {
    Path[] texts = texts();
    BenchmarkWriterTrainer trainer = BenchmarkWriterTrainer.create().epochs(Integer.MAX_VALUE);
    memory.start();
    trainer
        .listener(new MemorySteps(memory, repetitions, trainer::stop))
        .observer(writer -> writer.write("a", Sampling.atRandom().maximumLength(WRITTEN)));
    trainer.fit(texts).close();
  }

  private Path[] texts() throws IOException {
    Path[] texts = new Path[TEXTS];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = 1 + random.nextInt(MOST_CHARACTERS); left > 0; left--) {
        text.append((char) ('a' + random.nextInt(26)));
      }
      texts[i] = Files.writeString(folder.resolve("text" + i), text);
    }
    return texts;
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
