package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelSignature;
import java.util.List;

/** The rules of all layers. */
final class ShapeRules {
  private ShapeRules() {}

  /**
   * Applies the rule of a layer.
   *
   * @param flowing in, one for each predecessor
   */
  static ShapeRule.Inferred infer(Layer layer, List<Shape> flowing, ModelSignature signature) {
    if (layer instanceof Layer.Attention attention) {
      return new AttentionShape().infer(attention, flowing);
    }
    if (layer instanceof Layer.Join join) {
      return new JoinShape().infer(join, flowing);
    }
    return flowing.size() == 1
        ? infer(layer, flowing.get(0), signature)
        : new ShapeRule.Inferred.Unknown();
  }

  private static ShapeRule.Inferred infer(Layer layer, Shape in, ModelSignature signature) {
    if (layer instanceof Layer.Embedding embedding) {
      return new EmbeddingShape().infer(embedding, in, signature);
    }
    if (layer instanceof Layer.Recurrent recurrent) {
      return new RecurrentShape().infer(recurrent, in, signature);
    }
    if (layer instanceof Layer.Dense dense) {
      return new DenseShape().infer(dense, in, signature);
    }
    if (layer instanceof Layer.Convolution convolution) {
      return new ConvolutionShape().infer(convolution, in, signature);
    }
    if (layer instanceof Layer.PictureConvolution convolution) {
      return new PictureConvolutionShape().infer(convolution, in, signature);
    }
    if (layer instanceof Layer.Dropout dropout) {
      return new DropoutShape().infer(dropout, in, signature);
    }
    if (layer instanceof Layer.LayerNorm norm) {
      return new LayerNormShape().infer(norm, in, signature);
    }
    if (layer instanceof Layer.BatchNorm norm) {
      return new BatchNormShape().infer(norm, in, signature);
    }
    if (layer instanceof Layer.Pool pool) {
      return new PoolShape().infer(pool, in, signature);
    }
    if (layer instanceof Layer.FinalState state) {
      return new FinalStateShape().infer(state, in, signature);
    }
    if (layer instanceof Layer.Crf crf) {
      return new CrfShape().infer(crf, in, signature);
    }
    if (layer instanceof Layer.EachStep each) {
      return new EachStepShape().infer(each, in, signature);
    }
    throw new IllegalArgumentException("no shape rule for " + layer);
  }
}
