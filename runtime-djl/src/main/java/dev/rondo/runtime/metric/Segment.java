package dev.rondo.runtime.metric;

import dev.rondo.runtime.data.Arguments;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text to be judged, and one or more that it is compared with. */
record Segment(String hypothesis, List<String> references) {
  static Segment of(@Nullable String hypothesis, @Nullable List<String> references) {
    return new Segment(
        Arguments.notNull(hypothesis, "hypothesis"), atLeastOne(references, "references"));
  }

  static List<Segment> corpus(
      @Nullable List<String> hypotheses, @Nullable List<? extends List<String>> references) {
    List<String> texts = Arguments.copyOf(hypotheses, "hypotheses");
    List<List<String>> others = Arguments.copyOf(references, "references");
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("hypotheses is empty, must have at least one text");
    }
    if (texts.size() != others.size()) {
      throw new IllegalArgumentException(
          "there are %s hypotheses but references of %s: each hypothesis needs its own list"
              .formatted(texts.size(), others.size()));
    }
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      segments.add(new Segment(texts.get(i), atLeastOne(others.get(i), "references[" + i + "]")));
    }
    return segments;
  }

  private static List<String> atLeastOne(@Nullable List<String> references, String name) {
    List<String> copy = Arguments.copyOf(references, name);
    if (copy.isEmpty()) {
      throw new IllegalArgumentException(name + " is empty, must have at least one text");
    }
    return copy;
  }
}
