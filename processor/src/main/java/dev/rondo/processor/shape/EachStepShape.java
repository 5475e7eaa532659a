package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelSignature;

/** One vector for each inner sequence becomes one for each step. */
final class EachStepShape implements ShapeRule<Layer.EachStep> {
  @Override
  public Inferred infer(Layer.EachStep layer, Shape in, ModelSignature signature) {
    return in instanceof Shape.Vector vector
        ? new Inferred.Known(new Shape.Sequence(vector.features()), ParameterCount.of(0))
        : new Inferred.Unknown();
  }
}
