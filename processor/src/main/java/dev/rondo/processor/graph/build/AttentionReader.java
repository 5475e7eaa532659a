package dev.rondo.processor.graph.build;

import dev.rondo.layer.Attention;
import dev.rondo.layer.AttentionScore;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.graph.Layer;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/** Reads {@link Attention}. */
final class AttentionReader implements LayerReader {
  @Override
  public Class<? extends Annotation> annotation() {
    return Attention.class;
  }

  @Override
  public List<Step> read(Values values, Optional<String> output) {
    return List.of(
        new Step(
            "attention",
            new Layer.Attention(
                values.constant("score", AttentionScore.class), values.flag("inputFeeding"))));
  }
}
