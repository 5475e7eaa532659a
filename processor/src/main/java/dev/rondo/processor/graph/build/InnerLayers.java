package dev.rondo.processor.graph.build;

import dev.rondo.layer.Embedding;
import java.util.List;
import java.util.stream.Stream;

/** The layers that are written in an annotation, in the order in which data flows. */
public final class InnerLayers {
  private InnerLayers() {}

  /** Returns the embedding, wherever it is written, then the others as they are written. */
  public static List<Use> in(Use use) {
    List<Use> parts = use.parts();
    return Stream.concat(
            parts.stream().filter(part -> part.is(Embedding.class)),
            parts.stream().filter(part -> !part.is(Embedding.class)))
        .toList();
  }
}
