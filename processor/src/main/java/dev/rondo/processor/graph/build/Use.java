package dev.rondo.processor.graph.build;

import dev.rondo.processor.declared.Language;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.diag.Origin;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One annotation of the language where it takes effect, composed annotations expanded.
 *
 * @param within the composed annotations around it, the outermost first
 * @param place the user's name of the type, method or parameter it stands on
 * @param shared what uses with the same weights have in common; empty for weights of its own
 * @param origin the annotation, or the composed one that stands in its place
 */
public record Use(
    Values values, List<String> within, String place, Optional<String> shared, Origin origin) {
  public Use {
    within = List.copyOf(within);
  }

  /** Returns the annotations that are written as values of its members, in order. */
  public List<Use> parts() {
    List<Use> parts = new ArrayList<>();
    List<String> inside = Stream.concat(within.stream(), Stream.of(name())).toList();
    for (String member : values.written().keySet()) {
      List<Values> nested = values.nested(member);
      for (int i = 0; i < nested.size(); i++) {
        String key = "." + member + i;
        Origin place = nested.size() == 1 ? origin.member(member) : origin.member(member, i);
        parts.add(new Use(nested.get(i), inside, this.place, shared.map(all -> all + key), place));
      }
    }
    return parts;
  }

  /** Returns whether this is that annotation. */
  public boolean is(Class<? extends Annotation> annotation) {
    return values.annotation().equals(annotation);
  }

  /** Returns whether this is a layer. */
  public boolean isLayer() {
    return LayerReaders.of(values.annotation()).isPresent();
  }

  /** Returns the annotation's name: {@code @LSTM}. */
  public String name() {
    return Language.nameOf(values.annotation());
  }

  /** Returns the use as named in messages: {@code @LSTM in @Reader on "SentimentModel"}. */
  public String label() {
    StringBuilder label = new StringBuilder(name());
    for (int i = within.size() - 1; i >= 0; i--) {
      label.append(" in ").append(within.get(i));
    }
    return label.append(" on \"").append(place).append('"').toString();
  }
}
