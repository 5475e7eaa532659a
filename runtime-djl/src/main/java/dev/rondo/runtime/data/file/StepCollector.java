package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Collects the steps of one sequence after the other.
 *
 * @param <S> the type of a sequence
 */
interface StepCollector<S> {
  /** Starts a new sequence. */
  void start();

  /** Adds a step; after an error only {@link #start} may follow. */
  void add(Cells step);

  /** Returns the number of steps so far. */
  int size();

  /** Returns the sequence. */
  S take();

  /** Collects values in a list. */
  static <T> StepCollector<List<T>> list(RecordReader<T> reader) {
    return objects(reader::read, List::copyOf);
  }

  /** Collects vectors in an array. */
  static <A> StepCollector<A[]> rows(Function<Cells, A> reader, IntFunction<A[]> array) {
    return objects(reader, rows -> rows.toArray(array));
  }

  private static <T, S> StepCollector<S> objects(
      Function<Cells, T> reader, Function<List<T>, S> finish) {
    return new StepCollector<>() {
      private final List<T> values = new ArrayList<>();

      @Override
      public void start() {
        values.clear();
      }

      @Override
      public void add(Cells step) {
        values.add(Arguments.notNull(reader.apply(step), "step"));
      }

      @Override
      public int size() {
        return values.size();
      }

      @Override
      public S take() {
        return finish.apply(values);
      }
    };
  }

  /** Collects numbers. */
  final class Floats implements StepCollector<float[]> {
    private final NumberColumn column;
    private float[] values = new float[16];
    private int size;

    Floats(NumberColumn column) {
      this.column = column;
    }

    @Override
    public void start() {
      size = 0;
    }

    @Override
    public void add(Cells step) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = column.toFloat(step);
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public float[] take() {
      return Arrays.copyOf(values, size);
    }
  }

  /** Collects numbers. */
  final class Doubles implements StepCollector<double[]> {
    private final NumberColumn column;
    private double[] values = new double[16];
    private int size;

    Doubles(NumberColumn column) {
      this.column = column;
    }

    @Override
    public void start() {
      size = 0;
    }

    @Override
    public void add(Cells step) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = column.toDouble(step);
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public double[] take() {
      return Arrays.copyOf(values, size);
    }
  }

  /** Collects whole numbers. */
  final class Longs implements StepCollector<long[]> {
    private final NumberColumn column;
    private long[] values = new long[16];
    private int size;

    Longs(NumberColumn column) {
      this.column = column;
    }

    @Override
    public void start() {
      size = 0;
    }

    @Override
    public void add(Cells step) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = column.toLong(step);
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public long[] take() {
      return Arrays.copyOf(values, size);
    }
  }

  /** Collects whole numbers. */
  final class Ints implements StepCollector<int[]> {
    private final NumberColumn column;
    private int[] values = new int[16];
    private int size;

    Ints(NumberColumn column) {
      this.column = column;
    }

    @Override
    public void start() {
      size = 0;
    }

    @Override
    public void add(Cells step) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = column.toInt(step);
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public int[] take() {
      return Arrays.copyOf(values, size);
    }
  }
}
