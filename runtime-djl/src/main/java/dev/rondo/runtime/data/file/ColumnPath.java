package dev.rondo.runtime.data.file;

/**
 * What a column is called.
 *
 * @param full the parameter, or {@code expected}, and the components: {@code readings.engine.rpm}
 * @param brief the components only: {@code engine.rpm}; that of the parameter where it is the value
 * @param own what it is called inside of its sequence: {@code engine.rpm}; empty if the steps are
 *     single values. The same as {@code full} outside of sequences
 */
record ColumnPath(String full, String brief, String own) {
  static ColumnPath of(String full, String own) {
    int dot = full.indexOf('.');
    return new ColumnPath(full, dot < 0 ? full : full.substring(dot + 1), own);
  }
}
