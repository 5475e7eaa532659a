package dev.rondo.runtime;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.data.file.Columns;
import dev.rondo.runtime.data.file.ExampleSource;
import dev.rondo.runtime.data.file.Grouping;
import dev.rondo.runtime.data.file.NumberColumn;
import dev.rondo.runtime.data.file.ReadOption;
import dev.rondo.runtime.data.file.RecordReader;
import dev.rondo.runtime.data.file.SeriesColumn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Typed files larger than memory are streamed. */
final class LargeExampleFileTest {
  private static final String FILE = "rondo.test.file";
  private static final String GROUP = "rondo.test.group";
  private static final int EXAMPLES = 3_000;
  private static final int STEPS = 1_000;

  @TempDir Path folder;

  /** Reads a file twice and prints how many steps there were, and the sum of their numbers. */
  static final class Read {
    private Read() {}

    public static void main(String[] args) {
      String group = System.getProperty(GROUP, "");
      ReadOption[] options =
          group.isEmpty() ? new ReadOption[0] : new ReadOption[] {Grouping.by(group)};
      ExampleSource<float[]> source =
          ExampleSource.of(Path.of(System.getProperty(FILE)), Read::example, options);
      for (int epoch = 0; epoch < 2; epoch++) {
        long steps = 0;
        double sum = 0;
        for (float[] values : source) {
          steps += values.length;
          for (float value : values) {
            sum += value;
          }
        }
        System.out.print(steps + " " + sum + "; ");
      }
    }

    private static RecordReader<float[]> example(Columns columns) {
      SeriesColumn<float[]> values = columns.floats("values");
      NumberColumn expected = columns.number("expected");
      return cells -> {
        assertThat(expected.toInt(cells)).isEqualTo(1);
        return values.of(cells);
      };
    }
  }

  @Test
  void groupsOfAHundredMegabytesAreReadInAHeapOfSixteen() throws Exception {
    StringBuilder group = new StringBuilder();
    for (int step = 0; step < STEPS; step++) {
      group.append("#,1,0.5,a column that nobody reads\n");
    }
    Path file = write("groups.csv.gz", "id,expected,values,note\n", group.toString());
    assertThat(read(file, "-D" + GROUP + "=id")).isEqualTo("3000000 1500000.0; ".repeat(2));
  }

  @Test
  void linesOfJsonAreReadInAHeapOfSixteen() throws Exception {
    String line = "{\"expected\": 1, \"values\": [0.5" + ", 0.5".repeat(STEPS - 1) + "]}\n";
    Path file = write("lines.jsonl.gz", "", line);
    assertThat(read(file)).isEqualTo("3000000 1500000.0; ".repeat(2));
  }

  /** Writes examples, with their numbers in place of {@code #}. */
  private Path write(String name, String header, String example) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write(header.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < EXAMPLES; i++) {
        out.write(example.replace("#", "m" + i).getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static String read(Path file, String... more) throws Exception {
    String[] options = new String[more.length + 2];
    options[0] = "-Xmx16m";
    options[1] = "-D" + FILE + "=" + file.toAbsolutePath();
    System.arraycopy(more, 0, options, 2, more.length);
    ChildJvm child = ChildJvm.run(Read.class, part -> true, options);
    assertThat(child.errors()).doesNotContain("OutOfMemoryError");
    assertThat(child.exitCode()).isEqualTo(0);
    return child.output();
  }
}
