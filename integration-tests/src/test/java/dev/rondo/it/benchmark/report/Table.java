package dev.rondo.it.benchmark.report;

import java.util.List;

/**
 * A table of the report.
 *
 * @param title its heading
 * @param meaning what its figures are
 * @param columns the headings of its columns
 * @param lines its lines
 */
record Table(String title, String meaning, List<String> columns, List<Line> lines) {

  /** Returns the table with those lines only whose title and name the filter accepts. */
  Table filtered(Filter filter) {
    return new Table(
        title,
        meaning,
        columns,
        lines.stream().filter(line -> filter.accepts(title + ": " + line.name())).toList());
  }
}
