package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelSignature;

/** Tokens become a sequence of vectors. */
final class EmbeddingShape implements ShapeRule<Layer.Embedding> {
  @Override
  public Inferred infer(Layer.Embedding layer, Shape in, ModelSignature signature) {
    if (!(in instanceof Shape.Tokens tokens)) {
      return new Inferred.Misfit(Need.TOKENS.text());
    }
    if (!Sizes.valid(layer.size())) {
      return new Inferred.Unknown();
    }
    return new Inferred.Known(
        new Shape.Sequence(new Dim.Fixed(layer.size())),
        ParameterCount.per(tokens.vocabulary(), layer.size()));
  }
}
