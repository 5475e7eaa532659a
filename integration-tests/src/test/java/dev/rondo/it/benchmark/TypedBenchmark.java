package dev.rondo.it.benchmark;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.rondo.runtime.train.TrainingListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<String, NDArray> weights = new LinkedHashMap<>();
  private final Optimizer adam =
      Adam.builder().optLearningRateTracker(Tracker.fixed(1e-3f)).build();
  private NDManager manager;

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
    weight("input", 3 * UNITS, FEATURES);
    weight("recurrent", 3 * UNITS, UNITS);
    weight("inputBias", 3 * UNITS);
    weight("recurrentBias", 3 * UNITS);
    weight("dense", motions.size(), UNITS);
    weight("denseBias", motions.size());
  }

  private void weight(String name, long... shape) {
    NDArray weight = manager.randomNormal(0, 0.1f, new Shape(shape), DataType.FLOAT32);
    weight.setRequiresGradient(true);
    weights.put(name, weight);
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
        step(inputs.get(batch), classes.get(batch));
      }
    }
  }

  private void step(NDArray steps, NDArray expected) {
    try (NDManager scratch = manager.newSubManager();
        GradientCollector collector = manager.getEngine().newGradientCollector()) {
      NDArray values = steps.duplicate();
      values.attach(scratch);
      NDArray state =
          values
              .getNDArrayInternal()
              .gru(
                  values,
                  scratch.zeros(new Shape(1, BATCH, UNITS)),
                  new NDList(
                      weights.get("input"),
                      weights.get("recurrent"),
                      weights.get("inputBias"),
                      weights.get("recurrentBias")),
                  true,
                  1,
                  0,
                  true,
                  false,
                  true)
              .get(1)
              .squeeze(0);
      NDArray loss =
          state
              .getNDArrayInternal()
              .linear(state, weights.get("dense"), weights.get("denseBias"))
              .get(0)
              .logSoftmax(1)
              .gather(expected, 1)
              .mean()
              .neg();
      if (!Float.isFinite(loss.getFloat())) {
        throw new IllegalStateException("the loss is " + loss);
      }
      collector.backward(loss);
    }
    weights.forEach(
        (name, weight) -> {
          try (NDArray gradient = weight.getGradient()) {
            adam.update(name, weight, gradient);
          }
        });
  }
}
