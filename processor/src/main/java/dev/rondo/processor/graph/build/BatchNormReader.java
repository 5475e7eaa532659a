package dev.rondo.processor.graph.build;

import dev.rondo.layer.BatchNorm;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.graph.Layer;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/** Reads {@link BatchNorm}. */
final class BatchNormReader implements LayerReader {
  @Override
  public Class<? extends Annotation> annotation() {
    return BatchNorm.class;
  }

  @Override
  public List<Step> read(Values values, Optional<String> output) {
    return List.of(new Step("batchNorm", new Layer.BatchNorm()));
  }
}
