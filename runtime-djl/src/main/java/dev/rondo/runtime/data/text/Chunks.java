package dev.rondo.runtime.data.text;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.EncodedSize;
import dev.rondo.runtime.data.Rows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts examples into lists of moderate size, so that any number of them can be evaluated. */
public final class Chunks {
  private static final int SIZE = 1024;

  /** The most numbers that are encoded at once: 4 MiB. */
  private static final long MOST_NUMBERS = 1 << 20;

  private Chunks() {}

  /**
   * Returns the examples in order, in lists of 1,024; the last one may be shorter. They are read as
   * the lists are iterated.
   *
   * @throws IllegalArgumentException if {@code examples} is null; while iterating, if an example is
   *     null, naming its place, or there are no examples
   */
  public static <E> Iterable<List<E>> of(@Nullable Iterable<? extends @Nullable E> examples) {
    Iterable<E> source = Arguments.noNulls(examples, "example");
    return () -> {
      Iterator<E> iterator = source.iterator();
      if (!iterator.hasNext()) {
        throw Rows.noExamples();
      }
      return new ChunkIterator<>(iterator);
    };
  }

  /**
   * Returns the examples in order with what is encoded of them, in chunks of 1,024, or of fewer
   * that have 1,048,576 numbers together: long ones must not fill the memory. They are read as the
   * chunks are iterated.
   *
   * @param encoder gives what is read of an example
   * @throws IllegalArgumentException if {@code examples} is null; while iterating, if an example is
   *     null or cannot be encoded, naming its place, or there are no examples
   */
  public static <E, R> Iterable<Chunk<E, R>> of(
      @Nullable Iterable<? extends @Nullable E> examples, Function<? super E, R> encoder) {
    Iterable<E> source = Arguments.noNulls(examples, "example");
    return () -> {
      Iterator<E> iterator = source.iterator();
      if (!iterator.hasNext()) {
        throw Rows.noExamples();
      }
      return new EncodedIterator<>(iterator, encoder);
    };
  }

  private static final class EncodedIterator<E, R> implements Iterator<Chunk<E, R>> {
    private final Iterator<E> source;
    private final Function<? super E, R> encoder;
    private long place;

    EncodedIterator(Iterator<E> source, Function<? super E, R> encoder) {
      this.source = source;
      this.encoder = encoder;
    }

    @Override
    public boolean hasNext() {
      return source.hasNext();
    }

    @Override
    public Chunk<E, R> next() {
      if (!source.hasNext()) {
        throw new NoSuchElementException();
      }
      List<E> examples = new ArrayList<>();
      List<R> rows = new ArrayList<>();
      long numbers = 0;
      while (examples.size() < SIZE && numbers < MOST_NUMBERS && source.hasNext()) {
        E example = source.next();
        R row = Arguments.placed("example[" + place++ + "]", () -> encoder.apply(example));
        examples.add(example);
        rows.add(row);
        numbers += EncodedSize.of(Arguments.notNull(row, "row"));
      }
      return new Chunk<>(examples, rows);
    }
  }

  private static final class ChunkIterator<E> implements Iterator<List<E>> {
    private final Iterator<E> source;

    ChunkIterator(Iterator<E> source) {
      this.source = source;
    }

    @Override
    public boolean hasNext() {
      return source.hasNext();
    }

    @Override
    public List<E> next() {
      if (!source.hasNext()) {
        throw new NoSuchElementException();
      }
      List<E> chunk = new ArrayList<>();
      while (chunk.size() < SIZE && source.hasNext()) {
        chunk.add(source.next());
      }
      return chunk;
    }
  }
}
