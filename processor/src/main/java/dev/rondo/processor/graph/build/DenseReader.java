package dev.rondo.processor.graph.build;

import dev.rondo.layer.Activation;
import dev.rondo.layer.Dense;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Layer.Units;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@link Dense}: its hidden layers, then itself. */
final class DenseReader implements LayerReader {
  @Override
  public Class<? extends Annotation> annotation() {
    return Dense.class;
  }

  @Override
  public List<Step> read(Values values, Optional<String> output) {
    Activation activation = values.constant("activation", Activation.class);
    List<Step> steps = new ArrayList<>();
    for (int units : values.integers("hidden")) {
      steps.add(new Step("hidden", new Layer.Dense(new Units.Written(units), activation)));
    }
    Layer last =
        output.isPresent()
            ? new Layer.Dense(Units.OfOutput.of(output.get()), Activation.NONE)
            : new Layer.Dense(new Units.Written(values.integer("units")), activation);
    steps.add(new Step("dense", last));
    return steps;
  }
}
