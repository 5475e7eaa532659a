package dev.rondo.runtime.data.feature;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Fill;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Steps;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SeriesAndMatrixTest {
  private static String messageOf(Executable executable) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, executable).getMessage());
  }

  private static float[][] matrix(Random random, int length, int width, boolean gaps) {
    float[][] matrix = new float[length][width];
    for (float[] row : matrix) {
      for (int i = 0; i < width; i++) {
        row[i] =
            gaps && random.nextInt(3) == 0 ? Float.NaN : (float) (i + 10 * random.nextGaussian());
      }
    }
    return matrix;
  }

  private static double[][] doubles(float[][] matrix) {
    double[][] doubles = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      doubles[i] = new double[matrix[i].length];
      for (int j = 0; j < doubles[i].length; j++) {
        doubles[i][j] = matrix[i][j];
      }
    }
    return doubles;
  }

  @Property(seed = "1", tries = 200)
  void aMatrixIsASeriesForEachColumn(
      @ForAll long seed,
      @ForAll Scaling scaling,
      @ForAll boolean gaps,
      @ForAll Fill fill,
      @ForAll @IntRange(min = 1, max = 5) int width) {
    Random random = new Random(seed);
    float[][] training = matrix(random, 9, width, gaps);
    float[][] values = matrix(random, 6, width, gaps);
    MatrixCodec.Description description = MatrixCodec.of("samples").scaled(scaling);
    description = gaps ? description.missing(fill) : description;
    MatrixCodec.Learner learner = description.learner();
    learner.add(training);
    MatrixCodec codec = learner.build();
    Steps found = codec.encode(values);

    assertThat(codec.width()).isEqualTo(gaps ? 2 * width : width);
    for (int column = 0; column < width; column++) {
      int at = column;
      SeriesCodec.Description series = SeriesCodec.of("column").scaled(scaling);
      series = gaps ? series.missing(fill) : series;
      SeriesCodec.Learner ofColumn = series.learner();
      ofColumn.add(Arrays.stream(training).map(row -> row[at]).toList());
      float[] expected =
          ofColumn.build().encode(Arrays.stream(values).map(row -> row[at]).toList()).features();
      for (int step = 0; step < 6; step++) {
        float[] features = found.features();
        assertThat(features[step * codec.width() + column])
            .isEqualTo(expected[gaps ? 2 * step : step]);
        if (gaps) {
          assertThat(features[step * codec.width() + width + column])
              .isEqualTo(expected[2 * step + 1]);
        }
      }
    }
  }

  @Property(seed = "1", tries = 200)
  void storedAndByStepsAndAsDoublesTheNumbersAreTheSame(
      @ForAll long seed,
      @ForAll Scaling scaling,
      @ForAll boolean gaps,
      @ForAll Fill fill,
      @ForAll boolean fixed) {
    Random random = new Random(seed);
    float[][] training = matrix(random, 9, 4, gaps);
    float[][] values = matrix(random, 6, 4, gaps);
    MatrixCodec.Description description =
        (fixed ? MatrixCodec.of("samples", 4) : MatrixCodec.of("samples")).scaled(scaling);
    description = gaps ? description.missing(fill) : description;
    MatrixCodec.Learner learner = description.learner();
    learner.add(training);
    MatrixCodec codec = learner.build();
    MatrixCodec.Learner ofDoubles = description.learner();
    ofDoubles.add(doubles(training));
    float[] whole = codec.encode(values).features();

    assertThat(description.restore(codec.stored("samples")).encode(values).features())
        .isEqualTo(whole);
    assertThat(ofDoubles.build().encode(doubles(values)).features()).isEqualTo(whole);

    StepEncoder<float[]> encoder = codec.stepEncoder();
    StepEncoder<double[]> doubleEncoder = codec.doubleStepEncoder();
    double[] state = new double[encoder.stateSize()];
    double[] doubleState = new double[encoder.stateSize()];
    float[] features = new float[encoder.width()];
    for (int i = 0; i < values.length; i++) {
      float[] expected = Arrays.copyOfRange(whole, i * codec.width(), (i + 1) * codec.width());
      encoder.encode(values[i], state, features, new int[0]);
      assertThat(features).isEqualTo(expected);
      Arrays.fill(features, 77);
      doubleEncoder.encode(doubles(values)[i], doubleState, features, new int[0]);
      assertThat(features).isEqualTo(expected);
    }
  }

  @Property(seed = "1", tries = 100)
  void aSeriesIsTheSameInEveryKindOfArrayStoredAndByNumbers(
      @ForAll long seed, @ForAll Scaling scaling, @ForAll @IntRange(max = 9) int length) {
    int[] ints = new Random(seed).ints(length, -1000, 1000).toArray();
    double[] doubles = Arrays.stream(ints).asDoubleStream().toArray();
    List<Integer> list = Arrays.stream(ints).boxed().toList();
    float[] floats = new float[length];
    for (int i = 0; i < length; i++) {
      floats[i] = ints[i];
    }
    SeriesCodec.Description description =
        SeriesCodec.of("values").scaled(scaling).missing(Fill.ZERO);
    SeriesCodec.Learner learner = description.learner();
    learner.add(ints);
    SeriesCodec codec = learner.build();
    SeriesCodec.Learner other = description.learner();
    other.add(floats);
    assertThat(other.build().stored("values")).isEqualTo(codec.stored("values"));

    float[] expected = codec.encode(ints).features();
    assertThat(codec.encode(doubles).features()).isEqualTo(expected);
    assertThat(codec.encode(floats).features()).isEqualTo(expected);
    assertThat(codec.encode(list).features()).isEqualTo(expected);
    SeriesCodec restored = description.restore(codec.stored("values"));
    assertThat(restored.encode(ints).features()).isEqualTo(expected);
    StepEncoder<Number> encoder = codec.stepEncoder();
    float[] step = new float[2];
    for (int i = 0; i < length; i++) {
      encoder.encode(ints[i], new double[0], step, new int[0]);
      assertThat(step).isEqualTo(Arrays.copyOfRange(expected, 2 * i, 2 * i + 2));
    }
  }

  @Test
  void whatIsMissingIsMarkedAndFilledAndNotLearnedFrom() {
    float gap = Float.NaN;
    SeriesCodec.Learner learner = SeriesCodec.of("values").missing(Fill.LAST).learner();
    learner.add(new float[] {gap, 1, gap, 3});
    SeriesCodec codec = learner.build();
    assertThat(codec.encode(new float[] {gap, 3, gap, gap, 1}).features())
        .isEqualTo(new float[] {0, 1, 1, 0, 1, 1, 1, 1, -1, 0});
    SeriesCodec.Learner zeros = SeriesCodec.of("values").missing(Fill.ZERO).learner();
    zeros.add(new float[] {gap, 1, gap, 3});
    assertThat(zeros.build().encode(new float[] {3, gap}).features())
        .isEqualTo(new float[] {1, 0, 0, 1});
  }

  @Test
  void emptyOnesAreOneStepOfZerosMissingWhereThatMayBe() {
    SeriesCodec.Learner series = SeriesCodec.of("values").learner();
    series.add(new float[] {1, 3});
    series.add(new float[0]);
    assertThat(series.build().encode(new float[0]).features()).isEqualTo(new float[] {0});
    SeriesCodec gaps = SeriesCodec.of("values").missing(Fill.LAST).learner().build();
    assertThat(gaps.encode(new int[0]).features()).isEqualTo(new float[] {0, 1});
    MatrixCodec matrix = MatrixCodec.of("samples", 2).missing(Fill.ZERO).learner().build();
    Steps steps = matrix.encode(new float[0][]);
    assertThat(steps.length()).isEqualTo(1);
    assertThat(steps.features()).isEqualTo(new float[] {0, 0, 1, 1});
  }

  @Test
  void errorsNameInputStepAndColumn() {
    MatrixCodec.Learner learner = MatrixCodec.of("samples").learner();
    learner.add(new float[][] {{1, 2}, {3, 4}});
    MatrixCodec codec = learner.build();
    assertThat(messageOf(() -> codec.encode(new float[][] {{1, 2}, {3, Float.NaN}})))
        .isEqualTo("samples[1][1] is NaN. What may be missing needs @Missing.");
    assertThat(messageOf(() -> codec.encode(new double[][] {{Double.NEGATIVE_INFINITY, 2}})))
        .isEqualTo("samples[0][0] is -Infinity, expected a finite number");
    assertThat(messageOf(() -> codec.encode(new float[][] {{1, 2}, {1, 2, 3}})))
        .isEqualTo("samples[1] has 3 numbers, expected 2");
    assertThat(messageOf(() -> codec.encode(new float[][] {{1, 2}, null})))
        .isEqualTo("samples[1] is null");
    assertThat(messageOf(() -> codec.encode((float[][]) null))).isEqualTo("samples is null");
    assertThat(messageOf(() -> learner.add(new float[][] {{1}})))
        .isEqualTo("samples[0] has 1 numbers, expected 2, as the first step of the training data");
    assertThat(messageOf(() -> learner.add(new float[][] {{1, Float.NaN}})))
        .isEqualTo("samples[0][1] is NaN. What may be missing needs @Missing.");
    assertThat(messageOf(() -> MatrixCodec.of("samples").learner().build()))
        .startsWith("samples is empty in all of the training data");
    assertThat(messageOf(() -> MatrixCodec.of("samples", 0))).startsWith("width is 0");
    SeriesCodec series = SeriesCodec.of("values").learner().build();
    assertThat(messageOf(() -> series.encode(Arrays.asList(1, null))))
        .isEqualTo("values[1] is null");
    assertThat(messageOf(() -> series.encode(new float[] {1, Float.NaN})))
        .isEqualTo("values[1] is NaN. What may be missing needs @Missing.");
  }
}
