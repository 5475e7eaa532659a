package dev.rondo.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rondo.processor.plan.GeneratedClasses;
import dev.rondo.processor.plan.NetworkPlan;
import dev.rondo.processor.plan.RuntimeTypes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the network: a field for each layer and a straight-line {@code forward}. */
final class NetworkWriter {
  private final GeneratedClasses classes;
  private final NetworkPlan plan;
  private final String pass;

  private NetworkWriter(GeneratedClasses classes, NetworkPlan plan) {
    this.classes = classes;
    this.plan = plan;
    pass = plan.names().get(NetworkPlan.PASS);
  }

  static TypeSpec write(GeneratedClasses classes, NetworkPlan plan) {
    return new NetworkWriter(classes, plan).write();
  }

  private TypeSpec write() {
    return new NetworkSpecs(classes, plan.frame())
        .start(
            plan.everyStep()
                ? RuntimeTypes.LANGUAGE_NETWORK
                : plan.stepping().isPresent() ? RuntimeTypes.CAUSAL_NETWORK : RuntimeTypes.NETWORK)
        .addMethods(fromTheStart().stream().toList())
        .addMethod(forward())
        .addMethods(kernelLayers().stream().toList())
        .addMethod(untypedForward())
        .addMethod(outputShapes())
        .build();
  }

  /** The forward of a classifier that can also go on from a state. */
  private Optional<MethodSpec> fromTheStart() {
    if (plan.stepping().isEmpty() || plan.everyStep()) {
      return Optional.empty();
    }
    MethodSpec.Builder forward =
        MethodSpec.methodBuilder("forward")
            .addJavadoc("Returns $L.\n\n", plan.scoresMeaning())
            .returns(RuntimeTypes.ND_ARRAY)
            .addParameter(RuntimeTypes.PASS, pass);
    for (NetworkPlan.Input input : plan.inputs()) {
      forward
          .addJavadoc("@param $N $L\n", input.name(), input.meaning())
          .addParameter(input.type(), input.name());
    }
    String inputs =
        plan.inputs().stream().map(NetworkPlan.Input::name).collect(Collectors.joining(", "));
    return Optional.of(
        forward
            .addJavadoc("@return $L\n", plan.scoresShape())
            .addStatement(
                "return forward($N, $L, new $T($N))", pass, inputs, RuntimeTypes.STREAM_STATE, pass)
            .build());
  }

  private MethodSpec forward() {
    MethodSpec.Builder forward =
        MethodSpec.methodBuilder("forward")
            .addJavadoc("Returns $L.\n\n", plan.scoresMeaning())
            .returns(RuntimeTypes.ND_ARRAY)
            .addParameter(RuntimeTypes.PASS, pass);
    plan.stepping()
        .ifPresent(stepping -> forward.addAnnotation(Override.class).addModifiers(Modifier.PUBLIC));
    for (NetworkPlan.Input input : plan.inputs()) {
      forward
          .addJavadoc("@param $N $L\n", input.name(), input.meaning())
          .addParameter(input.type(), input.name());
    }
    plan.stepping()
        .ifPresent(
            stepping ->
                forward
                    .addJavadoc(
                        plan.everyStep()
                            ? "@param $N of the recurrent layers; becomes that after the last"
                                + " step\n"
                            : "@param $N what the layers remember; becomes that after the last"
                                + " step\n",
                        stepping.state())
                    .addParameter(RuntimeTypes.STREAM_STATE, stepping.state()));
    forward.addJavadoc("@return $L\n", plan.scoresShape());
    NetworkSpecs.addSteps(plan.steps(), forward);
    return forward.addStatement("return $L", plan.scores()).build();
  }

  private Optional<MethodSpec> kernelLayers() {
    return plan.stepping()
        .flatMap(NetworkPlan.Stepping::kernel)
        .map(
            kernel ->
                Specs.overriding(kernel.method())
                    .returns(
                        ParameterizedTypeName.get(ClassName.get(Optional.class), kernel.type()))
                    .addStatement("return $T.of($L)", kernel.type(), kernel.layers())
                    .build());
  }

  private MethodSpec untypedForward() {
    String inputs = plan.names().get(NetworkPlan.LIST);
    return MethodSpec.methodBuilder("forward")
        .addJavadoc("DJL's untyped entry: token numbers (batch, time) and lengths (batch).\n")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(RuntimeTypes.ND_LIST)
        .addParameter(RuntimeTypes.PASS, pass)
        .addParameter(RuntimeTypes.ND_LIST, inputs)
        .addStatement(
            plan.everyStep()
                ? "return new $T(\nforward($N, $L$L))"
                : "return new $T(forward($N, $L$L))",
            RuntimeTypes.ND_LIST,
            pass,
            arguments(inputs),
            newState())
        .build();
  }

  /** A state of zeros for the one call. */
  private CodeBlock newState() {
    return plan.everyStep()
        ? CodeBlock.of(", new $T($N)", RuntimeTypes.STREAM_STATE, pass)
        : CodeBlock.of("");
  }

  /** Two arrays for each input. */
  private CodeBlock arguments(String inputs) {
    List<NetworkPlan.Input> all = plan.inputs();
    return all.stream()
        .map(
            input ->
                CodeBlock.of(
                    "$T.of($N.get($L), $N.get($L))",
                    input.type(),
                    inputs,
                    2 * all.indexOf(input),
                    inputs,
                    2 * all.indexOf(input) + 1))
        .collect(CodeBlock.joining(", "));
  }

  private MethodSpec outputShapes() {
    String shapes = plan.names().get(NetworkPlan.SHAPES);
    TypeName type = ArrayTypeName.of(RuntimeTypes.SHAPE);
    return Specs.overriding("getOutputShapes")
        .returns(type)
        .addParameter(type, shapes)
        .addStatement(
            plan.everyStep()
                ? "return new $1T[] {new $1T($2N[0].get(0), $2N[0].get(1), $3N.units())}"
                : "return new $1T[] {new $1T($2N[0].get(0), $3N.units())}",
            RuntimeTypes.SHAPE,
            shapes,
            plan.outputLayer())
        .build();
  }
}
