package dev.rondo.it.benchmark.report;

import java.util.List;

/** Writes a table as Markdown. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  Markdown(Table table) {
    text.append("### ").append(table.title()).append("\n\n");
    text.append(table.meaning()).append("\n\n");
    add(table.columns());
    text.append("|---").append("|---:".repeat(table.columns().size() - 1)).append("|\n");
  }

  /** Adds a line. */
  void add(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
