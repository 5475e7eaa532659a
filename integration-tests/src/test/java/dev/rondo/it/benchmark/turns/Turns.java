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
import java.util.stream.Stream;

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

  /** What is compiled: which models, how many, and how far javac goes. */
  private static final List<List<String>> COMPILATIONS =
      List.of(
          List.of("texts", "50", "-proc:none"),
          List.of("texts", "50", "-proc:only"),
          List.of("texts", "5", "-nowarn"),
          List.of("texts", "50", "-nowarn"),
          List.of("records", "5", "-nowarn"),
          List.of("records", "25", "-nowarn"),
          List.of("records", "50", "-nowarn"));

  private Turns() {}

  /**
   * Compares.
   *
   * @param arguments the class path of this build, that of the other one, how many rounds, and what
   *     to measure: translations, characters, int8, start, compile; nothing for all
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> paths = List.of(arguments[0], arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    List<String> measurements = List.of(arguments).subList(3, arguments.length);
    if (measurements.isEmpty()) {
      measurements = List.of("translations", "characters", "int8", "start", "compile");
    }
    Path folder = Files.createTempDirectory("rondo-turns");
    try {
      if (!measurements.equals(List.of("compile"))) {
        System.err.println("training the models, about three minutes...");
        process(paths.get(1), List.of("models", folder.toString()), new Figures());
      }
      OUT.println("| | this build | the other | ratio | answers |\n|---|---:|---:|---:|---|");
      for (String measurement : measurements) {
        for (List<String> turn : turns(measurement, folder)) {
          compare(paths, turn, rounds);
        }
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

  private static List<List<String>> turns(String measurement, Path folder) {
    List<String> turn = List.of(measurement, folder.toString());
    return measurement.equals("compile")
        ? COMPILATIONS.stream()
            .map(what -> Stream.of(turn, what).flatMap(List::stream).toList())
            .toList()
        : List.of(turn);
  }

  private static void compare(List<String> paths, List<String> turn, int rounds)
      throws IOException, InterruptedException {
    List<Figures> builds = List.of(new Figures(), new Figures());
    for (int round = 0; round < rounds; round++) {
      for (int build = 0; build < 2; build++) {
        process(paths.get(build), turn, builds.get(build));
      }
    }
    print(builds.get(0), builds.get(1));
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

  private static void process(String classPath, List<String> turn, Figures figures)
      throws IOException, InterruptedException {
    long from = System.nanoTime();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
    command.addAll(List.of("-cp", classPath, Turn.class.getName()));
    command.addAll(turn);
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(line -> read(line, (System.nanoTime() - from) / 1e6, figures));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", turn) + " failed");
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
