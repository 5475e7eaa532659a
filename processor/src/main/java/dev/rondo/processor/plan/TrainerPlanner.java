package dev.rondo.processor.plan;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.TrainingSpec;
import java.util.List;

/** Decides the trainer: its settings, where its codecs come from, and its loss. */
final class TrainerPlanner {
  private final ModelParts parts;
  private final TrainerFramePlanner frame;
  private final Names names;

  private TrainerPlanner(ModelParts parts, List<Node> layers) {
    this.parts = parts;
    this.frame =
        TrainerFramePlanner.of(parts, layers, PredictorPlanner.host(parts), TrainerPlan.LOCALS);
    this.names = frame.names();
  }

  static TrainerPlan plan(TrainingSpec training, ModelParts parts, List<Node> layers) {
    return new TrainerPlanner(parts, layers).plan(training);
  }

  private TrainerPlan plan(TrainingSpec training) {
    TrainerPlan.Learning learning = learning();
    return new TrainerPlan(
        frame.plan(training, List.of(inputCodec(learning), outputCodec())),
        learning,
        ArrayTypeName.of(TypeName.INT),
        parts.encoded(names, ofExample(parts.input().name())),
        CodeBlock.of("$N.index($L)", output(), ofExample(parts.output().name())),
        parts.answerCode().target(),
        parts.answerCode().targets(names),
        parts.answerCode().loss(names));
  }

  private String input() {
    return names.ofModel(parts.input().name());
  }

  private String output() {
    return names.ofModel(parts.output().name());
  }

  private CodeBlock ofExample(String value) {
    return CodeBlock.of("$N.$N()", names.get(TrainerPlan.EXAMPLE), value);
  }

  private TrainerPlan.Learning learning() {
    ClassName codec = parts.inputCode().codec();
    String vocabulary = parts.input().vocabulary();
    return new TrainerPlan.Learning(
        codec,
        TrainerFramePlanner.learn(vocabulary),
        codec.nestedClass("Learner"),
        parts.inputCode().learner(),
        List.of(parts.inputCode().value(ofExample(parts.input().name()))),
        TrainerFramePlanner.built(vocabulary));
  }

  private TrainerPlan.Codec inputCodec(TrainerPlan.Learning learning) {
    return new TrainerPlan.Codec(
        learning.type(),
        input(),
        CodeBlock.of("$N($N)", learning.method(), names.get(TrainerPlan.EXAMPLES)),
        frame.continued(parts.input().name()));
  }

  private TrainerPlan.Codec outputCodec() {
    return new TrainerPlan.Codec(
        parts.answerCode().codec(),
        output(),
        parts.answerCode().created(),
        frame.continued(parts.output().name()));
  }
}
