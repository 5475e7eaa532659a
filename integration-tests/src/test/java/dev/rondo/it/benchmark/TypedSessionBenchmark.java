package dev.rondo.it.benchmark;

import dev.rondo.it.benchmark.SensorModel.Measurement;
import dev.rondo.it.benchmark.SensorModel.Shift;
import dev.rondo.runtime.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

/** A session that is given records of eight components, one by one, by one thread. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@org.openjdk.jmh.annotations.Measurement(iterations = 3, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class TypedSessionBenchmark {
  private final List<Measurement> measurements = new ArrayList<>();
  private SensorModelPredictor model;
  private SensorModelSession session;
  private int next;

  /** Creates a benchmark without a model yet. */
  @SuppressWarnings("NullAway.Init") // JMH calls setUp first
  public TypedSessionBenchmark() {}

  /** Makes records and a model. */
  @Setup
  public void setUp() {
    measurements.addAll(measurements());
    model =
        SensorModelTrainer.create()
            .epochs(1)
            .listener(new TrainingListener() {})
            .fit(
                List.of(
                    new SensorModelExample(measurements.subList(0, 50), true),
                    new SensorModelExample(measurements.subList(50, 100), false)));
    session = model.session();
  }

  /** Returns a thousand records. */
  static List<Measurement> measurements() {
    List<Measurement> measurements = new ArrayList<>();
    Random random = new Random(1);
    List<Shift> shifts = List.of(Shift.values());
    for (int i = 0; i < 1000; i++) {
      measurements.add(
          new Measurement(
              random.nextFloat(),
              20 + random.nextGaussian(),
              900 + random.nextInt(100),
              i % 5 == 0 ? Float.NaN : random.nextFloat(),
              random.nextBoolean(),
              shifts.get(i % shifts.size()),
              random.nextFloat(),
              i));
    }
    return measurements;
  }

  /** Frees the model. */
  @TearDown
  public void tearDown() {
    model.close();
  }

  /** A step. */
  @Benchmark
  public boolean next() {
    next = (next + 1) % measurements.size();
    return session.next(measurements.get(next));
  }
}
