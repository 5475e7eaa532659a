package dev.rondo.runtime.kernel;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.GradMode;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.train.NativeArrays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** All operators together: on many threads, and over many calls. */
class KernelsTest {
  private static final int UNITS = 16;
  private static final int CALLS_OF_A_ROUND = 8;
  private static final long MOST_GROWTH = 40L << 20;

  private final NDManager manager = Torch.newManager(Device.cpu());
  private final Stack weights = new Stack(Cell.LSTM, UNITS, new int[] {UNITS, UNITS}, false, 1);
  private final List<CellWeights> cells = weights.cells(manager);
  private final NDArray embedding = manager.ones(new Shape(20, UNITS)).mul(0.1f);
  private final NDArray bias = manager.arange(20).mul(0.01f);
  private final StepStack stack = StepStack.of(manager, cells);
  private final ValueSteps values = ValueSteps.of(manager, cells, List.of());
  private final GenerationLoop loop = GenerationLoop.of(manager, embedding, cells, embedding, bias);

  @AfterEach
  void free() {
    loop.close();
    stack.close();
    values.close();
    manager.close();
  }

  @Test
  void sixteenThreadsGetWhatOneGets() throws ExecutionException, InterruptedException {
    float[] alone = round();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<float[]>> results = new ArrayList<>();
      for (int i = 0; i < 16 * 8; i++) {
        results.add(threads.submit(this::round));
      }
      for (Future<float[]> result : results) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void tenThousandCallsKeepTheNumberOfArrays() {
    round();
    int before = NativeArrays.count();
    for (int calls = 0; calls < 10_000; calls += CALLS_OF_A_ROUND) {
      round();
    }
    assertThat(NativeArrays.count()).isEqualTo(before);
  }

  /** Values and states are in no manager's count: only the process's memory shows them. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void residentMemoryStaysFlatOverTenThousandSteps() throws IOException {
    int batch = 64; // a state of 16 KB, so that 10,000 of them would be seen
    NDArray input = manager.ones(new Shape(batch, UNITS));
    long[] resident = new long[3];
    for (int round = 0; round < resident.length; round++) {
      StepState state = stack.zeroState(batch);
      for (int i = 0; i < 10_000; i++) {
        StepStack.Step step = stack.step(manager, input, state);
        step.output().close();
        state.close();
        state = step.state();
      }
      state.close();
      resident[round] = residentBytes();
    }
    assertWithMessage("resident bytes after each round: %s", Arrays.toString(resident))
        .that(resident[2] - resident[0])
        .isLessThan(MOST_GROWTH);
  }

  /** Calls each operator once, but for Adam. */
  private float[] round() {
    try (NDManager scratch = manager.newSubManager();
        StepState zero = stack.zeroState(1);
        StepState start = loop.start()) {
      NDArray input = scratch.ones(new Shape(1, UNITS));
      StepStack.Step step = stack.step(scratch, input, zero);
      NDList results = new NDList(step.output());
      results.add(scratch.create(values.step(new float[UNITS], new float[values.stateSize()])));
      try (StepState after = step.state()) {
        results.add(scratch.create(after.values()));
      }
      GenerationLoop.Written written =
          loop.sample(
              start,
              new long[] {3},
              new double[] {0.1, 0.9},
              new SamplingSettings(1, 5, 0.9),
              GenerationLoop.NO_STOP);
      written.state().close();
      results.add(scratch.create(new float[] {written.tokens()[0], written.tokens()[1]}));
      results.addAll(training(scratch));
      float[] all = new float[(int) results.stream().mapToLong(NDArray::size).sum()];
      int at = 0;
      for (NDArray result : results) {
        float[] part = result.toFloatArray();
        System.arraycopy(part, 0, all, at, part.length);
        at += part.length;
      }
      return all;
    }
  }

  private NDList training(NDManager scratch) {
    NDArray loss;
    List<NDArray> leaves = new ArrayList<>();
    List<NDArray> gradients;
    try (GradMode recording = GradMode.on()) {
      assertThat(recording).isNotNull();
      List<CellWeights> stepWeights = new ArrayList<>();
      for (CellWeights layer : cells) {
        List<NDArray> own = layer.arrays().stream().map(w -> leaf(scratch, w)).toList();
        leaves.addAll(own);
        stepWeights.add(new CellWeights(Cell.LSTM, own.get(0), own.get(1), own.get(2), own.get(3)));
      }
      NDArray outputs = scratch.ones(new Shape(2, 3, UNITS));
      for (CellWeights layer : stepWeights) {
        outputs =
            new RecurrentLoop(layer, Optional.empty(), Optional.empty())
                .run(outputs, new NDList())
                .outputs();
      }
      NDArray targets = scratch.create(new long[] {1, 0, 0, 5, 2, 3}, new Shape(2, 3));
      loss = CrossEntropy.mean(outputs, targets, 0, 0.1);
      JniUtils.backward((PtNDArray) loss, (PtNDArray) scratch.create(1f), false, false);
      gradients = leaves.stream().map(NDArray::getGradient).toList();
    }
    double norm = WeightUpdates.clip(gradients, 0.01);
    List<NDArray> copies = gradients.stream().map(g -> scratch.zeros(g.getShape())).toList();
    WeightUpdates.copy(copies, gradients);
    List<NDArray> velocities = copies.stream().map(c -> scratch.zeros(c.getShape())).toList();
    WeightUpdates.sgd(new WeightUpdates.SgdSettings(1, 0.9, 0), copies, gradients, velocities);
    NDList results = new NDList(loss, scratch.create((float) norm));
    results.addAll(copies);
    results.addAll(velocities);
    return results;
  }

  private static NDArray leaf(NDManager scratch, NDArray weight) {
    NDArray leaf = weight.stopGradient();
    leaf.attach(scratch);
    leaf.setRequiresGradient(true);
    return leaf;
  }

  private static long residentBytes() throws IOException {
    System.gc();
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IOException("no VmRSS in /proc/self/status");
  }
}
