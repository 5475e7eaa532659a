package dev.rondo.runtime.data;

import dev.rondo.runtime.data.text.TextSource;
import java.util.Iterator;
import java.util.function.Function;

/**
 * Tells data apart: equal data has equal fingerprints, and other data has others.
 *
 * @param count how many examples there are, or documents
 * @param length the steps of all examples, or the characters of all documents
 * @param sha256 the digest of all numbers or characters in their order, 64 hexadecimal digits
 */
public record Fingerprint(long count, long length, String sha256) {
  /**
   * Returns the fingerprint of examples in their order.
   *
   * @param encoder makes a row of an example
   * @throws IllegalArgumentException if an example is null, naming its place
   */
  public static <E> Fingerprint of(
      Iterable<E> examples, Function<? super E, ? extends Row<?, ?>> encoder) {
    Iterator<E> all = Arguments.<E>noNulls(examples, "example").iterator();
    return of(
        new Iterator<Row<?, ?>>() {
          private long place;

          @Override
          public boolean hasNext() {
            return all.hasNext();
          }

          @Override
          public Row<?, ?> next() {
            E example = all.next();
            return Arguments.placed("example[" + place++ + "]", () -> encoder.apply(example));
          }
        });
  }

  /** Returns the fingerprint of rows in their order. */
  static Fingerprint of(Iterator<? extends Row<?, ?>> rows) {
    ContentDigest digest = new ContentDigest();
    long count = 0;
    long length = 0;
    while (rows.hasNext()) {
      Row<?, ?> row = rows.next();
      digest.add(row.input());
      digest.add(row.expected());
      count++;
      length += row.length();
    }
    return new Fingerprint(count, length, digest.sha256());
  }

  /**
   * Returns the fingerprint of a text. Goes through all of it.
   *
   * @throws TextFileException if a file cannot be read, or is no UTF-8
   */
  public static Fingerprint of(TextSource text) {
    ContentDigest digest = new ContentDigest();
    long[] counts = new long[2];
    text.forEachPiece(
        piece -> {
          digest.characters(piece);
          counts[1] += piece.length();
        },
        () -> {
          digest.endOfDocument();
          counts[0]++;
        });
    return new Fingerprint(counts[0], counts[1], digest.sha256());
  }
}
