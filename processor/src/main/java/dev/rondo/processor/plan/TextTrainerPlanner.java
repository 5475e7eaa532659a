package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.TrainingSpec;
import java.util.List;

/** Decides the trainer of a language model. */
final class TextTrainerPlanner {
  private TextTrainerPlanner() {}

  static TextTrainerPlan plan(TrainingSpec training, ModelParts parts, List<Node> layers) {
    TrainerFramePlanner frame =
        TrainerFramePlanner.of(
            parts, layers, TextPredictorPlanner.host(parts), TextTrainerPlan.LOCALS);
    String codec = frame.names().ofModel(parts.input().name());
    String learn = TrainerFramePlanner.learn(parts.input().name());
    TrainerPlan.Codec learned =
        new TrainerPlan.Codec(
            parts.inputCode().codec(),
            codec,
            CodeBlock.of("$N($N)", learn, frame.names().get(TextTrainerPlan.TEXT)),
            frame.continued(TextPredictorPlanner.codec(parts)));
    return new TextTrainerPlan(
        frame.plan(training, List.of(learned)),
        codec,
        learn,
        parts.inputCode().learner(),
        TrainerFramePlanner.built(parts.input().vocabulary()));
  }
}
