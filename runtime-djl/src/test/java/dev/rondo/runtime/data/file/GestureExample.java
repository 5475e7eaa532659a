package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.Arguments;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is generated for {@code @Category String gesture(float[][] steps)}. */
final class GestureExample {
  private final float[][] steps;
  private final String expected;

  GestureExample(float[][] steps, String expected) {
    this.steps = Arguments.copyOf(steps, "steps");
    this.expected = Arguments.notNull(expected, "expected");
  }

  static List<GestureExample> read(Path file, ReadOption... options) {
    return stream(file, options).toList();
  }

  static ExampleSource<GestureExample> stream(Path file, ReadOption... options) {
    return ExampleSource.of(file, GestureExample::example, options);
  }

  private static RecordReader<GestureExample> example(Columns columns) {
    SeriesColumn<float[][]> steps = columns.floatRows("steps");
    TextColumn expected = columns.text("expected");
    return cells -> new GestureExample(steps.of(cells), expected.of(cells));
  }

  float[][] steps() {
    return steps;
  }

  String expected() {
    return expected;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GestureExample that
        && Arrays.deepEquals(steps, that.steps)
        && expected.equals(that.expected);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.deepHashCode(steps) + expected.hashCode();
  }

  @Override
  public String toString() {
    return "GestureExample[steps=" + Arrays.deepToString(steps) + ", expected=" + expected + "]";
  }
}
