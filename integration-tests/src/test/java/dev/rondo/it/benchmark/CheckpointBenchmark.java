package dev.rondo.it.benchmark;

import dev.rondo.runtime.train.BatchProgress;
import dev.rondo.runtime.train.CheckpointReport;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.TextTrainer;
import dev.rondo.runtime.train.TrainingListener;
import dev.rondo.runtime.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
 * A training of a language model with Adam and validation, and as many checkpoints as the disk
 * takes: how long each holds it up, and what it takes. What counts is in {@link
 * CheckpointCounters}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"})
@State(Scope.Benchmark)
public class CheckpointBenchmark {
  private static final int CHARACTERS = 400;

  /** Whether the model has 26 million weights, not 7 thousand. */
  @Param({"true"})
  private boolean large = true;

  /** Checkpoints, and batches without any before. */
  @Param({"10"})
  private int checkpoints = 10;

  private Path folder = Path.of("none");
  private Path text = Path.of("none");

  /** Creates a benchmark without a text yet. */
  public CheckpointBenchmark() {}

  /** Writes the text. */
  @Setup
  public void setUp() throws IOException {
    folder = Files.createTempDirectory("rondo-benchmark");
    StringBuilder letters = new StringBuilder();
    new Random(1).ints(CHARACTERS, 'a', 'z' + 1).forEach(c -> letters.append((char) c));
    text = Files.writeString(folder.resolve("text"), letters);
  }

  /** Deletes the text. */
  @TearDown
  public void tearDown() throws IOException {
    Files.deleteIfExists(folder.resolve("checkpoint"));
    Files.delete(text);
    Files.delete(folder);
  }

  /** Trains without checkpoints for a while, and then with them. */
  @Benchmark
  public void training(CheckpointCounters counters) {
    if (large) {
      train(BenchmarkAuthorTrainer::create, trainer -> trainer.fit(text).close(), counters);
    } else {
      train(BenchmarkWriterTrainer::create, trainer -> trainer.fit(text).close(), counters);
    }
  }

  private <S extends TextTrainer<S, P>, P> void train(
      Supplier<S> trainers, Consumer<S> fit, CheckpointCounters counters) {
    S without = endless(trainers);
    Steps plain = new Steps(without::stop);
    fit.accept(without.listener(plain));
    S with = endless(trainers);
    Reports reports = new Reports(with::stop);
    fit.accept(
        with.listener(reports)
            .checkpoint(folder.resolve("checkpoint"))
            .checkpointEvery(Duration.ofMillis(1)));
    counters.weightBytes = reports.weights * Float.BYTES;
    counters.residentMore = reports.resident - plain.resident;
    counters.count(reports.all);
  }

  private static <S extends TextTrainer<S, P>, P> S endless(Supplier<S> trainers) {
    return trainers.get().epochs(Integer.MAX_VALUE).validateOnLast(0.2);
  }

  /** Ends a training without checkpoints once the best weights are kept. */
  private static final class Steps implements TrainingListener {
    private final Runnable stop;
    private long resident;

    Steps(Runnable stop) {
      this.stop = stop;
    }

    @Override
    public void onEpoch(EpochReport report) {
      resident = ProcessMemory.residentKib();
      stop.run();
    }
  }

  /** Ends a training after enough checkpoints. */
  private final class Reports implements TrainingListener {
    private final Runnable stop;
    private final List<CheckpointReport> all = new ArrayList<>();
    private long weights;
    private long resident;

    Reports(Runnable stop) {
      this.stop = stop;
    }

    @Override
    public void onStart(TrainingPlan plan) {
      weights = plan.weights();
    }

    @Override
    public void onCheckpoint(CheckpointReport report) {
      all.add(report);
    }

    @Override
    public void onBatch(BatchProgress progress) {
      // some with the best weights of an epoch
      if (all.size() >= checkpoints && progress.epoch() > 2) {
        resident = ProcessMemory.residentKib();
        stop.run();
      }
    }
  }
}
