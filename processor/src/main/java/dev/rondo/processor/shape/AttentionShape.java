package dev.rondo.processor.shape;

import dev.rondo.layer.AttentionScore;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.shape.ShapeRule.Inferred;
import java.util.List;

/** The shape of the decoder's steps stays; those of the encoder are looked at. */
final class AttentionShape {
  /**
   * Returns what comes out.
   *
   * @param flowing in from the decoder, then from the encoder
   */
  Inferred infer(Layer.Attention layer, List<Shape> flowing) {
    if (flowing.size() != 2 || !(flowing.get(0) instanceof Shape.Sequence decoder)) {
      return new Inferred.Unknown();
    }
    Shape encoder = flowing.get(1);
    if (encoder instanceof Shape.Vector) {
      return new Inferred.Misfit("a sequence of the encoder: (batch, time, features)");
    }
    if (!(encoder instanceof Shape.Sequence memory)
        || !(memory.features() instanceof Dim.Fixed looked)
        || !(decoder.features() instanceof Dim.Fixed looking)) {
      return new Inferred.Unknown();
    }
    if (layer.score() == AttentionScore.DOT && looked.size() != looking.size()) {
      return new Inferred.Misfit("%s of the encoder".formatted(decoder.text()));
    }
    return new Inferred.Known(
        decoder, ParameterCount.of(weights(layer.score(), looked.size(), looking.size())));
  }

  /** Those of the score, and those that put what is seen and what flows in together. */
  private static long weights(AttentionScore score, long memory, long units) {
    long scoring =
        switch (score) {
          case DOT -> 0;
          case GENERAL -> units * memory;
          case ADDITIVE -> units * memory + units * units + units;
        };
    return scoring + units * (memory + units);
  }
}
