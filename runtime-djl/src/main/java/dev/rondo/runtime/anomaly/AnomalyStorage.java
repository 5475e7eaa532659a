package dev.rondo.runtime.anomaly;

import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;
import dev.rondo.runtime.series.AnomalyScale;
import dev.rondo.runtime.series.LinearWeights;
import dev.rondo.runtime.series.TimeStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What model files keep of an {@link AnomalyCodec}. */
final class AnomalyStorage {
  private static final String KIND = "anomaly";
  private static final String WINDOW = "window";
  private static final String AHEAD = "ahead";
  private static final String STEP = "step";
  private static final String NUMBERS = "numbers";
  private static final String SYMBOLS = "symbols";
  private static final String CHANNEL = "channel";
  private static final String STILL = "still"; // how long numbers stay the same
  private static final int MOST_STEPS = 1 << 20;
  private static final int MOST_KNOTS = 1024;

  private AnomalyStorage() {}

  static StoredCodec stored(AnomalyCodec<?> codec) {
    Map<String, String> settings = new TreeMap<>();
    settings.put(WINDOW, Integer.toString(codec.window()));
    settings.put(AHEAD, Integer.toString(codec.ahead()));
    TimeStep step = codec.step();
    if (step != null) {
      settings.put(STEP, step.toString());
    }
    settings.put(NUMBERS, names(codec.components(), true));
    settings.put(SYMBOLS, names(codec.components(), false));
    List<String> entries = new ArrayList<>();
    for (int n = 0; n < codec.outlooks().size(); n++) {
      put(settings, "number" + n, codec.outlooks().get(n));
    }
    for (int k = 0; k < codec.symbolValues().size(); k++) {
      List<String> values = codec.symbolValues().get(k);
      settings.put("values" + k, Integer.toString(values.size()));
      entries.addAll(values);
    }
    AnomalyScale scale = codec.scaleOrNull();
    if (scale != null) {
      put(settings, CHANNEL, scale.stored());
      put(settings, STILL, scale.storedStillness());
    }
    return new StoredCodec(KIND, settings, entries);
  }

  private static void put(Map<String, String> settings, String name, double[][] arrays) {
    for (int i = 0; i < arrays.length; i++) {
      settings.put(name + i + "Size", Integer.toString(arrays[i].length));
      settings.put(name + i, joined(arrays[i]));
    }
  }

  private static void put(Map<String, String> settings, String name, NumberOutlook outlook) {
    settings.put(name + "Deviations", joined(outlook.deviations()));
    settings.put(name + "Floor", Double.toString(outlook.floor()));
    LinearWeights linear = outlook.linear();
    settings.put(name + "Window", Integer.toString(linear == null ? 0 : linear.window()));
    if (linear != null) {
      settings.put(name + "Centred", Boolean.toString(linear.centred()));
      settings.put(name + "Mean", Double.toString(linear.mean()));
      settings.put(name + "Scale", Double.toString(linear.scale()));
      settings.put(name + "Weights", joined(linear.values()));
    }
  }

  /** Returns the names of all settings that are learned: what is not in the signature. */
  static Set<String> learned(AnomalyCodec<?> codec) {
    Set<String> learned = new TreeSet<>(stored(codec).settings().keySet());
    learned.removeAll(Set.of(NUMBERS, SYMBOLS));
    return learned;
  }

  private static String names(AnomalyComponents<?> components, boolean numbers) {
    return numbers
        ? components.numbers().stream()
            .map(AnomalyComponents.Numeric::name)
            .collect(Collectors.joining(" "))
        : components.symbols().stream()
            .map(AnomalyComponents.Symbol::name)
            .collect(Collectors.joining(" "));
  }

