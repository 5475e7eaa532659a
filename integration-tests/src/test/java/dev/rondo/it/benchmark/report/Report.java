package dev.rondo.it.benchmark.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the trials of tables and fills them in. The trials of a line follow each other at once, so
 * that whatever slows the machine for a while slows all of them.
 */
final class Report {
  private static final String FAILED = "failed";

  private final Options options;
  private final PrintStream progress;
  private int done;
  private int all;
  private boolean complete = true;

  /**
   * Creates a report.
   *
   * @param options of JMH, for all trials
   * @param progress gets a line for each trial
   */
  Report(Options options, PrintStream progress) {
    this.options = options;
    this.progress = progress;
  }

  /** Runs everything and returns the tables as Markdown; tables without lines are left out. */
  String run(List<Table> tables) {
    all =
        tables.stream()
            .flatMap(table -> table.lines().stream())
            .mapToInt(line -> (int) line.trials().stream().filter(t -> t.lacks().isEmpty()).count())
            .sum();
    List<String> texts = new ArrayList<>();
    for (Table table : tables) {
      if (!table.lines().isEmpty()) {
        texts.add(run(table));
      }
    }
    return String.join("\n", texts);
  }

  /** Returns whether no trial has failed so far. */
  boolean complete() {
    return complete;
  }

  private String run(Table table) {
    Markdown text = new Markdown(table);
    for (Line line : table.lines()) {
      List<Outcome> outcomes = new ArrayList<>();
      for (Trial trial : line.trials()) {
        outcomes.add(
            trial
                .lacks()
                .map(Outcome::of)
                .orElseGet(() -> run(table.title() + ", " + line.name(), trial)));
      }
      List<String> cells = new ArrayList<>(List.of(line.name()));
      cells.addAll(line.cells().apply(outcomes));
      text.add(cells);
    }
    return text.toString();
  }

  private Outcome run(String line, Trial trial) {
    progress.printf("[%s/%s] %s: %s%n", ++done, all, line, trial.who());
    ChainedOptionsBuilder one =
        new OptionsBuilder()
            .parent(options)
            .shouldFailOnError(true)
            .include("^" + Pattern.quote(trial.benchmark()) + "$");
    trial.parameters().forEach((name, value) -> one.param(name, value));
    try {
      Collection<RunResult> results = new Runner(one.build()).run();
      return Outcome.of(Figures.of(results.iterator().next()));
    } catch (RunnerException e) {
      complete = false;
      progress.println(FAILED + ": " + e.getMessage() + " (-v EXTRA shows why)");
      return Outcome.of(FAILED);
    }
  }
}
