package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelSignature;

/** A sequence becomes one vector. */
final class FinalStateShape implements ShapeRule<Layer.FinalState> {
  @Override
  public Inferred infer(Layer.FinalState layer, Shape in, ModelSignature signature) {
    return in instanceof Shape.Sequence sequence
        ? new Inferred.Known(new Shape.Vector(sequence.features()), ParameterCount.NONE)
        : new Inferred.Misfit(Need.SEQUENCE.text());
  }
}
