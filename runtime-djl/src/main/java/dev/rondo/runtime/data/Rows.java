package dev.rondo.runtime.data;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * All training examples in numbers, in shuffled batches of similar length.
 *
 * <p>Examples in a {@link Collection} are encoded once and kept. Those of any other {@link
 * Iterable} may be more than fit in memory: each epoch iterates and encodes them anew, and shuffles
 * them in a buffer of 16,384, or of fewer that have 4,194,304 numbers together.
 *
 * @param <I> the type of an encoded input
 * @param <O> the type of an encoded output
 */
public final class Rows<I, O> {
  private final Source<I, O> source;
  private final @Nullable VariedRows<?, I, O> varied;
  private final long size;

  private Rows(Source<I, O> source, @Nullable VariedRows<?, I, O> varied, long size) {
    this.source = source;
    this.varied = varied;
    this.size = size;
  }

  /**
   * Returns the rows of examples. Goes through all of them once, to encode or to count them.
   *
   * @param encoder makes a row of an example
   * @throws IllegalArgumentException if there is no example, or one is null or cannot be encoded,
   *     naming its place
   */
  public static <E, I, O> Rows<I, O> of(
      @Nullable Iterable<? extends @Nullable E> examples, Function<? super E, Row<I, O>> encoder) {
    Iterable<E> checked = Arguments.noNulls(examples, "example");
    if (examples instanceof Collection) {
      List<Row<I, O>> rows = new ArrayList<>();
      checked.forEach(example -> rows.add(encoded(example, rows.size(), encoder)));
      return counted(
          random -> random == null ? rows.iterator() : new Permutation<>(rows, random),
          rows.size());
    }
    long size = 0;
    for (Iterator<E> iterator = checked.iterator(); iterator.hasNext(); iterator.next()) {
      size++;
    }
    long all = size;
    return counted(
        random -> {
          Iterator<Row<I, O>> read = new Repeated<>(checked.iterator(), encoder, all);
          return random == null ? read : new ShuffleBuffer<>(read, random);
        },
        size);
  }

  /**
   * Returns rows that are made when they are asked for, and not kept: windows of series.
   *
   * @param size how many there are, at least 1
   * @param row makes a row of its number, from 0
   * @throws IllegalArgumentException if there are none
   */
  public static <I, O> Rows<I, O> of(int size, IntFunction<Row<I, O>> row) {
    List<Row<I, O>> rows =
        new AbstractList<>() {
          @Override
          public Row<I, O> get(int index) {
            return row.apply(index);
          }

          @Override
          public int size() {
            return size;
          }
        };
    return counted(
        random -> random == null ? rows.iterator() : new Permutation<>(rows, random), size);
  }

  /**
   * Returns these rows with something drawn in each epoch: they are then encoded anew, one after
   * the other. Their {@linkplain #fingerprint() fingerprint} stays that of the rows as they are.
   *
   * @param examples those that these rows are of
   * @param encoder makes a row of an example, as it is without a generator; where it refuses what
   *     was drawn, the row is as it is
   */
  public <E> Rows<I, O> varied(
      Iterable<E> examples, BiFunction<? super E, @Nullable Random, Row<I, O>> encoder) {
    return new Rows<>(source, new VariedRows<>(examples, encoder, size), size);
  }

  /**
   * Returns the row of an example.
   *
   * @param place of the example among all, from 0
   * @throws IllegalArgumentException if it cannot be encoded, naming its place
   */
  static <E, I, O> Row<I, O> encoded(
      E example, long place, Function<? super E, Row<I, O>> encoder) {
    return Arguments.placed("example[" + place + "]", () -> encoder.apply(example));
  }

  private static <I, O> Rows<I, O> counted(Source<I, O> source, long size) {
    if (size == 0) {
      throw noExamples();
    }
    return new Rows<>(source, null, size);
  }

  public static IllegalArgumentException noExamples() {
    return new IllegalArgumentException(
        "no examples. If they were used before and can be iterated only once, collect them in a"
            + " List first.");
  }

  /** Returns how many examples there are, at least 1. */
  public long size() {
    return size;
  }

