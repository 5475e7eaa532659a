package dev.rondo.runtime.data;

/** How much memory encoded values take, in numbers of four bytes. */
public final class EncodedSize {
  /** What an object takes besides its numbers. */
  private static final int OBJECT = 8;

  private EncodedSize() {}

  /** Returns the numbers of a value and of what is in it; of a class that is not known, some. */
  public static long of(Object value) {
    if (value instanceof int[] numbers) {
      return (long) OBJECT + numbers.length;
    }
    if (value instanceof float[] numbers) {
      return (long) OBJECT + numbers.length;
    }
    if (value instanceof Steps steps) {
      return OBJECT + of(steps.features()) + of(steps.symbols()) + of(steps.inner());
    }
    if (value instanceof Row<?, ?> row) {
      return OBJECT + of(row.input()) + of(row.expected());
    }
    if (value instanceof Object[] array) {
      long sum = OBJECT;
      for (Object element : array) {
        sum += of(element);
      }
      return sum;
    }
    return OBJECT;
  }
}
