package dev.rondo.it.benchmark.report;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The command that runs the benchmarks: {@code integration-tests/benchmarks}. */
public final class Benchmarks {
  private static final String USAGE =
      """
      Usage: integration-tests/benchmarks [FILTER...] [OPTIONS]

      Runs the benchmarks, each in a process of its own, and prints their tables as Markdown.
      FILTER is a regular expression, searched for in the names below; without one all are run,
      which takes some 25 minutes. The machine should have nothing else to do.

      OPTIONS are those of JMH, such as:
        -f 3        the shortest of 3 processes each, for ratios close to 1
        -w 5s -r 10s   5 seconds of warm-up, then 10 seconds of measurement
        -v NORMAL   show what JMH prints
        --without-dl4j   without Deeplearning4j, which is downloaded at the first use

      Benchmarks:
      """;

  private Benchmarks() {}

  /** Runs the benchmarks; exits with 1 if any failed, with 2 if the arguments are wrong. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out, err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    List<Table> tables = Tables.of(Scale.FULL);
    if (arguments.contains("--help") || arguments.contains("-h")) {
      out.print(USAGE);
      tables.forEach(table -> list(table, out));
      return 0;
    }
    try {
      List<String> names = arguments.stream().takeWhile(a -> !a.startsWith("-")).toList();
      CommandLineOptions commandLine =
          new CommandLineOptions(arguments.stream().skip(names.size()).toArray(String[]::new));
      if (!commandLine.getIncludes().isEmpty()) {
        // JMH would run what they match of its own names, along with each of ours
        err.println("error: " + commandLine.getIncludes() + " has to stand before the options");
        return 2;
      }
      Filter filter = new Filter(names);
      List<Table> chosen = tables.stream().map(table -> table.filtered(filter)).toList();
      if (chosen.stream().allMatch(table -> table.lines().isEmpty())) {
        err.println("error: no benchmark matches " + names + ", see --help");
        return 2;
      }
      Report report = new Report(quiet(commandLine), err);
      out.println(Machine.describe() + "\n");
      out.print(report.run(chosen));
      return report.complete() ? 0 : 1;
    } catch (CommandLineOptionException | PatternSyntaxException e) {
      err.println("error: " + e.getMessage());
      return 2;
    }
  }

  private static Options quiet(CommandLineOptions commandLine) {
    return new OptionsBuilder()
        .parent(commandLine)
        .verbosity(commandLine.verbosity().orElse(VerboseMode.SILENT))
        .build();
  }

  private static void list(Table table, PrintStream out) {
    for (Line line : table.lines()) {
      out.println("  " + table.title() + ": " + line.name());
    }
  }
}
