package dev.rondo.processor.graph.build;

import dev.rondo.layer.Dropout;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.graph.Layer;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/** Reads {@link Dropout}. */
final class DropoutReader implements LayerReader {
  @Override
  public Class<? extends Annotation> annotation() {
    return Dropout.class;
  }

  @Override
  public List<Step> read(Values values, Optional<String> output) {
    return List.of(new Step("dropout", new Layer.Dropout(values.decimal("value"))));
  }
}
