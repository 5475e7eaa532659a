package dev.rondo.processor.graph.build;

import dev.rondo.layer.Embedding;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.graph.Layer;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/** Reads {@link Embedding}. */
final class EmbeddingReader implements LayerReader {
  @Override
  public Class<? extends Annotation> annotation() {
    return Embedding.class;
  }

  @Override
  public List<Step> read(Values values, Optional<String> output) {
    return List.of(
        new Step("embedding", new Layer.Embedding(values.integer("size"), values.flag("tied"), 0)));
  }
}