  /** Returns what tells these rows, and their order, from others. Goes through all of them once. */
  public Fingerprint fingerprint() {
    return Fingerprint.of(source.rows(null));
  }

  /**
   * Returns all rows once, in batches, as {@link #epoch(long, int, int, int)} does with at most
   * 65,536 padded steps.
   */
  public Iterable<Batch<I, O>> epoch(long seed, int epoch, int batchSize) {
    return epoch(seed, epoch, batchSize, LengthOrder.MOST_STEPS);
  }

  /**
   * Returns all rows once, in batches. Their order depends on the seed, the epoch and the order of
   * the examples only.
   *
   * <p>Shuffled rows are taken in pools of 50 batches, or of at most 4,194,304 numbers; a pool is
   * sorted by length and cut into batches, which are shuffled again. So the batches of a pool hold
   * rows of similar length, and the rows of equal length meet others in each epoch. A batch has at
   * most {@code stepsPerBatch} padded steps (see {@link LengthOrder}).
   *
   * @param batchSize the most rows of a batch, at least 1
   * @param stepsPerBatch the most padded steps of a batch of more than one row, at least 1
   * @throws IllegalArgumentException if one of them is below 1
   * @throws IllegalStateException while iterating, if the examples are fewer than the first time
   */
  public Iterable<Batch<I, O>> epoch(long seed, int epoch, int batchSize, int stepsPerBatch) {
    LengthOrder.checkBatchSize(batchSize);
    Arguments.atLeastOne(stepsPerBatch, "stepsPerBatch");
    return () -> {
      long ofEpoch = mixed(seed, epoch);
      Random random = new Random(ofEpoch);
      Iterator<Row<I, O>> rows =
          varied == null ? source.rows(random) : varied.rows(random, ofEpoch);
      return new PoolIterator<>(rows, batchSize, stepsPerBatch, random);
    };
  }

  /**
   * Returns a seed for each epoch, or for each place in it. The finalizer of MurmurHash3 spreads
   * neighbouring values, for which {@link Random} gives similar first numbers. {@link Random}
   * itself is the one generator whose numbers Java's specification fixes.
   */
  static long mixed(long seed, long number) {
    long z = seed + (number + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 33)) * 0xFF51AFD7ED558CCDL;
    z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return z ^ (z >>> 33);
  }

  /** Gives all rows: in a random order, a new one at each call, or as they are without a random. */
  private interface Source<I, O> {
    Iterator<Row<I, O>> rows(@Nullable Random random);
  }

  /** Turns a stream of rows into batches, one pool after the other. */
  private static final class PoolIterator<I, O> implements Iterator<Batch<I, O>> {
    private static final int BATCHES = 50;

    private final Iterator<Row<I, O>> rows;
    private final int batchSize;
    private final int stepsPerBatch;
    private final Random random;
    private Iterator<Batch<I, O>> pool = Collections.emptyIterator();

    PoolIterator(Iterator<Row<I, O>> rows, int batchSize, int stepsPerBatch, Random random) {
      this.rows = rows;
      this.batchSize = batchSize;
      this.stepsPerBatch = stepsPerBatch;
      this.random = random;
    }

    @Override
    public boolean hasNext() {
      return pool.hasNext() || rows.hasNext();
    }

    @Override
    public Batch<I, O> next() {
      if (!pool.hasNext()) {
        pool = nextPool();
      }
      return pool.next();
    }

    private Iterator<Batch<I, O>> nextPool() {
      long most = (long) BATCHES * batchSize;
      List<Row<I, O>> rowsOfPool = new ArrayList<>();
      long numbers = 0;
      while (rowsOfPool.size() < most && numbers < ShuffleBuffer.MOST_NUMBERS && rows.hasNext()) {
        Row<I, O> row = rows.next();
        numbers += EncodedSize.of(row);
        rowsOfPool.add(row);
      }
      rowsOfPool.sort(Comparator.comparingInt(Row::length));
      List<List<Row<I, O>>> cut =
          LengthOrder.cut(rowsOfPool, Row::length, batchSize, stepsPerBatch);
      Collections.shuffle(cut, random);
      return cut.stream().map(Batch::of).iterator();
    }
  }
}
