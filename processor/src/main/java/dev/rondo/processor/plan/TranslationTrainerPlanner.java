package dev.rondo.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.TrainingSpec;
import java.util.ArrayList;
import java.util.List;

/** Decides the trainer of a model that translates. */
final class TranslationTrainerPlanner {
  private final ModelParts parts;
  private final TrainerFramePlanner frame;
  private final Names names;
  private final boolean oneVocabulary;

  private TranslationTrainerPlanner(ModelParts parts, List<Node> layers) {
    this.parts = parts;
    this.frame =
        TrainerFramePlanner.of(
            parts, layers, TranslationPredictorPlanner.host(parts), TranslationTrainerPlan.LOCALS);
    this.names = frame.names();
    this.oneVocabulary = parts.vocabularies().size() == 1;
  }

  static TranslationTrainerPlan plan(TrainingSpec training, ModelParts parts, List<Node> layers) {
    return new TranslationTrainerPlanner(parts, layers).plan(training);
  }

  private TranslationTrainerPlan plan(TrainingSpec training) {
    String input = parts.input().name();
    String output = parts.output().name();
    TrainerPlan.Learning reading =
        learning(
            parts.input().vocabulary(),
            parts.inputCode().learner(),
            oneVocabulary
                ? List.of(ofExample(input), ofExample(output))
                : List.of(ofExample(input)));
    List<TrainerPlan.Learning> learnings = new ArrayList<>(List.of(reading));
    List<TrainerPlan.Codec> codecs = new ArrayList<>(List.of(codec(input, reading)));
    if (!oneVocabulary) {
      TranslatedCode translated = parts.translatedCode();
      TrainerPlan.Learning writing =
          learning(
              translated.vocabulary(), translated.text().learner(), List.of(ofExample(output)));
      learnings.add(writing);
      codecs.add(codec(output, writing));
    }
    return new TranslationTrainerPlan(
        frame.plan(training, codecs),
        learnings,
        CodeBlock.of("$N.encode($L)", names.ofModel(input), ofExample(input)),
        CodeBlock.of(
            "$N.tokens($L)", names.ofModel(oneVocabulary ? input : output), ofExample(output)));
  }

  private CodeBlock ofExample(String value) {
    return CodeBlock.of("$N.$N()", names.get(TrainerPlan.EXAMPLE), value);
  }

  private TrainerPlan.Learning learning(String vocabulary, CodeBlock learner, List<CodeBlock> fed) {
    ClassName codec = parts.inputCode().codec();
    return new TrainerPlan.Learning(
        codec,
        TrainerFramePlanner.learn(vocabulary),
        codec.nestedClass("Learner"),
        learner,
        fed,
        TrainerFramePlanner.built(vocabulary));
  }

  private TrainerPlan.Codec codec(String name, TrainerPlan.Learning learning) {
    return new TrainerPlan.Codec(
        learning.type(),
        names.ofModel(name),
        CodeBlock.of("$N($N)", learning.method(), names.get(TrainerPlan.EXAMPLES)),
        frame.continued(name));
  }
}
