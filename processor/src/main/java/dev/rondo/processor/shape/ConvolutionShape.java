package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelSignature;
import java.util.stream.IntStream;

/** The features change, and with a stride or a pool the steps do. */
final class ConvolutionShape implements ShapeRule<Layer.Convolution> {
  @Override
  public Inferred infer(Layer.Convolution layer, Shape in, ModelSignature signature) {
    if (!(in instanceof Shape.Sequence sequence)) {
      return new Inferred.Misfit(Need.SEQUENCE.text());
    }
    if (!IntStream.of(layer.filters(), layer.kernel(), layer.stride(), layer.pool())
        .allMatch(Sizes::valid)) {
      return new Inferred.Unknown();
    }
    return new Inferred.Known(
        sequence.with(new Dim.Fixed(layer.filters())).every(layer.stride()).every(layer.pool()),
        ParameterCount.per(sequence.features(), (long) layer.filters() * layer.kernel())
            .plus(layer.filters()));
  }
}
