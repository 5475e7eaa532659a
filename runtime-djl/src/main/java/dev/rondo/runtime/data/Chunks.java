package dev.rondo.runtime.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Cuts examples into lists of moderate size, so that any number of them can be evaluated. */
public final class Chunks {
  private static final int SIZE = 1024;

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
