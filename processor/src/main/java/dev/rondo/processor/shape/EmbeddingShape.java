package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelSignature;

/** Tokens become a sequence of vectors, one symbol becomes one vector. */
final class EmbeddingShape implements ShapeRule<Layer.Embedding> {
  @Override
  public Inferred infer(Layer.Embedding layer, Shape in, ModelSignature signature) {
    if (!(in instanceof Shape.Symbols symbols)) {
      return new Inferred.Misfit(Need.TOKENS.text());
    }
    if (!Sizes.valid(layer.size())) {
      return new Inferred.Unknown();
    }
    Dim size = new Dim.Fixed(layer.size());
    return new Inferred.Known(
        in instanceof Shape.Tokens ? new Shape.Sequence(size) : new Shape.Vector(size),
        ParameterCount.per(symbols.vocabulary(), layer.size()));
  }
}
