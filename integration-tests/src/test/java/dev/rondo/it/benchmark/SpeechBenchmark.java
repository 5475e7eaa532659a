package dev.rondo.it.benchmark;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv1d;
import dev.rondo.AudioClip;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.AudioCodec;
import dev.rondo.runtime.kernel.CtcLoss;
import dev.rondo.runtime.train.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
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
 * A training on sounds of three seconds by a generated trainer, hearing them included; as many
 * steps of the fewest calls of DJL on features that are ready: its convolution, the fused operator
 * on weights in PyTorch's order, PyTorch's loss by the kernel that Rondo calls, too, because DJL
 * has none, and DJL's gradient collector and Adam; and hearing alone.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
@State(Scope.Benchmark)
public class SpeechBenchmark {
  /** How much sound {@link #hear} hears, in seconds. */
  public static final int HEARD = 60;

  /** How often a training changes the weights in an epoch. */
  public static final int BATCHES = 2;

  private static final int BATCH = 16;
  private static final int RATE = 16_000;
  private static final int SECONDS = 3;
  private static final int BANDS = 80;
  private static final int UNITS = 128;
  private static final int KERNEL = 5;
  private static final int CHARACTERS = 20;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz ";

  /** Numbers of the vocabulary: padding and the unknown token are two of them. */
  private static final int SCORES = LETTERS.length() + 2;

  /** How often the data is gone through. */
  @Param({"10"})
  private int epochs = 10;

  private final List<SpeechModelExample> examples = new ArrayList<>();
  private final List<NDArray> inputs = new ArrayList<>();
  private final List<int[][]> labels = new ArrayList<>();
  private final AudioCodec codec = SpeechModelPredictor.CLIP.learner().build();
  private NDManager manager;
  private FewestCalls calls;
  private AudioClip minute;

  /** Creates a benchmark without data yet. */
  @SuppressWarnings("NullAway.Init") // JMH calls setUp first
  public SpeechBenchmark() {}

  /** Makes the data, and the weights of the fewest calls. */
  @Setup
  public void setUp() {
    manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
    Random random = new Random(1);
    minute = noise(HEARD, random);
    for (int batch = 0; batch < BATCHES; batch++) {
      List<NDArray> rows = new ArrayList<>();
      int[][] texts = new int[BATCH][CHARACTERS];
      for (int row = 0; row < BATCH; row++) {
        AudioClip clip = noise(SECONDS, random);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
          int letter = (batch * BATCH + row + i * 7) % LETTERS.length();
          texts[row][i] = 2 + letter;
          text.append(LETTERS.charAt(letter));
        }
        examples.add(new SpeechModelExample(clip, text.toString()));
        Steps steps = codec.encode(clip);
        rows.add(manager.create(steps.features(), new Shape(steps.length(), BANDS)));
      }
      inputs.add(NDArrays.stack(new NDList(rows)).transpose(0, 2, 1).duplicate());
      labels.add(texts);
    }
    calls = new FewestCalls(manager, Float.POSITIVE_INFINITY);
    calls.weight("filters", UNITS, BANDS, KERNEL);
    calls.weight("filterBias", UNITS);
    for (int layer = 0; layer < 2; layer++) {
      for (String direction : List.of("", "Reverse")) {
        calls.recurrentWeights(layer + direction, layer == 0 ? UNITS : 2 * UNITS, 3, UNITS);
      }
    }
    calls.denseWeights(2 * UNITS, SCORES);
  }

  private static AudioClip noise(int seconds, Random random) {
    float[] samples = new float[seconds * RATE];
    for (int n = 0; n < samples.length; n++) {
      samples[n] = 0.1f * (float) random.nextGaussian();
    }
    return AudioClip.of(samples, RATE);
  }

  /** Frees the arrays. */
  @TearDown
  public void tearDown() {
    manager.close();
  }

  /** Hears a minute of sound. */
  @Benchmark
  public Steps hear() {
    return codec.encode(minute);
  }

  /** A generated trainer, from sounds. */
  @Benchmark
  public void generated() {
    SpeechModelTrainer.create()
        .epochs(epochs)
        .listener(new TrainingListener() {})
        .fit(examples)
        .close();
  }

  /** The fewest calls of DJL, from features. */
  @Benchmark
  public void fewestCalls() {
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int batch = 0; batch < BATCHES; batch++) {
        NDArray features = inputs.get(batch);
        int[][] texts = labels.get(batch);
        calls.step(scratch -> loss(scratch, features, texts));
      }
    }
  }

  private NDArray loss(NDManager scratch, NDArray features, int[][] texts) {
    NDArray values = features.duplicate();
    values.attach(scratch);
    NDArray convolved =
        Conv1d.conv1d(
                values,
                calls.get("filters"),
                calls.get("filterBias"),
                new Shape(2),
                new Shape(KERNEL / 2))
            .singletonOrThrow();
    NDArray steps = Activation.relu(convolved).transpose(0, 2, 1);
    NDArray start = scratch.zeros(new Shape(4, BATCH, UNITS));
    NDArray states =
        steps
            .getNDArrayInternal()
            .gru(steps, start, calls.recurrent(), true, 2, 0, true, true, true)
            .get(0);
    NDArray scores = calls.dense(states);
    int[] lengths = new int[BATCH];
    Arrays.fill(lengths, (int) scores.getShape().get(1));
    float[] shares = new float[BATCH];
    Arrays.fill(shares, 1f / (BATCH * CHARACTERS));
    return CtcLoss.sum(scores.reshape(-1, SCORES), lengths, texts, shares);
  }
}
