package dev.rondo.samples.anomaly;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.JsonObject;
import dev.rondo.samples.testing.Run;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnomalyAppTest {
  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);
  private static final int ROWS = 600;
  private static final int WRONG = 400;

  @TempDir private Path folder;

  @Test
  void aServerIsWatchedAndItsFaultsAreFound() throws IOException {
    Path picture = folder.resolve("server.png");
    Run run =
        Run.of(
            AnomalyApp::run,
            "",
            "--weeks",
            2,
            "--epochs",
            1,
            "--false-per-week",
            3,
            "--picture",
            picture,
            "--json");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.outLines()).hasSize(1);
    JsonObject results = run.json();
    JsonObject recall = results.getAsJsonObject("recall");
    assertThat(recall.keySet())
        .containsExactly("spike", "level shift", "drift", "lost season", "stuck value");
    assertThat(recall.get("spike").getAsDouble()).isEqualTo(1);
    assertThat(results.get("falseEpisodesPerWeek").getAsDouble()).isAtMost(6);
    assertThat(results.get("vusPr").getAsDouble())
        .isGreaterThan(1.5 * results.get("vusPrRandom").getAsDouble());
    assertThat(results.keySet())
        .containsAtLeast("nab", "nabGaussian", "nabRandom95", "weights", "epochs");
    assertThat(results.get("secondsPerEpoch").getAsDouble()).isGreaterThan(0);
    assertThat(run.err()).contains("  ALARM ");
    assertThat(run.err()).contains(", expected ");
    assertThat(run.err()).doesNotContain("\r");
    assertHas(ImageIO.read(picture.toFile()), 0xd62728, 0xffe0b3, 0x1f77b4);
  }

  /** What picocli cannot format it prints as it is, and says so on the process's standard error. */
  @Test
  void helpIsFormattedWithoutAWarning() {
    PrintStream standardError = System.err;
    ByteArrayOutputStream warnings = new ByteArrayOutputStream();
    System.setErr(new PrintStream(warnings, true, StandardCharsets.UTF_8));
    try {
      assertThat(Run.of(AnomalyApp::run, "", "--help").out()).contains("15 % of them");
    } finally {
      System.setErr(standardError);
    }
    assertThat(warnings.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static void assertHas(BufferedImage image, int... colors) {
    for (int color : colors) {
      boolean found = false;
      for (int x = 0; x < image.getWidth() && !found; x++) {
        for (int y = 0; y < image.getHeight() && !found; y++) {
          found = alike(image.getRGB(x, y), color);
        }
      }
      assertThat(found).isTrue();
    }
  }

  /** Thin lines are mixed with what is below them. */
  private static boolean alike(int found, int color) {
    int off = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      off = Math.max(off, Math.abs((found >> shift & 0xff) - (color >> shift & 0xff)));
    }
    return off < 70;
  }

  @Test
  void aLogIsWatchedForOddOrders() {
    Run run =
        Run.of(
            AnomalyApp::run,
            "",
            "--log",
            "--weeks",
            3,
            "--epochs",
            12,
            "--false-per-week",
            3,
            "--json");
    assertThat(run.exitCode()).isEqualTo(0);
    double recall = run.json().getAsJsonObject("recall").get("odd order").getAsDouble();
    assertThat(recall).isAtLeast(0.5);
    assertThat(run.err()).contains("  ALARM ");
  }

  private Path series(String name, long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder rows = new StringBuilder("when,load\n");
    for (int t = 0; t < ROWS; t++) {
      double load = 50 + 10 * Math.sin(t * Math.PI / 12) + random.nextGaussian();
      load += t >= WRONG && t < WRONG + 3 ? 60 : 0;
      // one time is there twice, and one is out of order
      LocalDateTime at = START.plusHours(t == 30 ? 29 : t == 40 ? 35 : t);
      rows.append(at).append(',').append(load).append('\n');
    }
    return Files.writeString(folder.resolve(name), rows);
  }

  @Test
  void seriesOfOnesOwnAreMeasuredByTheirWindows() throws IOException {
    Path one = series("one.csv", 1);
    Path other = series("other.csv", 2);
    String window =
        "[[\"%s\", \"%s\"]]"
            .formatted(
                START.plusHours(WRONG - 10).toString().replace('T', ' ') + ":00.000000",
                START.plusHours(WRONG + 20).toString().replace('T', ' ') + ":00.000000");
    Path windows =
        Files.writeString(
            folder.resolve("windows.json"),
            "{\"a/one.csv\": %s, \"other.csv\": %s, \"third.csv\": []}".formatted(window, window));
    Run run =
        Run.of(
            AnomalyApp::run,
            "",
            "--data",
            one,
            other,
            "--time",
            "when",
            "--value",
            "load",
            "--windows",
            windows,
            "--epochs",
            1,
            "--json");
    assertThat(run.exitCode()).isEqualTo(0);
    JsonObject results = run.json();
    assertThat(results.get("nab").getAsDouble())
        .isGreaterThan(results.get("nabRandom95").getAsDouble());
    assertThat(results.get("vusPr").getAsDouble())
        .isGreaterThan(results.get("vusPrRandom").getAsDouble());
    assertThat(results.getAsJsonObject("recall").get("window").getAsDouble()).isEqualTo(1);
    assertThat(results.keySet())
        .containsAtLeast("nabGaussian", "nabOwnThreshold", "falseEpisodesPerWeek", "weights");
    assertThat(run.err())
        .contains(
            "one.csv: 600 rows, 2 with a time that was there before, 1 out of order: rows stay");
    Run sorted =
        Run.of(
            AnomalyApp::run,
            "",
            "--data",
            one,
            "--time",
            "when",
            "--value",
            "load",
            "--rows",
            "sort",
            "--epochs",
            1);
    assertThat(sorted.exitCode()).isEqualTo(0);
    assertThat(sorted.err()).contains("sorted, of several of one time the first");
    assertThat(sorted.err()).contains("learned from 89 rows"); // 15 % of 598
    assertThat(sorted.out()).contains("  ALARM ");
  }

  @Test
  void mistakesAreToldInALine() throws IOException {
    Path data = Files.writeString(folder.resolve("a.csv"), "timestamp,value\n2024-01-01,1\n");
    Path windows = Files.writeString(folder.resolve("w.json"), "7");
    assertMistake("has 1 rows, expected at least 200", "--data", data);
    assertMistake("has no object of files", "--data", data, "--windows", windows);
    assertMistake("go with --data", "--windows", windows);
    assertMistake("--log and --weeks are about the server", "--data", data, "--log");
    assertMistake("each FILE has its own", "--data", data, data, "--save", folder.resolve("m"));
    assertMistake("expected keep or sort", "--data", data, "--rows", "drop");
    assertMistake("found \"1\", expected a whole number from 2", "--weeks", 1);
    assertMistake("expected a number above 0", "--false-per-week", 0);
  }

  private static void assertMistake(String message, Object... arguments) {
    Run run = Run.of(AnomalyApp::run, "", arguments);
    assertThat(run.exitCode()).isNotEqualTo(0);
    assertThat(run.err()).contains(message);
  }
}
