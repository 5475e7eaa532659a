package dev.rondo.runtime.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a model file and the network that it is loaded into must agree on: the name of the model and
 * an ordered list of named lines for its inputs, layers and outputs, each saying in the words of
 * the annotations what stands there. Immutable.
 */
public final class Signature {
  /** The parts of a signature, in the order in which they are compared. */
  enum Part {
    INPUT("inputs"),
    LAYER("layers"),
    OUTPUT("outputs");

    private final String key;

    Part(String key) {
      this.key = key;
    }

    /** What the part is called in the model file. */
    String key() {
      return key;
    }

    String line(String name) {
      return name().toLowerCase(Locale.ROOT) + " \"" + name + "\"";
    }
  }

  /**
   * Where two signatures differ.
   *
   * @param what the thing that differs, for example {@code layer "lstm"}
   * @param found what the file says, for example {@code LSTM(units = 64)}
   * @param expected what the network says, for example {@code LSTM(units = 128)}
   * @param remedy what to do about it: a sentence
   */
  public record Difference(String what, String found, String expected, String remedy) {
    Difference(String what, String found, String expected) {
      this(what, found, expected, "Load the file of this model, or train it again.");
    }

    private Difference renamed(String thing, String annotation) {
      return new Difference(
          what,
          found,
          expected,
          "Load the file of this model, or, if only the %s was renamed, write %s."
              .formatted(thing, annotation));
    }
  }

  private final String model;
  private final Map<Part, Map<String, String>> lines;

  private Signature(Builder builder) {
    model = builder.model;
    lines = new EnumMap<>(Part.class);
    builder.lines.forEach(
        (part, named) -> lines.put(part, Collections.unmodifiableMap(new LinkedHashMap<>(named))));
  }

  /** Starts the signature of a model: the simple name of its interface. */
  public static Builder of(String model) {
    return new Builder(model);
  }

  /** Returns the name of the model. */
  public String model() {
    return model;
  }

  /** Returns all that it says, in order: equal for equal signatures only. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("model \"" + model + "\"\n");
    for (Part part : Part.values()) {
      lines(part).forEach((name, line) -> text.append(part.line(name) + " " + line + "\n"));
    }
    return text.toString();
  }

  /** Returns the lines of a part by name, in order; unmodifiable. */
  Map<String, String> lines(Part part) {
    return lines.getOrDefault(part, Map.of());
  }

  /** Returns what it says of the codec of an input or output. */
  Optional<String> codec(String name) {
    String input = lines(Part.INPUT).get(name);
    return Optional.ofNullable(input != null ? input : lines(Part.OUTPUT).get(name));
  }

  /**
   * Returns whether a codec is that of an input or output, or of a part of one: {@code input.part}.
   */
  boolean hasCodec(String name) {
    int end = name.indexOf('.');
    return codec(name).isPresent() || (end > 0 && codec(name.substring(0, end)).isPresent());
  }

  /**
   * Returns the first difference to the signature found in a file, where this one is expected: the
   * model's name, then inputs, layers and outputs in their order.
   */
  public Optional<Difference> firstDifference(Signature found) {
    if (!model.equals(found.model)) {
      Difference difference = new Difference("the model", found.model, model);
      return Optional.of(
          lines.equals(found.lines)
              ? difference.renamed("interface", "@SequenceModel(name = \"" + found.model + "\")")
              : difference);
    }
    for (Part part : Part.values()) {
      Optional<Difference> difference = firstDifference(part, found.lines(part), lines(part));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static Optional<Difference> firstDifference(
      Part part, Map<String, String> found, Map<String, String> expected) {
    List<String> foundNames = new ArrayList<>(found.keySet());
    int place = 0;
    for (Map.Entry<String, String> line : expected.entrySet()) {
      String name = line.getKey();
      String foundLine = found.get(name);
      if (foundLine == null) {
        Difference missing = new Difference(part.line(name), "missing", line.getValue());
        return Optional.of(
            renamed(part, found, expected, place)
                .map(old -> missing.renamed("input", "@StoredAs(\"" + old + "\") before it"))
                .orElse(missing));
      }
      String foundHere = foundNames.get(Math.min(place, foundNames.size() - 1));
      if (!foundHere.equals(name)) {
        return Optional.of(
            expected.containsKey(foundHere)
                ? new Difference(
                    part.line(name),
                    "number " + (foundNames.indexOf(name) + 1),
                    "number " + (place + 1))
                : additional(part, foundHere, found));
      }
      if (!foundLine.equals(line.getValue())) {
        return Optional.of(new Difference(part.line(name), foundLine, line.getValue()));
      }
      place++;
    }
    return place == foundNames.size()
        ? Optional.empty()
        : Optional.of(additional(part, foundNames.get(place), found));
  }

  /** Returns what an input was called that stands in its place and is read alike. */
  private static Optional<String> renamed(
      Part part, Map<String, String> found, Map<String, String> expected, int place) {
    if (part != Part.INPUT || found.size() != expected.size()) {
      return Optional.empty();
    }
    String line = new ArrayList<>(expected.values()).get(place);
    String old = new ArrayList<>(found.keySet()).get(place);
    return Optional.of(old)
        .filter(name -> !expected.containsKey(name) && line.equals(found.get(name)));
  }

  private static Difference additional(Part part, String name, Map<String, String> found) {
    return new Difference(part.line(name), String.valueOf(found.get(name)), "nothing");
  }

  /** Collects the lines of a {@link Signature}. The order of the calls counts within each kind. */
  public static final class Builder {
    private final String model;
    private final Map<Part, Map<String, String>> lines = new EnumMap<>(Part.class);

    private Builder(String model) {
      this.model = model;
    }

    /**
     * Adds an input.
     *
     * @param name the parameter or component
     * @param codec its codec with the settings that decide what the network sees
     * @throws IllegalArgumentException if the name was used for an input before
     */
    public Builder input(String name, String codec) {
      return line(Part.INPUT, name, codec);
    }

    /**
     * Adds a layer that has weights, or changes what others see.
     *
     * @param name the layer's name, which its weights' names begin with
     * @param layer the layer as written, with what was not left at its default
     * @throws IllegalArgumentException if the name was used for a layer before
     */
    public Builder layer(String name, String layer) {
      return line(Part.LAYER, name, layer);
    }

    /**
     * Adds an output.
     *
     * @param name what an example calls it
     * @param codec its codec
     * @throws IllegalArgumentException if the name was used for an output before
     */
    public Builder output(String name, String codec) {
      return line(Part.OUTPUT, name, codec);
    }

    Builder line(Part part, String name, String text) {
      Map<String, String> named = lines.computeIfAbsent(part, p -> new LinkedHashMap<>());
      if (named.putIfAbsent(name, text) != null) {
        throw new IllegalArgumentException(part.line(name) + " is there twice");
      }
      return this;
    }

    /** Returns the signature. */
    public Signature build() {
      return new Signature(this);
    }
  }
}
