package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Temperature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The temperatures of a model's outputs, as {@link TemperatureFit} found them. Immutable. */
public final class Temperatures {
  private static final Temperatures NONE = new Temperatures(Map.of(), List.of());

  private final Map<String, Temperature> fitted;
  private final List<String> warnings;

  private Temperatures(Map<String, Temperature> fitted, List<String> warnings) {
    this.fitted = Collections.unmodifiableMap(fitted);
    this.warnings = List.copyOf(warnings);
  }

  /** Returns those of a model that was not calibrated. */
  public static Temperatures none() {
    return NONE;
  }

  /** Returns these and that of one more output. */
  public Temperatures with(String output, TemperatureFit<?> fit) {
    Map<String, Temperature> all = new LinkedHashMap<>(fitted);
    List<String> told = new ArrayList<>(warnings);
    fit.obstacle()
        .ifPresentOrElse(
            why ->
                told.add(
                    "output \"%s\" is not calibrated, its probabilities stay as they are: it %s"
                        .formatted(output, why)),
            () -> all.put(output, fit.temperature()));
    return new Temperatures(all, told);
  }

  /** Returns that of an output; where none was fitted the one that leaves scores as they are. */
  public Temperature of(String output) {
    return fitted.getOrDefault(output, Temperature.NONE);
  }

  /** Returns what was fitted, by output. */
  Map<String, Double> fitted() {
    Map<String, Double> values = new LinkedHashMap<>();
    fitted.forEach((output, temperature) -> values.put(output, temperature.value()));
    return values;
  }

  /** Returns what the user should know. */
  List<String> warnings() {
    return warnings;
  }
}
