package dev.rondo.runtime.train.checkpoint;

import dev.rondo.runtime.train.TrainingHistory;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that a training needs to go on from where it was.
 *
 * @param facts of each kind, by name, in their order
 * @param history the epochs that are completed
 * @param arrays of each part, by name
 */
public record Checkpoint(
    Map<Facts, Map<String, String>> facts,
    TrainingHistory history,
    Map<Part, Map<String, StateArray>> arrays) {
  /** What is told of a training. */
  public enum Facts {
    /** The model, as its signature, and the shapes of its weights. */
    MODEL("model"),
    /** The settings that decide what a training gives. */
    SETTINGS("settings"),
    /** The fingerprints of the data. */
    DATA("data"),
    /** What numbers depend on in their last bits: threads, instructions, versions. */
    MACHINE("machine"),
    /** Where the training is. */
    POSITION("position");

    private final String key;

    Facts(String key) {
      this.key = key;
    }

    /** Returns what they are called in a file. */
    public String key() {
      return key;
    }
  }

  /** The arrays of a training. */
  public enum Part {
    /** The weights after the last step. */
    WEIGHTS("weights"),
    /** Those of the best epoch so far; none where no epoch was evaluated. */
    BEST("best"),
    /** What the optimizer remembers of each weight. */
    OPTIMIZER("optimizer"),
    /** The gradients that are added up since the weights were changed last; none by default. */
    ACCUMULATED("accumulated"),
    /** The moving averages of the weights; none by default. */
    AVERAGES("averages"),
    /** What a language model remembers of the text that it is reading. */
    STREAMS("streams");

    private final String key;

    Part(String key) {
      this.key = key;
    }

    /** Returns what they are called in a file. */
    public String key() {
      return key;
    }
  }

  /** Copies the maps; a part without arrays is empty. */
  public Checkpoint {
    Map<Facts, Map<String, String>> allFacts = new EnumMap<>(Facts.class);
    for (Facts kind : Facts.values()) {
      allFacts.put(kind, unmodifiable(facts.getOrDefault(kind, Map.of())));
    }
    facts = Collections.unmodifiableMap(allFacts);
    Map<Part, Map<String, StateArray>> allArrays = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      allArrays.put(part, unmodifiable(arrays.getOrDefault(part, Map.of())));
    }
    arrays = Collections.unmodifiableMap(allArrays);
  }

  private static <V> Map<String, V> unmodifiable(Map<String, V> values) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public Map<String, String> facts(Facts kind) {
    return facts.getOrDefault(kind, Map.of());
  }

  public Map<String, StateArray> arrays(Part part) {
    return arrays.getOrDefault(part, Map.of());
  }
}
