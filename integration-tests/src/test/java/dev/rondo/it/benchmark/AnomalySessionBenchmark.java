package dev.rondo.it.benchmark;

import dev.rondo.Anomaly;
import dev.rondo.it.benchmark.SensorModel.Measurement;
import dev.rondo.runtime.anomaly.AnomalySession;
import dev.rondo.runtime.train.TrainingListener;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A session that scores records of eight components, one by one, by one thread. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@org.openjdk.jmh.annotations.Measurement(iterations = 3, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class AnomalySessionBenchmark {
  private List<Measurement> measurements;
  private WatchModelPredictor model;
  private AnomalySession<Measurement> session;
  private int next;

  /** Creates a benchmark without a model yet. */
  @SuppressWarnings("NullAway.Init") // JMH calls setUp first
  public AnomalySessionBenchmark() {}

  /** Makes records and a model. */
  @Setup
  public void setUp() {
    measurements = TypedSessionBenchmark.measurements();
    model =
        WatchModelTrainer.create()
            .epochs(1)
            .listener(new TrainingListener() {})
            .fit(List.of(measurements));
    session = model.session();
  }

  /** Frees the model. */
  @TearDown
  public void tearDown() {
    model.close();
  }

  /** A step. */
  @Benchmark
  public Anomaly next() {
    next = (next + 1) % measurements.size();
    return session.next(measurements.get(next));
  }
}
