package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelSignature;

/**
 * The shape stays; for each feature, of pictures for each channel, there are a weight, a bias and
 * what follows the batches: a mean and a variance.
 */
final class BatchNormShape implements ShapeRule<Layer.BatchNorm> {
  @Override
  public Inferred infer(Layer.BatchNorm layer, Shape in, ModelSignature signature) {
    return in instanceof Shape.Features numbers
        ? new Inferred.Known(in, ParameterCount.per(normalized(numbers), 4))
        : new Inferred.Misfit(Need.FEATURES.text());
  }

  private static Dim normalized(Shape.Features in) {
    return in instanceof Shape.Sequence sequence
        ? sequence.picture().<Dim>map(it -> new Dim.Fixed(it.channels())).orElse(in.features())
        : in.features();
  }
}
