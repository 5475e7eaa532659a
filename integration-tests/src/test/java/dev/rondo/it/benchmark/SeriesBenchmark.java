package dev.rondo.it.benchmark;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
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

/**
 * A training of a forecaster on many series of records, all that is learned of the series before
 * the first step and the windows included; and as many steps of the fewest calls of DJL on windows
 * that are ready.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(1)
@State(Scope.Benchmark)
public class SeriesBenchmark {
  private static final int STEPS = 1000;
  private static final int BATCH = 256;
  private static final int WINDOW = 168;
  private static final int HORIZON = 24;
  private static final int UNITS = 32;
  private static final int READY = 16; // batches, which are used in turn

  /** How many series of a thousand steps there are. */
  @Param({"1000"})
  private int series = 1000;

  /** After how many steps the training ends. */
  @Param({"400"})
  private int batches = 400;

  private final List<List<LoadModel.Load>> data = new ArrayList<>();
  private final List<NDArray> inputs = new ArrayList<>();
  private final List<NDArray> targets = new ArrayList<>();
  private NDManager manager;
  private FewestCalls peer;

  /** Creates a benchmark without data yet. */
  @SuppressWarnings("NullAway.Init") // JMH calls setUp first
  public SeriesBenchmark() {}

  /** Makes the data, and the weights of the fewest calls. */
  @Setup
  public void setUp() {
    manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
    Random random = new Random(1);
    for (int s = 0; s < series; s++) {
      List<LoadModel.Load> loads = new ArrayList<>(STEPS);
      double phase = random.nextInt(24);
      for (int t = 0; t < STEPS; t++) {
        double season = 3 * Math.sin(2 * Math.PI * (t + phase) / 24);
        loads.add(new LoadModel.Load((float) (10 + season + random.nextGaussian())));
      }
      data.add(loads);
    }
    for (int batch = 0; batch < READY; batch++) {
      inputs.add(manager.randomNormal(0, 1, new Shape(BATCH, WINDOW, 1), DataType.FLOAT32));
      targets.add(manager.randomNormal(0, 1, new Shape(BATCH, HORIZON), DataType.FLOAT32));
    }
    peer = new FewestCalls(manager, Float.POSITIVE_INFINITY);
    peer.recurrentWeights("", 1, 3, UNITS);
    peer.denseWeights(UNITS, HORIZON);
  }

  /** Frees the arrays. */
  @TearDown
  public void tearDown() {
    manager.close();
  }

  /** A generated trainer, from records. */
  @Benchmark
  public void generated(MemoryCounters memory) {
    LoadModelTrainer trainer = LoadModelTrainer.create().epochs(Integer.MAX_VALUE);
    memory.start();
    trainer.listener(new MemorySteps(memory, batches, trainer::stop)).fit(data).close();
  }

  /** The fewest calls of DJL, from arrays of PyTorch. */
  @Benchmark
  public void fewestCalls() {
    for (int batch = 0; batch < batches; batch++) {
      NDArray expected = targets.get(batch % READY);
      NDArray windows = inputs.get(batch % READY);
      peer.step(scratch -> peer.gruScores(scratch, windows, UNITS).sub(expected).square().mean());
    }
  }
}
