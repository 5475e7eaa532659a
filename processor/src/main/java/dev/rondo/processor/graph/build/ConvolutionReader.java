package dev.rondo.processor.graph.build;

import dev.rondo.layer.Activation;
import dev.rondo.layer.Convolution;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.graph.Layer;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/** Reads {@link Convolution}. */
final class ConvolutionReader implements LayerReader {
  @Override
  public Class<? extends Annotation> annotation() {
    return Convolution.class;
  }

  @Override
  public List<Step> read(Values values, Optional<String> output) {
    return List.of(
        new Step(
            "convolution",
            new Layer.Convolution(
                values.integer("filters"),
                values.integer("kernel"),
                values.integer("stride"),
                values.integer("pool"),
                values.constant("activation", Activation.class))));
  }
}
