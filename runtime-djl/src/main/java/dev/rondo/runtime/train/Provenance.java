package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Fingerprint;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a model comes from: what it was trained with, on what, where and when. It is written to the
 * model's file and stays as it is when the model is loaded and saved again. It names neither the
 * machine nor its user, and holds no example.
 *
 * @param started when the training was started, at first if it was gone on with
 * @param finished when the model was complete
 * @param resumed how often the training was gone on with from a checkpoint; 0 if it was never
 *     interrupted
 * @param settings the trainer's settings by name, the {@code seed} among them, and the rates of
 *     dropout
 * @param data the fingerprints of {@code training examples} and {@code validation examples}, or
 *     {@code training texts} and {@code validation texts}. What was read anew in each epoch has
 *     none, unless there was a checkpoint.
 * @param machine the machine that ended the training: the versions of {@code Rondo}, {@code
 *     PyTorch}, {@code Java} and its kernels, {@code system}, {@code device}, {@code threads},
 *     {@code processor} and what else the last bits of results depend on
 * @param tags the user's own, by name: {@link ModelTrainer#tag}
 */
public record Provenance(
    Instant started,
    Instant finished,
    int resumed,
    Map<String, String> settings,
    Map<String, Fingerprint> data,
    Map<String, String> machine,
    Map<String, String> tags) {
  /** The most entries of each map. */
  public static final int ENTRIES = 1_000;

  /** The most characters of a name. */
  public static final int NAME_CHARS = 1_000;

  /** The most characters of a value. */
  public static final int VALUE_CHARS = 10_000;

  /**
   * Copies the maps, in their order.
   *
   * @throws IllegalArgumentException if one has more than 1,000 entries, a name of more than 1,000
   *     characters or a value of more than 10,000, or if {@code resumed} is negative
   */
  public Provenance {
    if (resumed < 0) {
      throw new IllegalArgumentException("resumed is " + resumed + ", must not be negative");
    }
    settings = checked("settings", settings);
    machine = checked("machine", machine);
    tags = checked("tags", tags);
    data = copy("data", data);
  }

  private static Map<String, String> checked(String what, Map<String, String> texts) {
    texts.forEach(
        (name, value) -> {
          if (value.length() > VALUE_CHARS) {
            throw new IllegalArgumentException(
                "%s has a value of %s characters, expected at most %s"
                    .formatted(what, value.length(), VALUE_CHARS));
          }
        });
    return copy(what, texts);
  }

  private static <V> Map<String, V> copy(String what, Map<String, V> map) {
    if (map.size() > ENTRIES) {
      throw new IllegalArgumentException(
          "%s has %s entries, expected at most %s".formatted(what, map.size(), ENTRIES));
    }
    for (String name : map.keySet()) {
      if (name.length() > NAME_CHARS) {
        throw new IllegalArgumentException(
            "%s has a name of %s characters, expected at most %s"
                .formatted(what, name.length(), NAME_CHARS));
      }
    }
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** Returns so much of the texts as a provenance may have: a training must not fail by it. */
  static Map<String, String> fitting(Map<String, String> texts) {
    Map<String, String> fitting = new LinkedHashMap<>();
    texts.entrySet().stream()
        .limit(ENTRIES)
        .forEach(
            text -> fitting.put(cut(text.getKey(), NAME_CHARS), cut(text.getValue(), VALUE_CHARS)));
    return fitting;
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  /**
   * Returns this, complete now.
   *
   * @param temperatures that were fitted, by output
   */
  Provenance finished(Instant begun, int times, Map<String, Double> temperatures) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    temperatures.forEach(
        (output, value) -> all.put("temperature of " + output, Double.toString(value)));
    return new Provenance(begun, TrainingFacts.now(), times, fitting(all), data, machine, tags);
  }
}
