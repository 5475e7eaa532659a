package dev.rondo.it.benchmark;

import dev.rondo.runtime.data.file.Columns;
import dev.rondo.runtime.data.file.ConstantColumn;
import dev.rondo.runtime.data.file.ExampleSource;
import dev.rondo.runtime.data.file.FlagColumn;
import dev.rondo.runtime.data.file.Grouping;
import dev.rondo.runtime.data.file.NumberColumn;
import dev.rondo.runtime.data.file.ReadOption;
import dev.rondo.runtime.data.file.RecordReader;
import dev.rondo.runtime.data.file.SequenceColumn;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reads a file of typed examples, each a sequence of records and two answers, on one core and in a
 * heap of 64 MiB.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx64m", "-XX:+UseSerialGC"})
@State(Scope.Benchmark)
public class ExampleFileBenchmark {
  private static final int STEPS = 100;

  /** The size of the file. */
  @Param({"100"})
  private int megabytes = 100;

  /** What the file is. */
  @Param({"csv", "jsonl"})
  private String format = "csv";

  private Path file = Path.of("none");

  /** Creates a benchmark without a file yet. */
  public ExampleFileBenchmark() {}

  /** One step. */
  private record Reading(float load, int rpm, DayOfWeek day) {}

  /** A sequence and its answers. */
  private record Checked(List<Reading> readings, boolean worn, float remaining) {}

  /** Writes the file. */
  @Setup
  public void setUp() throws IOException {
    file = Files.createTempFile("examples", "." + format);
    Random random = new Random(1);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      boolean table = format.equals("csv");
      long written = 0;
      if (table) {
        out.write("machine,load,rpm,day,note,worn,remaining\n");
      }
      for (int machine = 0; written < megabytes * 1_000_000L; machine++) {
        String example = table ? rows(machine, random) : line(random);
        out.write(example);
        written += example.length();
      }
    }
  }

  private static String rows(int machine, Random random) {
    StringBuilder rows = new StringBuilder();
    for (int step = 0; step < STEPS; step++) {
      rows.append("machine ").append(machine).append(',');
      rows.append(load(random)).append(',').append(random.nextInt(6000)).append(',');
      rows.append(DayOfWeek.of(1 + step % 7)).append(",\"no, nothing\",yes,12.5\n");
    }
    return rows.toString();
  }

  private static String line(Random random) {
    StringBuilder line = new StringBuilder("{\"readings\": [");
    for (int step = 0; step < STEPS; step++) {
      line.append(step == 0 ? "{" : ", {");
      line.append("\"load\": ").append(load(random));
      line.append(", \"rpm\": ").append(random.nextInt(6000));
      line.append(", \"day\": \"").append(DayOfWeek.of(1 + step % 7)).append("\"}");
    }
    return line.append("], \"expected\": {\"worn\": true, \"remaining\": 12.5}}\n").toString();
  }

  private static double load(Random random) {
    return (random.nextInt(200_000) - 100_000) / 1e4;
  }

  /** Deletes the file. */
  @TearDown
  public void tearDown() throws IOException {
    Files.delete(file);
  }

  /** All examples of the file, one after the other. */
  @Benchmark
  public void read(Blackhole blackhole) {
    ReadOption[] options =
        format.equals("csv") ? new ReadOption[] {Grouping.by("machine")} : new ReadOption[0];
    for (Checked example : ExampleSource.of(file, ExampleFileBenchmark::example, options)) {
      blackhole.consume(example);
    }
  }

  private static RecordReader<Checked> example(Columns columns) {
    SequenceColumn<List<Reading>> readings =
        columns.list("readings", ExampleFileBenchmark::reading);
    FlagColumn worn = columns.nested("expected").flag("worn");
    NumberColumn remaining = columns.nested("expected").number("remaining");
    return cells -> new Checked(readings.of(cells), worn.of(cells), remaining.toFloat(cells));
  }

  private static RecordReader<Reading> reading(Columns columns) {
    NumberColumn load = columns.number("load");
    NumberColumn rpm = columns.number("rpm");
    ConstantColumn<DayOfWeek> day = columns.constant("day", DayOfWeek.values());
    return cells -> new Reading(load.toFloat(cells), rpm.toInt(cells), day.of(cells));
  }
}
