package dev.rondo.samples.forecast;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.JsonObject;
import dev.rondo.samples.testing.Run;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastAppTest {
  private static final int MONTHS = 144;

  @TempDir private static Path folder;
  private static Path data;
  private static Path model;
  private static Path picture;
  private static Run training;

  /** A year that repeats itself, and grows. */
  @BeforeAll
  static void trainOnce() throws IOException {
    data = folder.resolve("months.csv");
    StringBuilder rows = new StringBuilder("Month,Sold\n");
    for (int t = 0; t < MONTHS; t++) {
      double value = 100 + t + 30 * Math.sin(t * Math.PI / 6) + 5 * Math.sin(t * 1.7);
      rows.append(YearMonth.of(2010, 1).plusMonths(t)).append(',').append(value).append('\n');
    }
    Files.writeString(data, rows);
    model = folder.resolve("months.rondo");
    picture = folder.resolve("months.png");
    training =
        forecast("--epochs", 2, "--window", 24, "--save", model, "--picture", picture, "--json");
  }

  private static Run forecast(Object... more) {
    Object[] arguments = new Object[more.length + 10];
    Object[] given = {
      "--data", data, "--time", "Month", "--value", "Sold", "--season", 12, "--horizon", 6
    };
    System.arraycopy(given, 0, arguments, 0, given.length);
    System.arraycopy(more, 0, arguments, given.length, more.length);
    return Run.of(ForecastApp::run, "", arguments);
  }

  @Test
  void theLastLineOfStandardOutputIsTheResultsAsJson() {
    assertThat(training.exitCode()).isEqualTo(0);
    assertThat(training.outLines()).hasSize(1);
    JsonObject results = training.json();
    double mase = results.get("mase").getAsDouble();
    assertThat(mase).isLessThan(results.get("maseNaive").getAsDouble());
    assertThat(results.get("maseSeasonal").getAsDouble()).isGreaterThan(0);
    assertThat(results.get("maseLinear").getAsDouble()).isGreaterThan(0);
    assertThat(results.get("coverage").getAsDouble()).isAtLeast(0);
    assertThat(results.get("coverage").getAsDouble()).isAtMost(1);
    assertThat(results.get("season").getAsInt()).isEqualTo(12);
    // the last fifth has 29 months, the horizon 6
    assertThat(results.get("origins").getAsInt()).isEqualTo(24);
    double mae = results.get("mae").getAsDouble();
    double scale = mae / results.get("scaledMae").getAsDouble();
    assertThat(results.get("scaledMse").getAsDouble())
        .isWithin(1e-9)
        .of(results.get("mse").getAsDouble() / scale / scale);
  }

  @Test
  void theTableHasTheModelAndTheBaselines() {
    assertThat(training.err()).contains("last value");
    assertThat(training.err()).contains("seasonal naive");
    assertThat(training.err()).contains("linear");
    assertThat(training.err()).contains("0.1 to 0.9 covers");
  }

  @Test
  void thePictureHasTheHistoryTheForecastAndWhatCame() throws IOException {
    BufferedImage image = ImageIO.read(picture.toFile());
    assertThat(image.getWidth()).isEqualTo(1_200);
    boolean blue = false;
    boolean orange = false;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        int color = image.getRGB(x, y) & 0xffffff;
        blue |= color == 0x1f77b4;
        orange |= color == 0xff7f0e;
      }
    }
    assertThat(blue).isTrue();
    assertThat(orange).isTrue();
  }

  @Test
  void aModelThatIsLoadedForecastsTheMonthsBehindTheFile() {
    Run loaded =
        Run.of(
            ForecastApp::run,
            "",
            "--data",
            data,
            "--time",
            "Month",
            "--value",
            "Sold",
            "--load",
            model);
    assertThat(loaded.exitCode()).isEqualTo(0);
    assertThat(loaded.outLines()).hasSize(6);
    assertThat(loaded.outLines().get(0)).startsWith("2022-01-01T00:00 ");
    assertThat(loaded.outLines().get(5)).startsWith("2022-06-01T00:00 ");
  }

  @Test
  void timesThatAreNotRegularAreRefusedOrPutRight() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(data));
    lines.remove(20); // 2011-08
    Collections.swap(lines, 30, 31);
    Path irregular = Files.write(folder.resolve("irregular.csv"), lines);
    Object[] arguments = {
      "--data", irregular, "--time", "Month", "--value", "Sold", "--load", model
    };
    String found = "missing: 1 (2011-08-01T00:00)";
    assertMistake(found + "; put it right, or have that done by --repair", arguments);
    Object[] repairing = Arrays.copyOf(arguments, arguments.length + 1);
    repairing[arguments.length] = "--repair";
    Run repaired = Run.of(ForecastApp::run, "", repairing);
    assertThat(repaired.exitCode()).isEqualTo(0);
    assertThat(repaired.err()).contains("put right: every P1M, steps behind a later one: 1");
    assertThat(repaired.err()).contains(found);
    assertThat(repaired.outLines().get(5)).startsWith("2022-06-01T00:00 ");
    assertMistake("--repair goes with --data", "--repair");
  }

  @Test
  void mistakesAreToldInALine() throws IOException {
    Path broken =
        Files.writeString(folder.resolve("broken.csv"), "time,value\n2024-01-01,1\nsoon,2\n");
    assertMistake("line 3, column \"time\": found \"soon\", expected a time", "--data", broken);
    assertMistake("has no column \"price\", but time, value", "--data", broken, "--value", "price");
    assertMistake("--time and --value go with --data", "--value", "price");
    assertMistake("does not exist", "--data", folder.resolve("none.csv"));
    assertMistake("found 0, expected a whole number from 1", "--horizon", 0);
    assertMistake("--horizon is about training", "--load", model, "--horizon", 3);
  }

  private static void assertMistake(String message, Object... arguments) {
    Run run = Run.of(ForecastApp::run, "", arguments);
    assertThat(run.exitCode()).isNotEqualTo(0);
    assertThat(run.err()).contains(message);
  }
}
