package dev.rondo.processor.shape;

import dev.rondo.layer.Pooling;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelSignature;

/** A sequence becomes one vector. */
final class PoolShape implements ShapeRule<Layer.Pool> {
  @Override
  public Inferred infer(Layer.Pool layer, Shape in, ModelSignature signature) {
    if (!(in instanceof Shape.Sequence sequence)) {
      return new Inferred.Misfit(Need.SEQUENCE.text());
    }
    return new Inferred.Known(
        new Shape.Vector(sequence.features()),
        layer.kind() == Pooling.ATTENTION
            ? attention(ParameterCount.of(sequence.features()))
            : ParameterCount.NONE);
  }

  /** {@code softmax(v · tanh(W x + b))}: W is square, v and b are as long as x. */
  private static ParameterCount attention(ParameterCount features) {
    return features.times(features).plus(features.times(ParameterCount.of(2)));
  }
}
