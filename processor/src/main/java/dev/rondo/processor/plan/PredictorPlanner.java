package dev.rondo.processor.plan;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Causality;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.ModelSignature;
import java.util.List;
import java.util.Optional;

/** Decides the predictor. */
final class PredictorPlanner {
  private PredictorPlanner() {}

  static PredictorPlan plan(ModelGraph graph, ModelParts parts) {
    ModelSignature signature = graph.signature();
    Names names = names(parts);
    String input = names.ofModel(parts.input().name());
    CodeBlock ofExample =
        CodeBlock.of("$N.$N()", names.get(PredictorPlan.EXAMPLE), parts.input().name());
    return new PredictorPlan(
        new PredictorPlan.Parameter(parts.inputCode().type(), input),
        signature.varargs(),
        names.ofModel(Code.plural(parts.input().name())),
        parts.answerCode().boxed(),
        parts.answerCode().type(),
        methods(signature.method(), parts.output().scored()),
        signature.declaresClose(),
        List.of(inputCodec(parts, names), outputCodec(parts, names)),
        names.ofModel(parts.output().name()),
        parts.output().name(),
        parts.networkArguments(names),
        ArrayTypeName.of(TypeName.INT),
        // the parameter hides the field of the same name
        CodeBlock.of("this.$N.encode($L)", input, parts.inputCode().checked(input)),
        parts.inputCode().encodedEach(input, names),
        CodeBlock.of("$N -> $L", names.get(PredictorPlan.EXAMPLE), parts.encoded(names, ofExample)),
        Causality.obstacle(graph.nodes()),
        names);
  }

  /** Returns the name of the field that holds the network in memory. */
  static String host(ModelParts parts) {
    return names(parts).get(PredictorPlan.HOST);
  }

  private static Names names(ModelParts parts) {
    return Names.none()
        .withModel(parts.names())
        .withModel(List.of(Code.plural(parts.input().name())))
        .withLocals(PredictorPlan.FIELDS_AND_LOCALS);
  }

  /** Returns the methods that follow from one whose answers may have probabilities already. */
  static PredictorPlan.Methods methods(String method, boolean scored) {
    String scores = method.equals(PredictorPlan.SCORES) ? "allScores" : PredictorPlan.SCORES;
    return scored
        ? new PredictorPlan.Methods(method, method + "All", Optional.empty(), scores)
        : new PredictorPlan.Methods(
            method + "Scored",
            method + "AllScored",
            Optional.of(new PredictorPlan.Answers(method, method + "All")),
            scores);
  }

  private static PredictorPlan.Codec inputCodec(ModelParts parts, Names names) {
    return new PredictorPlan.Codec(
        parts.inputCode().codec(),
        names.ofModel(parts.input().name()),
        parts.input().name(),
        CodeBlock.of("$T::restore", parts.inputCode().codec()));
  }

  private static PredictorPlan.Codec outputCodec(ModelParts parts, Names names) {
    return new PredictorPlan.Codec(
        parts.answerCode().codec(),
        names.ofModel(parts.output().name()),
        parts.output().name(),
        parts.answerCode().restored(names));
  }
}
