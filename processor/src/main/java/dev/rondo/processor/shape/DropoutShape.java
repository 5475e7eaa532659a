package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelSignature;

/** The shape stays. */
final class DropoutShape implements ShapeRule<Layer.Dropout> {
  @Override
  public Inferred infer(Layer.Dropout layer, Shape in, ModelSignature signature) {
    return in instanceof Shape.Symbols
        ? new Inferred.Misfit(Need.FEATURES.text())
        : new Inferred.Known(in, ParameterCount.NONE);
  }
}
