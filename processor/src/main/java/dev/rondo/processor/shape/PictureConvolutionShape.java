package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelSignature;
import java.util.stream.IntStream;

/** The pictures change, the steps stay. */
final class PictureConvolutionShape implements ShapeRule<Layer.PictureConvolution> {
  @Override
  public Inferred infer(Layer.PictureConvolution layer, Shape in, ModelSignature signature) {
    if (!(in instanceof Shape.Sequence sequence) || sequence.picture().isEmpty()) {
      return new Inferred.Misfit(Need.SEQUENCE.text());
    }
    if (!IntStream.of(layer.filters(), layer.kernel(), layer.stride(), layer.pool())
        .allMatch(Sizes::valid)) {
      return new Inferred.Unknown();
    }
    Shape.Picture picture = sequence.picture().get();
    if (TooSmall.of(layer, picture).isPresent()) {
      return new Inferred.Misfit("larger pictures");
    }
    Shape.Picture out =
        picture.every(layer.stride(), layer.filters()).every(layer.pool(), layer.filters());
    if (!Sizes.valid(out.features())) {
      return new Inferred.Misfit("at most 1,000,000 features in all");
    }
    long weights = (long) layer.kernel() * layer.kernel() * picture.channels() + 1;
    return new Inferred.Known(
        new Shape.Sequence(out), ParameterCount.of(weights * layer.filters()));
  }
}
