package dev.rondo.samples.sensors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Files that are trained on in a moment. */
final class SmallFiles {
  static final String HEADER = "machine," + ReadingLine.HEADER + ",condition,remaining";

  private SmallFiles() {}

  /** Writes simulated machines; separated by tabs if the file is called so. */
  static Path writeMachines(Path file, int seed, int count) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    int number = 0;
    for (MachineMonitorExample machine : SimulatedMachine.examples(seed, count)) {
      number++;
      Verdict verdict = machine.expected();
      for (Reading reading : machine.readings()) {
        lines.add(
            "m%s,%s,%s,%s"
                .formatted(
                    number, ReadingLine.of(reading), verdict.condition(), verdict.remaining()));
      }
    }
    boolean tabs = file.toString().endsWith(".tsv");
    return Files.write(
        file, lines.stream().map(line -> tabs ? line.replace(',', '\t') : line).toList());
  }

  /** Writes series of two dimensions: a rising one, a falling one, and so on with other labels. */
  static Path writeSeries(Path file, long seed, int count, String... labels) throws IOException {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>(List.of("@dimensions 2", "@classLabel true", "@data"));
    for (int i = 0; i < count; i++) {
      int label = i % labels.length;
      int steps = 5 + random.nextInt(4);
      StringBuilder rising = new StringBuilder();
      StringBuilder noise = new StringBuilder();
      for (int step = 0; step < steps; step++) {
        String comma = step == 0 ? "" : ",";
        double value = (label - 0.5 * (labels.length - 1)) * step + random.nextGaussian() / 4;
        rising.append(comma).append(String.format(Locale.ROOT, "%.3f", value));
        noise.append(comma).append(String.format(Locale.ROOT, "%.3f", random.nextGaussian()));
      }
      lines.add(rising + ":" + noise + ":" + labels[label]);
    }
    return Files.write(file, lines);
  }
}
