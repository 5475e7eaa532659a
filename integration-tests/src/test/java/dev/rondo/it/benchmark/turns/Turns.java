package dev.rondo.it.benchmark.turns;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Compares two builds in turns: {@code integration-tests/turns}. Each measurement is a process of
 * its own, first of one build, then of the other, and again, so that whatever slows the machine for
 * a while slows both. Prints the medians, their ratio, and whether the answers are the same.
 */
public final class Turns {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  /** What a process printed: its figures and answers by name, in all rounds. */
  private static final class Figures {
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();
    private final Map<String, String> answers = new LinkedHashMap<>();

    void add(String name, double figure, String answer) {
      figures.computeIfAbsent(name, key -> new ArrayList<>()).add(figure);
      answers.put(name, answer);
    }

    double median(String name) {
      List<Double> sorted = new ArrayList<>(figures.getOrDefault(name, List.of(Double.NaN)));
      Collections.sort(sorted);
      return sorted.get(sorted.size() / 2);
    }
  }

  private Turns() {}

  /**
   * Compares.
   *
   * @param arguments the class path of this build, that of the other one, how many rounds, and what
   *     to measure: translations, characters, start; nothing for all
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> paths = List.of(arguments[0], arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    List<String> measurements = List.of(arguments).subList(3, arguments.length);
    if (measurements.isEmpty()) {
      measurements = List.of("translations", "characters", "start");
    }
    Path folder = Files.createTempDirectory("rondo-turns");
    try {
      System.err.println("training the models, about three minutes...");
      process(paths.get(1), "models", folder, new Figures());
      OUT.println("| | this build | the other | ratio | answers |\n|---|---:|---:|---:|---|");
      for (String measurement : measurements) {
        List<Figures> builds = List.of(new Figures(), new Figures());
        for (int round = 0; round < rounds; round++) {
          for (int build = 0; build < 2; build++) {
            process(paths.get(build), measurement, folder, builds.get(build));
          }
        }
        print(builds.get(0), builds.get(1));
      }
    } finally {
      for (Path file :
          List.of(
              TurnModels.translator(folder),
              TurnModels.poet(folder),
              TurnModels.reader(folder),
              folder)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void print(Figures own, Figures other) {
    for (String name : own.figures.keySet()) {
      OUT.printf(
          Locale.ROOT,
          "| %s | %.2f | %.2f | %.2f | %s |%n",
          name,
          own.median(name),
          other.median(name),
          own.median(name) / other.median(name),
          Objects.equals(own.answers.get(name), other.answers.get(name)) ? "the same" : "others");
    }
  }

  private static void process(String classPath, String what, Path folder, Figures figures)
      throws IOException, InterruptedException {
    long from = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                classPath,
                Turn.class.getName(),
                what,
                folder.toString())
            .redirectError(Redirect.INHERIT)
            .start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(line -> read(line, (System.nanoTime() - from) / 1e6, figures));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (process.waitFor() != 0) {
      throw new IOException(what + " failed");
    }
  }

  private static void read(String line, double milliseconds, Figures figures) {
    if (line.startsWith("answer ")) {
      figures.add("Java's start to the first answer, ms", milliseconds, line);
      return;
    }
    String[] parts = line.split("\t", -1);
    figures.add(parts[0], Double.parseDouble(parts[1]), parts[2]);
  }
}
