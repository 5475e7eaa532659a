package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelSignature;

/** The scores of tags stay; there is a weight from each tag to each, for each start and end. */
final class CrfShape implements ShapeRule<Layer.Crf> {
  @Override
  public Inferred infer(Layer.Crf layer, Shape in, ModelSignature signature) {
    if (!(in instanceof Shape.Sequence sequence)) {
      return new Inferred.Misfit(Need.SEQUENCE.text());
    }
    ParameterCount tags = ParameterCount.of(sequence.features());
    return new Inferred.Known(in, tags.times(tags).plus(tags.times(ParameterCount.of(2))));
  }
}
