package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelSignature;

/** The shape stays; there is a weight and a bias for each feature. */
final class LayerNormShape implements ShapeRule<Layer.LayerNorm> {
  @Override
  public Inferred infer(Layer.LayerNorm layer, Shape in, ModelSignature signature) {
    if (in instanceof Shape.Tokens) {
      return new Inferred.Misfit(Need.FEATURES.text());
    }
    Dim features =
        in instanceof Shape.Sequence sequence
            ? sequence.features()
            : ((Shape.Vector) in).features();
    if (features.equals(new Dim.Fixed(1))) {
      return new Inferred.Misfit("at least 2 features");
    }
    return new Inferred.Known(in, ParameterCount.per(features, 2));
  }
}
