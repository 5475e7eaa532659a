package dev.rondo.samples.anomaly;

import dev.rondo.samples.common.TimedValue;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is done with rows that have the same time, or are not in the order of time. */
enum RowPolicy {
  /** They stay as the file has them: the Numenta Anomaly Benchmark scores every row. */
  KEEP("rows stay as the file has them"),
  /** They are sorted; of several of one time the first is kept. */
  SORT("sorted, of several of one time the first");

  private final String text;

  RowPolicy(String text) {
    this.text = text;
  }

  List<TimedValue> apply(List<TimedValue> rows) {
    if (this == KEEP) {
      return rows;
    }
    List<TimedValue> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(TimedValue::at)); // stable
    List<TimedValue> single = new ArrayList<>();
    for (TimedValue row : sorted) {
      if (single.isEmpty() || !single.get(single.size() - 1).at().equals(row.at())) {
        single.add(row);
      }
    }
    return single;
  }

  /** Says what is irregular about rows, and what is done. */
  String describe(List<TimedValue> rows) {
    long distinct = rows.stream().map(TimedValue::at).distinct().count();
    int disordered = 0;
    LocalDateTime latest = rows.get(0).at();
    for (TimedValue row : rows) {
      disordered += row.at().isBefore(latest) ? 1 : 0;
      latest = row.at().isAfter(latest) ? row.at() : latest;
    }
    long duplicates = rows.size() - distinct;
    return duplicates + disordered == 0
        ? rows.size() + " rows"
        : "%s rows, %s with a time that was there before, %s out of order: %s"
            .formatted(rows.size(), duplicates, disordered, text);
  }
}