  private static String joined(double[] values) {
    return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(" "));
  }

  static <R> AnomalyCodec<R> restore(AnomalyDescription<R> description, StoredCodec stored) {
    StoredCodecs.checkKind(stored, KIND);
    AnomalyComponents<R> components = description.components();
    require(stored, NUMBERS, names(components, true));
    require(stored, SYMBOLS, names(components, false));
    int window = count(stored, WINDOW, 1, MOST_STEPS);
    int ahead = count(stored, AHEAD, 1, MOST_STEPS);
    List<NumberOutlook> outlooks = new ArrayList<>();
    for (int n = 0; n < components.numbers().size(); n++) {
      outlooks.add(outlook(stored, "number" + n, ahead));
    }
    List<List<String>> symbols = new ArrayList<>();
    int from = 0;
    for (int k = 0; k < components.symbols().size(); k++) {
      int size = count(stored, "values" + k, 1, stored.entries().size() - from);
      symbols.add(stored.entries().subList(from, from + size));
      from += size;
    }
    if (from != stored.entries().size()) {
      throw new IllegalArgumentException(
          "there are %s values of symbols, expected %s".formatted(stored.entries().size(), from));
    }
    AnomalyCodec<R> codec =
        new AnomalyCodec<>(description, window, ahead, outlooks, symbols, step(stored), null);
    if (!stored.settings().containsKey(CHANNEL + 0)) {
      return codec;
    }
    // models of earlier versions know nothing of how long numbers stay the same
    int still = stored.settings().containsKey(STILL + 0) ? outlooks.size() : 0;
    return codec.calibrated(
        AnomalyScale.of(
            arrays(stored, CHANNEL, codec.channels() + 1), arrays(stored, STILL, still)));
  }

  private static double[][] arrays(StoredCodec stored, String name, int count) {
    double[][] arrays = new double[count][];
    for (int i = 0; i < count; i++) {
      int size = count(stored, name + i + "Size", 2, MOST_KNOTS);
      arrays[i] = StoredCodecs.numbers(stored, name + i, size);
    }
    return arrays;
  }

  private static NumberOutlook outlook(StoredCodec stored, String name, int ahead) {
    double[] deviations = StoredCodecs.numbers(stored, name + "Deviations", 2);
    double floor = StoredCodecs.number(stored, name + "Floor");
    if (!(deviations[0] > 0 && deviations[1] > 0 && floor > 0)) {
      throw StoredCodecs.badSetting(
          stored,
          name + "Deviations",
          StoredCodecs.setting(stored, name + "Deviations"),
          "numbers above 0");
    }
    int window = count(stored, name + "Window", 0, MOST_STEPS);
    if (window == 0) {
      return new NumberOutlook(null, deviations, floor);
    }
    LinearWeights linear =
        LinearWeights.of(
            window,
            ahead,
            StoredCodecs.flag(stored, name + "Centred"),
            StoredCodecs.number(stored, name + "Mean"),
            StoredCodecs.number(stored, name + "Scale"),
            StoredCodecs.numbers(stored, name + "Weights", Math.multiplyExact(ahead, window + 1)));
    return new NumberOutlook(linear, deviations, floor);
  }

  private static @Nullable TimeStep step(StoredCodec stored) {
    String text = stored.settings().get(STEP);
    try {
      return text == null ? null : TimeStep.parse(text);
    } catch (IllegalArgumentException e) {
      throw StoredCodecs.badSetting(
          stored, STEP, StoredCodecs.setting(stored, STEP), "a duration or a period");
    }
  }

  private static void require(StoredCodec stored, String setting, String expected) {
    String found = StoredCodecs.setting(stored, setting);
    if (!found.equals(expected)) {
      throw StoredCodecs.badSetting(stored, setting, found, expected);
    }
  }

  private static int count(StoredCodec stored, String setting, int least, int most) {
    double count = StoredCodecs.number(stored, setting);
    if (!(count >= least && count <= most && count == (int) count)) {
      throw StoredCodecs.badSetting(
          stored, setting, StoredCodecs.setting(stored, setting), least + " to " + most);
    }
    return (int) count;
  }
}
