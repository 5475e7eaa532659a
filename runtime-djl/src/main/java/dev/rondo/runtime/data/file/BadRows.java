package dev.rondo.runtime.data.file;

/**
 * What happens to rows that make no example: a field that cannot be read, one too many or too few,
 * a line that is no JSON.
 *
 * <p>Errors of the whole file always end the reading: a header without a column that is needed,
 * bytes that are no UTF-8, quotes that do not end, a group in two places.
 */
public enum BadRows implements ReadOption {
  /** The first one is an error that names file, line and column. The default. */
  STOP,

  /**
   * They are left out. After the last row a warning (logger {@code dev.rondo.data}) says how many
   * examples that were, and what is wrong with the first. In a file that is grouped the whole group
   * is left out: a sequence without one of its steps would be another one. A file of which nothing
   * is left is an error.
   */
  SKIP
}
