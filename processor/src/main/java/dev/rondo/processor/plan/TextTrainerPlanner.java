package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.TrainingSpec;
import java.util.ArrayList;
import java.util.List;

/** Decides the trainer of a language model. */
final class TextTrainerPlanner {
  private TextTrainerPlanner() {}

  static TextTrainerPlan plan(TrainingSpec training, ModelParts parts, List<Node> layers) {
    List<TrainerPlan.Setting> settings = new ArrayList<>(SettingCode.of(parts.input()));
    layers.forEach(layer -> SettingCode.rates(layer).forEach(rate -> settings.add(rate.setting())));
    Names names =
        Names.none()
            .withFields(settings.stream().map(TrainerPlan.Setting::name).toList())
            .withModel(parts.names())
            .withLocals(TextTrainerPlan.LOCALS);
    String start = names.get(TextTrainerPlan.START);
    return new TextTrainerPlan(
        OptionCode.calls(training),
        settings,
        names.ofModel(parts.input().name()),
        CodeBlock.of("$N.$N", start, TextPredictorPlanner.codec(parts)),
        "learn" + Code.capital(parts.input().name()),
        parts.inputCode().learner(),
        CodeBlock.of(
            "build($N, $N)",
            SettingCode.vocabulary(parts.input()),
            SettingCode.minFrequency(parts.input())),
        parts.networkArguments(names),
        SettingCode.applied(layers, names.get(TextTrainerPlan.NETWORK)),
        CodeBlock.of("$N.$N.weights()", start, TextPredictorPlanner.host(parts)),
        names);
  }
}
