package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.ModelSignature;

/** Decides the predictor of a language model. */
final class TextPredictorPlanner {
  private TextPredictorPlanner() {}

  static TextPredictorPlan plan(ModelSignature signature, ModelParts parts) {
    Names names = names(parts);
    String input = names.ofModel(parts.input().name());
    return new TextPredictorPlan(
        signature.method(),
        input,
        new PredictorPlan.Codec(
            parts.inputCode().codec(),
            input,
            parts.input().name(),
            CodeBlock.of("$T::restore", parts.inputCode().codec())),
        signature.declaresClose(),
        parts.networkArguments(names),
        names);
  }

  /** Returns the name of the field that encodes and decodes. */
  static String codec(ModelParts parts) {
    return names(parts).ofModel(parts.input().name());
  }

  /** Returns the name of the field that holds the network in memory. */
  static String host(ModelParts parts) {
    return names(parts).get(PredictorPlan.HOST);
  }

  private static Names names(ModelParts parts) {
    return Names.none().withModel(parts.names()).withLocals(TextPredictorPlan.FIELDS_AND_LOCALS);
  }
}
