package dev.rondo.processor.plan.layer;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.layer.Activation;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.RuntimeTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the runtime has a convolution. */
final class ConvolutionCode {
  private ConvolutionCode() {}

  static LayerCode of(Layer.Convolution layer, CodeBlock inputSize, CodeBlock outputSize) {
    List<CodeBlock> options =
        new ArrayList<>(
            List.of(
                LayerCode.set("Inputs", inputSize),
                LayerCode.set("Filters", outputSize),
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
        RuntimeTypes.CONVOLUTION_LAYER,
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
