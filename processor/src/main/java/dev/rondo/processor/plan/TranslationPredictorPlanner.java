package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.Output;
import java.util.ArrayList;
import java.util.List;

/** Decides the predictor of a model that translates. */
final class TranslationPredictorPlanner {
  private TranslationPredictorPlanner() {}

  static TranslationPredictorPlan plan(ModelSignature signature, ModelParts parts) {
    Names names = names(parts);
    String input = parts.input().name();
    String output = parts.output().name();
    boolean oneVocabulary = parts.vocabularies().size() == 1;
    List<PredictorPlan.Codec> codecs = new ArrayList<>(List.of(codec(input, parts, names)));
    if (!oneVocabulary) {
      codecs.add(codec(output, parts, names));
    }
    return new TranslationPredictorPlan(
        signature.method(),
        names.ofModel(input),
        names.ofModel(Code.plural(input)),
        input,
        output,
        codecs,
        names.ofModel(oneVocabulary ? input : output),
        search(parts.translatedCode().search()),
        greedy(parts.translatedCode().search()),
        signature.declaresClose(),
        parts.networkArguments(names),
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
        .withLocals(TranslationPredictorPlan.FIELDS_AND_LOCALS);
  }

  private static PredictorPlan.Codec codec(String name, ModelParts parts, Names names) {
    return new PredictorPlan.Codec(
        parts.inputCode().codec(),
        names.ofModel(name),
        name,
        CodeBlock.of("$T::restore", parts.inputCode().codec()));
  }

  private static CodeBlock search(Output.Search search) {
    return CodeBlock.of(
        "$T.beam($L).lengthPenalty($L)$L",
        RuntimeTypes.DECODING,
        search.beam(),
        Code.number(search.lengthPenalty()),
        length(search));
  }

  private static CodeBlock greedy(Output.Search search) {
    return CodeBlock.of("$T.greedy()$L", RuntimeTypes.DECODING, length(search));
  }

  private static CodeBlock length(Output.Search search) {
    return CodeBlock.of(
        ".maximumLength($L, $L)",
        Code.number(search.maxLengthFactor()),
        Code.number(search.maxLengthExtra()));
  }
}
