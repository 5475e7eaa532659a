package dev.rondo.it.benchmark;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.train.TrainingListener;
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
 * A training on {@code float[][]}, encoding and scaling included, by a generated trainer; and as
 * many steps of the fewest calls of DJL on arrays that are ready: the fused operator on weights in
 * PyTorch's order, DJL's gradient collector and Adam.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
@State(Scope.Benchmark)
public class TypedBenchmark {
  private static final int BATCH = 64;
  private static final int STEPS = 100;
  private static final int FEATURES = 12;
  private static final int UNITS = 64;
  private static final int BATCHES = 10;

  /** How often the data is gone through. */
  @Param({"5"})
  private int epochs = 5;

  private final List<MotionModelExample> examples = new ArrayList<>();
  private final List<NDArray> inputs = new ArrayList<>();
  private final List<NDArray> classes = new ArrayList<>();
  private NDManager manager;
  private FewestCalls peer;

  /** Creates a benchmark without data yet. */
  @SuppressWarnings("NullAway.Init") // JMH calls setUp first
  public TypedBenchmark() {}

  /** Makes the data, and the weights of the fewest calls. */
  @Setup
  public void setUp() {
    manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
    Random random = new Random(1);
    List<MotionModel.Motion> motions = List.of(MotionModel.Motion.values());
    for (int batch = 0; batch < BATCHES; batch++) {
      float[] all = new float[BATCH * STEPS * FEATURES];
      long[] expected = new long[BATCH];
      for (int row = 0; row < BATCH; row++) {
        expected[row] = random.nextInt(motions.size());
        float[][] samples = new float[STEPS][FEATURES];
        for (int step = 0; step < STEPS; step++) {
          for (int i = 0; i < FEATURES; i++) {
            samples[step][i] = (float) random.nextGaussian() + expected[row];
            all[(row * STEPS + step) * FEATURES + i] = samples[step][i];
          }
        }
        examples.add(new MotionModelExample(samples, motions.get(Math.toIntExact(expected[row]))));
      }
      inputs.add(manager.create(all, new Shape(BATCH, STEPS, FEATURES)).duplicate());
      classes.add(manager.create(expected, new Shape(BATCH, 1)).duplicate());
    }
    peer = new FewestCalls(manager, Float.POSITIVE_INFINITY);
    peer.recurrentWeights("", FEATURES, 3, UNITS);
    peer.denseWeights(UNITS, motions.size());
  }

  /** Frees the arrays. */
  @TearDown
  public void tearDown() {
    manager.close();
  }

  /** A generated trainer, from arrays of Java. */
  @Benchmark
  public void generated() {
    MotionModelTrainer.create()
        .epochs(epochs)
        .listener(new TrainingListener() {})
        .fit(examples)
        .close();
  }

  /** The fewest calls of DJL, from arrays of PyTorch. */
  @Benchmark
  public void fewestCalls() {
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int batch = 0; batch < BATCHES; batch++) {
        NDArray expected = classes.get(batch);
        NDArray samples = inputs.get(batch);
        peer.step(
            scratch ->
                peer.gruScores(scratch, samples, UNITS)
                    .logSoftmax(1)
                    .gather(expected, 1)
                    .mean()
                    .neg());
      }
    }
  }
}
