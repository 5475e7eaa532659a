package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelSignature;

/** The shape stays; there is a weight and a bias for each feature. */
final class LayerNormShape implements ShapeRule<Layer.LayerNorm> {
  @Override
  public Inferred infer(Layer.LayerNorm layer, Shape in, ModelSignature signature) {
    if (!(in instanceof Shape.Features numbers)) {
      return new Inferred.Misfit(Need.FEATURES.text());
    }
    if (numbers.features().equals(new Dim.Fixed(1))) {
      return new Inferred.Misfit("at least 2 features");
    }
    return new Inferred.Known(in, ParameterCount.per(numbers.features(), 2));
  }
}
