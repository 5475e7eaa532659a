package dev.rondo.runtime.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the columns of a layer's first weights stand for, in their order: the features of inputs,
 * and what other layers give. Immutable.
 */
public final class Reads {
  private static final Reads NOTHING = new Reads(List.of());

  private final List<Part> parts;

  /** Features of an input, or so many others; the input of others is empty. */
  private record Part(String input, int others) {}

  private Reads(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** Returns one of the features of an input. */
  public static Reads features(String input) {
    return NOTHING.andFeatures(input);
  }

  /** Returns one of so many features that are not an input's. */
  public static Reads others(int count) {
    return NOTHING.andOthers(count);
  }

  /** Returns the same with the features of an input behind it. */
  public Reads andFeatures(String input) {
    return and(new Part(input, 0));
  }

  /** Returns the same with so many features behind it that are not an input's. */
  public Reads andOthers(int count) {
    return and(new Part("", count));
  }

  private Reads and(Part part) {
    List<Part> all = new ArrayList<>(parts);
    all.add(part);
    return new Reads(all);
  }

  /**
   * Returns what each column stands for. Where there is one input its name goes without saying, so
   * that models that call it differently have the same columns.
   *
   * @param features of each input, its name first: {@code readings.load}
   */
  public List<String> columns(Map<String, List<String>> features) {
    boolean single = parts.stream().filter(part -> !part.input().isEmpty()).count() == 1;
    List<String> columns = new ArrayList<>();
    int others = 0;
    for (Part part : parts) {
      for (String feature : features.getOrDefault(part.input(), List.of())) {
        columns.add(single ? feature.substring(part.input().length()) : feature);
      }
      for (int i = 0; i < part.others(); i++) {
        columns.add("other feature " + others++);
      }
    }
    return columns;
  }
}
