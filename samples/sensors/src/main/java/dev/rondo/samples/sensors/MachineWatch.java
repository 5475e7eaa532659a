package dev.rondo.samples.sensors;

import dev.rondo.samples.common.Prompt;
import dev.rondo.samples.common.Streams;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Watches a machine by a session: each reading is answered when it comes. */
final class MachineWatch {
  private static final String NEW = "new";
  private static final int STEPS = 20_000;
  private static final int STEPS_BEFORE = 2_000;

  private final MachineMonitorSession session;

  MachineWatch(MachineMonitorSession session) {
    this.session = session;
  }

  /** Answers the readings that are typed; one that cannot be read does not end the prompt. */
  void ask(Streams streams) throws IOException {
    new Prompt(streams, "reading> ")
        .run(
            "Type a reading (%s), or %s for another machine; an end of input (Ctrl-D) ends."
                .formatted(ReadingLine.HEADER, NEW),
            line -> answer(line, streams));
  }

  private String answer(String line, Streams streams) {
    if (line.strip().equals(NEW)) {
      session.reset();
      return NEW + " machine";
    }
    try {
      return text(session.nextScored(ReadingLine.parse(line)));
    } catch (IllegalArgumentException e) {
      streams.err().println("error: " + e.getMessage());
      return "no answer";
    }
  }

  static String text(MachineMonitorScores scores) {
    return String.format(
        Locale.ROOT, "%s, %.0f hours remain", scores.condition(), scores.remaining());
  }

  /** Watches a simulated machine until it breaks. */
  void simulate(long seed, Streams streams) {
    SimulatedMachine machine = SimulatedMachine.simulate(new Random(seed));
    for (int i = 0; i < machine.readings().size(); i++) {
      Reading reading = machine.readings().get(i);
      Verdict truth = machine.verdicts().get(i);
      String answer = text(session.nextScored(reading));
      streams
          .out()
          .printf(
              Locale.ROOT,
              "%s -> %s (in truth %s, %.0f)%n",
              ReadingLine.of(reading),
              answer,
              truth.condition(),
              truth.remaining());
    }
    streams.out().println("it broke");
  }

  /** Returns how many readings are answered a second, one after the other. */
  double stepsPerSecond() {
    List<Reading> readings = SimulatedMachine.simulate(new Random(1)).readings();
    // the first calls prepare the kernel and warm the JVM up
    read(readings, STEPS_BEFORE);
    long start = System.nanoTime();
    read(readings, STEPS);
    return STEPS / ((System.nanoTime() - start) / 1e9);
  }

  private void read(List<Reading> readings, int steps) {
    for (int step = 0; step < steps; step++) {
      if (step % readings.size() == 0) {
        session.reset();
      }
      session.next(readings.get(step % readings.size()));
    }
    session.reset();
  }
}
