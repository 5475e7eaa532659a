package dev.rondo.samples.sensors;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A machine that wears until it breaks: faster under load, and each at a pace of its own. Its
 * sensors show the wear through noise, and the oil pressure is not always read.
 *
 * @param readings all of its life, the oldest first
 * @param verdicts what is true after each reading
 */
record SimulatedMachine(List<Reading> readings, List<Verdict> verdicts) {
  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
  private static final double SECONDS = 3600;
  private static final double WORN = 0.5;
  private static final double FAILING = 5 / 6.0;

  /** Lives the life of a machine. */
  static SimulatedMachine simulate(Random random) {
    double life = 250 * Math.exp(0.25 * random.nextGaussian());
    double warmth = 3 * random.nextGaussian();
    double shaking = Math.exp(0.2 * random.nextGaussian());
    double strain = random.nextDouble();
    List<Reading> readings = new ArrayList<>();
    List<Double> wears = new ArrayList<>();
    Mode mode = Mode.NORMAL;
    double hours = 0;
    double wear = 0;
    while (wear < 1) {
      readings.add(read(random, hours, mode, wear, warmth, shaking));
      wears.add(wear);
      double until = 0.5 - 5 * Math.log(1 - random.nextDouble());
      wear += until * pace(mode) / life;
      hours += until;
      if (random.nextInt(3) == 0) {
        mode = next(random.nextDouble(), strain);
      }
    }
    return new SimulatedMachine(readings, verdicts(readings, wears, hours));
  }

  private static double pace(Mode mode) {
    return switch (mode) {
      case IDLE -> 0.2;
      case NORMAL -> 1;
      case HEAVY -> 2;
    };
  }

  private static double load(Mode mode) {
    return switch (mode) {
      case IDLE -> 0;
      case NORMAL -> 0.5;
      case HEAVY -> 1;
    };
  }

  private static Mode next(double chance, double strain) {
    if (chance < 0.2) {
      return Mode.IDLE;
    }
    return chance < 0.2 + 0.6 * strain ? Mode.HEAVY : Mode.NORMAL;
  }

  private static Reading read(
      Random random, double hours, Mode mode, double wear, double warmth, double shaking) {
    double load = Math.max(0, load(mode) + 0.05 * random.nextGaussian());
    double temperature = 40 + 25 * load + 20 * wear * wear + warmth + 2 * random.nextGaussian();
    double vibration = shaking * (1 + load + 3 * Math.pow(wear, 3)) * noise(random, 0.15);
    double oil = 4.5 - load - 1.2 * wear + 0.2 * random.nextGaussian();
    boolean alarm = random.nextDouble() < 0.02 + 0.6 * Math.pow(wear, 6);
    return new Reading(
        START.plus(Duration.ofSeconds(Math.round(SECONDS * hours))),
        mode,
        rounded(load, 100),
        (int) Math.round(3000 - 200 * load + 15 * random.nextGaussian()),
        rounded(temperature, 10),
        rounded(vibration, 100),
        random.nextInt(5) == 0 ? Float.NaN : rounded(oil, 100),
        alarm);
  }

  private static double noise(Random random, double width) {
    return Math.exp(width * random.nextGaussian());
  }

  private static float rounded(double value, int parts) {
    return Math.round(value * parts) / (float) parts;
  }

  private static List<Verdict> verdicts(List<Reading> readings, List<Double> wears, double end) {
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      double hours = Duration.between(START, readings.get(i).at()).toSeconds() / SECONDS;
      verdicts.add(new Verdict(condition(wears.get(i)), rounded(end - hours, 10)));
    }
    return verdicts;
  }

  private static Condition condition(double wear) {
    if (wear < WORN) {
      return Condition.GOOD;
    }
    return wear < FAILING ? Condition.WORN : Condition.FAILING;
  }

  /** Returns so many machines, each seen from new to some time of its life; the seed picks them. */
  static List<MachineMonitorExample> examples(int seed, int count) {
    Random random = new Random(seed);
    List<MachineMonitorExample> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SimulatedMachine machine = simulate(random);
      int seen = 1 + random.nextInt(machine.readings.size());
      examples.add(
          new MachineMonitorExample(
              machine.readings.subList(0, seen), machine.verdicts.get(seen - 1)));
    }
    return examples;
  }
}
