package dev.rondo.runtime.data.file;

import java.util.ArrayList;
import java.util.List;

/** The rows of one sentence, each with the fields that are read, in the order asked for. */
final class ConllSentence {
  private final List<String[]> rows = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();

  void add(long line, String[] fields) {
    rows.add(fields);
    lines.add(line);
  }

  int size() {
    return rows.size();
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Returns the number of a row's line, from 1. */
  long line(int row) {
    return lines.get(row);
  }

  String field(int row, int column) {
    return rows.get(row)[column];
  }

  /** Sets one field of each row. */
  void replace(int column, List<String> values) {
    for (int row = 0; row < values.size(); row++) {
      rows.get(row)[column] = values.get(row);
    }
  }

  /** Returns one field of each row. */
  List<String> column(int column) {
    return rows.stream().map(fields -> fields[column]).toList();
  }
}
