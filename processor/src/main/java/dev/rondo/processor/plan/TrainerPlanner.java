package dev.rondo.processor.plan;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.TrainingSpec;
import java.util.ArrayList;
import java.util.List;

/** Decides the trainer: its settings, where its codecs come from, and its loss. */
final class TrainerPlanner {
  private final ModelParts parts;
  private final List<Node> layers;
  private final List<TrainerPlan.Setting> settings = new ArrayList<>();
  private final Names names;

  private TrainerPlanner(ModelParts parts, List<Node> layers) {
    this.parts = parts;
    this.layers = layers;
    settings.addAll(SettingCode.of(parts.input()));
    for (Node layer : layers) {
      SettingCode.rates(layer).forEach(rate -> settings.add(rate.setting()));
    }
    names =
        Names.none()
            .withFields(settings.stream().map(TrainerPlan.Setting::name).toList())
            .withModel(parts.names())
            .withLocals(TrainerPlan.LOCALS);
  }

  static TrainerPlan plan(TrainingSpec training, ModelParts parts, List<Node> layers) {
    return new TrainerPlanner(parts, layers).plan(training);
  }

  private TrainerPlan plan(TrainingSpec training) {
    TrainerPlan.Learning learning = learning();
    return new TrainerPlan(
        OptionCode.calls(training),
        settings,
        List.of(inputCodec(learning), outputCodec()),
        learning,
        parts.networkArguments(names),
        SettingCode.applied(layers, names.get(TrainerPlan.NETWORK)),
        CodeBlock.of("$N.$N.weights()", names.get(TrainerPlan.START), PredictorPlanner.host(parts)),
        ArrayTypeName.of(TypeName.INT),
        parts.encoded(names, ofExample(parts.input().name())),
        CodeBlock.of("$N.index($L)", output(), ofExample(parts.output().name())),
        parts.answerCode().target(),
        parts.answerCode().targets(names),
        parts.answerCode().loss(names),
        names);
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
    return new TrainerPlan.Learning(
        codec,
        "learn" + Code.capital(parts.input().vocabulary()),
        codec.nestedClass("Learner"),
        parts.inputCode().learner(),
        parts.inputCode().value(ofExample(parts.input().name())),
        CodeBlock.of(
            "build($N, $N)",
            SettingCode.vocabulary(parts.input()),
            SettingCode.minFrequency(parts.input())));
  }

  private TrainerPlan.Codec inputCodec(TrainerPlan.Learning learning) {
    return new TrainerPlan.Codec(
        learning.type(),
        input(),
        CodeBlock.of("$N($N)", learning.method(), names.get(TrainerPlan.EXAMPLES)),
        continued(parts.input().name()));
  }

  private TrainerPlan.Codec outputCodec() {
    return new TrainerPlan.Codec(
        parts.answerCode().codec(),
        output(),
        parts.answerCode().created(),
        continued(parts.output().name()));
  }

  private CodeBlock continued(String name) {
    return CodeBlock.of("$N.$N", names.get(TrainerPlan.START), name);
  }
}
