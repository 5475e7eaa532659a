package dev.rondo.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.processor.plan.ModelPlan;
import dev.rondo.processor.plan.NetworkPlan;
import dev.rondo.processor.plan.RuntimeTypes;
import dev.rondo.processor.plan.TranslationNetworkPlan;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the network of a model that translates: a straight-line encoder and decoder. */
final class TranslationNetworkWriter {
  private final ModelPlan.OfTranslation model;
  private final TranslationNetworkPlan plan;
  private final String pass;

  private TranslationNetworkWriter(ModelPlan.OfTranslation model) {
    this.model = model;
    plan = model.network();
    pass = plan.names().get(NetworkPlan.PASS);
  }

  static TypeSpec write(ModelPlan.OfTranslation model) {
    return new TranslationNetworkWriter(model).write();
  }

  private TypeSpec write() {
    return new NetworkSpecs(model.classes(), plan.frame())
        .start(RuntimeTypes.TRANSLATION_NETWORK)
        .addMethod(encode())
        .addMethod(decode())
        .addMethods(decoderLayers().stream().toList())
        .addMethod(untypedForward())
        .addMethod(outputShapes())
        .build();
  }

  private MethodSpec encode() {
    MethodSpec.Builder encode =
        Specs.overriding("encode")
            .addJavadoc("Reads texts.\n\n@param $N tokens (batch, time)\n", plan.source())
            .returns(RuntimeTypes.ENCODING)
            .addParameter(RuntimeTypes.PASS, pass)
            .addParameter(RuntimeTypes.TOKEN_BATCH, plan.source());
    NetworkSpecs.addSteps(plan.encoding(), encode);
    return encode.addStatement("return $L", plan.encoded()).build();
  }

  private MethodSpec decode() {
    String encoding = plan.names().get(TranslationNetworkPlan.ENCODING);
    String state = plan.names().get(TranslationNetworkPlan.STATE);
    MethodSpec.Builder decode =
        Specs.overriding("decode")
            .addJavadoc("Returns the score of each token to come next, given those before it.\n\n")
            .addJavadoc("@param $N what was read\n", encoding)
            .addJavadoc("@param $N tokens (batch, time), beginning with 0\n", plan.target())
            .addJavadoc("@param $N of the decoder; becomes that after the last step\n", state)
            .addJavadoc("@return (real steps, vocabulary), before the softmax\n")
            .returns(RuntimeTypes.ND_ARRAY)
            .addParameter(RuntimeTypes.PASS, pass)
            .addParameter(RuntimeTypes.ENCODING, encoding)
            .addParameter(RuntimeTypes.TOKEN_BATCH, plan.target())
            .addParameter(RuntimeTypes.STREAM_STATE, state);
    NetworkSpecs.addSteps(plan.decoding(), decode);
    return decode.addStatement("return $L", plan.scores()).build();
  }

  private Optional<MethodSpec> decoderLayers() {
    return plan.decoderLayers()
        .map(
            layers ->
                Specs.overriding("decoderLayers")
                    .returns(
                        ParameterizedTypeName.get(
                            ClassName.get(Optional.class), RuntimeTypes.DECODER_LAYERS))
                    .addStatement("return $L", layers)
                    .build());
  }

  private MethodSpec untypedForward() {
    String inputs = plan.names().get(NetworkPlan.LIST);
    return MethodSpec.methodBuilder("forward")
        .addJavadoc(
            "DJL's untyped entry: token numbers (batch, time) and lengths (batch), what is read"
                + " first.\n")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(RuntimeTypes.ND_LIST)
        .addParameter(RuntimeTypes.PASS, pass)
        .addParameter(RuntimeTypes.ND_LIST, inputs)
        .addStatement("$T $N =$W$L", RuntimeTypes.TOKEN_BATCH, plan.source(), batch(inputs, 0))
        .addStatement("$T $N =$W$L", RuntimeTypes.TOKEN_BATCH, plan.target(), batch(inputs, 2))
        .addStatement(
            "return new $T(forward($N, $N, $N))",
            RuntimeTypes.ND_LIST,
            pass,
            plan.source(),
            plan.target())
        .build();
  }

  private static CodeBlock batch(String inputs, int first) {
    return CodeBlock.of(
        "$T.of($N.get($L), $N.get($L))",
        RuntimeTypes.TOKEN_BATCH,
        inputs,
        first,
        inputs,
        first + 1);
  }

  /** How many real steps there are is known by the lengths only. */
  private MethodSpec outputShapes() {
    String shapes = plan.names().get(NetworkPlan.SHAPES);
    TypeName type = ArrayTypeName.of(RuntimeTypes.SHAPE);
    return Specs.overriding("getOutputShapes")
        .returns(type)
        .addParameter(type, shapes)
        .addStatement(
            "return new $1T[] {new $1T(-1, $2N.units())}", RuntimeTypes.SHAPE, plan.outputLayer())
        .build();
  }
}
