package dev.rondo.samples.corpora.server;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * A server whose users follow the day and the week. Its processor, latency, memory and disk follow
 * the requests, each in its way and with noise of its own, and at night it makes a backup.
 */
public final class SimulatedServer {
  /** Steps in a week. */
  public static final int WEEK = 7 * 24 * 4;

  private static final List<Component> COMPONENTS = List.of(Component.values());
  private static final int MINUTES = 15;
  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0); // a Monday
  private static final int WARM_UP = 2 * 24 * 4; // before the first fault

  private SimulatedServer() {}

  /** Returns so many ordinary weeks, decided by the seed. */
  public static List<ServerMetrics> ordinary(long seed, int weeks) {
    return metrics(values(new Random(seed), weeks * WEEK));
  }

  /**
   * Returns so many weeks with faults, decided by the seed.
   *
   * @param ofEachKind how many faults of each kind are planted, in random order
   * @throws IllegalArgumentException if there is no room for them
   */
  public static WatchedServer withFaults(long seed, int weeks, int ofEachKind) {
    Random random = new Random(seed);
    Map<Component, double[]> values = values(random, weeks * WEEK);
    List<FaultKind> kinds = new ArrayList<>();
    for (int i = 0; i < ofEachKind; i++) {
      kinds.addAll(List.of(FaultKind.values()));
    }
    Collections.shuffle(kinds, random);
    int room = kinds.isEmpty() ? 0 : (weeks * WEEK - WARM_UP) / kinds.size();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      int length = PlantedFaults.length(kinds.get(i), random);
      int spare = room - length - WARM_UP / 4;
      if (spare < 1) {
        throw new IllegalArgumentException(
            "%s weeks have no room for %s faults".formatted(weeks, kinds.size()));
      }
      int first = WARM_UP + i * room + random.nextInt(spare);
      Component component = COMPONENTS.get(random.nextInt(COMPONENTS.size()));
      Fault fault = new Fault(kinds.get(i), component, first, first + length - 1);
      PlantedFaults.plant(fault, of(values, component), random);
      faults.add(fault);
    }
    return new WatchedServer(metrics(values), faults);
  }

  private static double[] of(Map<Component, double[]> values, Component component) {
    return Objects.requireNonNull(values.get(component));
  }

  private static Map<Component, double[]> values(Random random, int steps) {
    Map<Component, double[]> values = new EnumMap<>(Component.class);
    COMPONENTS.forEach(component -> values.put(component, new double[steps]));
    double crowd = 0;
    double work = 0;
    double heap = 0;
    double held = 150;
    for (int t = 0; t < steps; t++) {
      LocalDateTime at = at(t);
      double hour = at.getHour() + at.getMinute() / 60.0;
      crowd = 0.9 * crowd + 0.44 * random.nextGaussian();
      work = 0.8 * work + 0.6 * random.nextGaussian();
      heap = 0.95 * heap + 0.3 * random.nextGaussian();
      double requests =
          Math.max(400 * usage(at, hour) * Math.exp(0.05 * crowd) + 5 * random.nextGaussian(), 1);
      held += 0.05 * (requests - held);
      double cpu = 8 + 0.14 * requests + work + 0.8 * random.nextGaussian();
      of(values, Component.REQUESTS)[t] = requests;
      of(values, Component.CPU)[t] = cpu;
      of(values, Component.LATENCY)[t] =
          20 + 900 / (100 - Math.min(cpu, 85)) + 1.2 * random.nextGaussian();
      of(values, Component.MEMORY)[t] = 35 + 0.08 * held + 0.7 * heap + 0.3 * random.nextGaussian();
      of(values, Component.DISK)[t] =
          12 + 0.03 * requests + 25 * peak(hour, 2.5, 0.7) + 0.8 * random.nextGaussian();
    }
    return values;
  }

  private static double usage(LocalDateTime at, double hour) {
    boolean weekend =
        at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
    double busy = weekend ? 0.55 : 1;
    return 0.25
        + busy
            * (0.5 * peak(hour, 10.5, 2.5) + 0.45 * peak(hour, 15, 2.5) + 0.3 * peak(hour, 20, 2));
  }

  private static double peak(double hour, double at, double width) {
    return Math.exp(-Math.pow((hour - at) / width, 2) / 2);
  }

  private static LocalDateTime at(int step) {
    return START.plusMinutes((long) MINUTES * step);
  }

  private static List<ServerMetrics> metrics(Map<Component, double[]> values) {
    double[] requests = of(values, Component.REQUESTS);
    double[] cpu = of(values, Component.CPU);
    double[] latency = of(values, Component.LATENCY);
    double[] memory = of(values, Component.MEMORY);
    double[] disk = of(values, Component.DISK);
    List<ServerMetrics> metrics = new ArrayList<>();
    for (int t = 0; t < requests.length; t++) {
      metrics.add(new ServerMetrics(at(t), requests[t], cpu[t], latency[t], memory[t], disk[t]));
    }
    return metrics;
  }
}
