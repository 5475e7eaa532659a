package dev.rondo.runtime.kernel;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.cell.JavaCell;
import dev.rondo.runtime.cell.JavaDense;
import dev.rondo.runtime.cell.JavaSteps;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.plan.Operator.Recurrence;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Steps in plain Java give what the kernel and the equations give. */
class JavaStepsTest {
  private static final int TIME = 40;
  private static final double STEP = 2e-6;
  private static final double SEQUENCE = 1e-5;

  /** How long the equations are followed: some random weights make a rounding larger each step. */
  private static final int FOLLOWED = 8;

  @Property(tries = 60)
  void stepsInJavaAreThoseOfTheKernelAndOfTheEquations(
      @ForAll Cell cell,
      @ForAll @IntRange(min = 1, max = 13) int inputs,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 17) Integer> units,
      @ForAll Activation activation,
      @ForAll @IntRange(max = 1000) int seed) {
    Random random = new Random(seed);
    int[] sizes = units.stream().mapToInt(Integer::intValue).toArray();
    Stack weights = new Stack(cell, inputs, sizes, false, seed);
    double[][] x = new double[TIME][];
    for (int t = 0; t < TIME; t++) {
      x[t] = random.doubles(inputs, -1, 1).toArray();
    }
    double[][] expected = weights.equations().steps(x);
    int top = sizes[sizes.length - 1];
    float[] denseWeight = floats(random.doubles(2L * top, -1, 1).toArray());
    float[] bias = {0.3f, -0.4f};
    Activation forJava = activation == Activation.GELU ? Activation.NONE : activation;
    try (NDManager manager = Torch.newManager(Device.cpu())) {
      List<CellWeights> cells = weights.cells(manager);
      List<JavaCell> inJava = cells.stream().map(CellWeights::inJava).toList();
      JordanLoop.Dense dense =
          new JordanLoop.Dense(
              manager.create(denseWeight, new Shape(2, top)), manager.create(bias), forJava);
      try (ValueSteps kernel = ValueSteps.of(manager, cells, List.of(dense));
          JavaSteps bare = JavaSteps.of(inJava, List.of());
          JavaSteps steps =
              JavaSteps.of(inJava, List.of(new JavaDense(denseWeight, bias, forJava)))) {
        float[] ofKernel = kernel.initialState();
        float[] ofJava = steps.initialState();
        float[] ofBare = bare.initialState();
        assertThat(ofJava).isEqualTo(ofKernel);
        double largest = 1;
        for (int t = 0; t < TIME; t++) {
          float[] step = floats(x[t]);
          ofJava = ofKernel.clone(); // so that each step is compared, and no rounding adds up
          float[] output = steps.step(step, ofJava);
          float[] expectedOutput = kernel.step(step, ofKernel);
          double size = Math.max(size(ofKernel), size(expectedOutput));
          assertClose(output, expectedOutput, STEP * size);
          assertClose(ofJava, ofKernel, STEP * size);
          if (t < FOLLOWED) {
            float[] alone = bare.step(step, ofBare);
            largest = Math.max(largest, size(ofBare));
            assertClose(alone, floats(expected[t]), SEQUENCE * largest);
          }
        }
      }
    }
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** Rounding is as large as what is summed up: states of a relu have no bound. */
  private static double size(float[] values) {
    double size = 1;
    for (float value : values) {
      size = Math.max(size, Math.abs(value));
    }
    return size;
  }

  private static void assertClose(float[] found, float[] expected, double tolerance) {
    assertThat(found).hasLength(expected.length);
    for (int i = 0; i < found.length; i++) {
      assertWithMessage("%s", i).that(found[i]).isWithin((float) tolerance).of(expected[i]);
    }
  }

  @Property(tries = 1)
  void whatDoesNotFitIsRefused() {
    float[] one = {1};
    JavaCell cell = new JavaCell(Recurrence.TANH, one, one, one, one, one, new float[0]);
    JavaSteps steps = JavaSteps.of(List.of(cell), List.of());
    assertThat(steps.initialState()).isEqualTo(one);
    assertThat(refused(() -> steps.step(new float[2], one)))
        .isEqualTo("the input has 2 values, expected 1");
    assertThat(refused(() -> steps.step(one, new float[2])))
        .isEqualTo("a state of 2 values, expected 1");
    assertThat(refused(() -> JavaSteps.of(List.of(), List.of()))).contains("at least one");
    JavaDense wide = new JavaDense(new float[4], new float[2], Activation.NONE);
    assertThat(refused(() -> JavaSteps.of(List.of(cell), List.of(wide))))
        .isEqualTo("a layer takes 2 features, but gets 1");
    assertThat(refused(() -> new JavaCell(Recurrence.GRU, one, one, one, one, one, new float[0])))
        .isEqualTo("inputWeight has 1 numbers, expected 0");
    assertThat(refused(() -> new JavaDense(one, one, Activation.GELU))).contains("GELU");
  }

  private static String refused(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
