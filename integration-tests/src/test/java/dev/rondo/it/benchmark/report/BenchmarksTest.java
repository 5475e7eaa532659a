package dev.rondo.it.benchmark.report;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.it.benchmark.peer.PeerProvider;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks run and are reported; how long anything takes is not looked at. */
class BenchmarksTest {
  private static final Pattern FIGURE = Pattern.compile("\\d+(\\.\\d+)?|NaN|∞|throws|–|no GRU");

  /** One look at everything in this process: nothing is measured, so other JMHs may run. */
  @BeforeAll
  static void shareTheMachine() {
    System.setProperty("jmh.ignoreLock", "true");
  }

  @Test
  void everyLineOfEveryTableHasAFigureInEachCell() {
    List<Table> tables = Tables.of(Scale.TINY);
    ByteArrayOutputStream progress = new ByteArrayOutputStream();
    Report report = new Report(once(), new PrintStream(progress, true, StandardCharsets.UTF_8));
    List<String> lines = report.run(tables).lines().toList();
    assertThat(progress.toString(StandardCharsets.UTF_8)).doesNotContain("failed");
    assertThat(report.complete()).isTrue();
    for (Table table : tables) {
      int at = lines.indexOf("### " + table.title()) + 6;
      for (Line line : table.lines()) {
        String[] cells = lines.get(at++).split("\\|");
        assertThat(cells[1].strip()).isEqualTo(line.name());
        assertThat(cells).hasLength(table.columns().size() + 1);
        for (int cell = 2; cell < cells.length; cell++) {
          assertThat(cells[cell].strip()).matches(FIGURE);
        }
      }
    }
  }

  private static Options once() {
    return new OptionsBuilder()
        .forks(0)
        .warmupIterations(0)
        .measurementIterations(1)
        .measurementTime(TimeValue.milliseconds(1))
        .verbosity(VerboseMode.SILENT)
        .build();
  }

  @Test
  void helpListsAllLines() {
    String help = output(0, "--help");
    for (Table table : Tables.of(Scale.FULL)) {
      for (Line line : table.lines()) {
        assertThat(help).contains(table.title() + ": " + line.name());
      }
    }
  }

  @Test
  void allPeersHaveAColumn() {
    Table training = Tables.of(Scale.FULL).get(0);
    for (PeerProvider peer : PeerProvider.all()) {
      assertThat(String.join(" ", training.columns())).contains(peer.name());
    }
  }

  @Test
  void aFilterThatMatchesNothingIsAnError() {
    assertThat(output(2, "no such thing")).contains("no benchmark matches [no such thing]");
  }

  @Test
  void aFilterThatIsNoExpressionIsAnError() {
    assertThat(output(2, "(")).contains("error: ");
  }

  @Test
  void aFilterBehindOptionsIsAnError() {
    assertThat(output(2, "-f", "2", "Memory")).contains("[Memory] has to stand before the options");
  }

  @Test
  void anOptionThatJmhDoesNotKnowIsAnError() {
    assertThat(output(2, "--fast")).contains("fast");
  }

  private static String output(int status, String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    assertThat(Benchmarks.run(List.of(arguments), stream, stream)).isEqualTo(status);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
