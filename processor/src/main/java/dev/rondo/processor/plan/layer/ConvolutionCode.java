package dev.rondo.processor.plan.layer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.rondo.layer.Activation;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the runtime has a convolution. */
final class ConvolutionCode {
  private ConvolutionCode() {}

  static LayerCode of(Layer.Convolution layer, CodeBlock inputSize) {
    return code(RuntimeTypes.CONVOLUTION_LAYER, LayerCode.set("Inputs", inputSize), layer);
  }

  /** The options are called the same, but for what comes in. */
  static LayerCode of(Layer.PictureConvolution layer, Shape.Picture picture) {
    return code(
        RuntimeTypes.PICTURE_CONVOLUTION_LAYER,
        CodeBlock.of(
            "setPictures($L, $L, $L)",
            Code.number(picture.channels()),
            Code.number(picture.height()),
            Code.number(picture.width())),
        new Layer.Convolution(
            layer.filters(), layer.kernel(), layer.stride(), layer.pool(), layer.activation()));
  }

  private static LayerCode code(ClassName type, CodeBlock inputs, Layer.Convolution layer) {
    List<CodeBlock> options =
        new ArrayList<>(
            List.of(
                inputs,
                LayerCode.set("Filters", Code.number(layer.filters())),
                LayerCode.set("Kernel", Code.number(layer.kernel()))));
    if (layer.stride() != 1) {
      options.add(CodeBlock.of("optStride($L)", Code.number(layer.stride())));
    }
    if (layer.pool() != 1) {
      options.add(CodeBlock.of("optPool($L)", Code.number(layer.pool())));
    }
    if (layer.activation() != Activation.NONE) {
      options.add(CodeBlock.of("optActivation($L)", Code.constant(layer.activation())));
    }
    return new LayerCode(
        type,
        List.of(),
        options,
        "forward",
        List.of(),
        LayerCode.Result.AS_BEFORE,
        Optional.of(
            "Convolution(filters = %s, kernel = %s, stride = %s, pool = %s, activation = %s)"
                .formatted(
                    layer.filters(),
                    layer.kernel(),
                    layer.stride(),
                    layer.pool(),
                    layer.activation())));
  }
}
