package dev.rondo.processor.graph.build;

import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.graph.Layer;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/** Reads {@link Pool}. */
final class PoolReader implements LayerReader {
  @Override
  public Class<? extends Annotation> annotation() {
    return Pool.class;
  }

  @Override
  public List<Step> read(Values values, Optional<String> output) {
    return List.of(new Step("pool", new Layer.Pool(values.constant("value", Pooling.class))));
  }
}
