package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.TrainingSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what the trainers of all models have.
 *
 * @param host the predictor's field that holds the network in memory
 * @param settings the fields with setters
 * @param names local variables
 */
record TrainerFramePlanner(
    ModelParts parts,
    List<Node> layers,
    String host,
    List<TrainerPlan.Setting> settings,
    Names names) {

  /**
   * Prepares planning.
   *
   * @param locals the wanted names of local variables beside those of every trainer
   */
  static TrainerFramePlanner of(
      ModelParts parts, List<Node> layers, String host, List<String> locals) {
    List<TrainerPlan.Setting> settings = new ArrayList<>(SettingCode.of(parts));
    for (Node layer : layers) {
      SettingCode.rates(layer).forEach(rate -> settings.add(rate.setting()));
    }
    Names names =
        Names.none()
            .withFields(settings.stream().map(TrainerPlan.Setting::name).toList())
            .withModel(parts.names())
            .withLocals(TrainerFrame.locals(locals));
    return new TrainerFramePlanner(parts, layers, host, settings, names);
  }

  TrainerFrame plan(TrainingSpec training, List<TrainerPlan.Codec> codecs) {
    return new TrainerFrame(
        OptionCode.calls(training),
        settings,
        codecs,
        parts.networkArguments(names),
        SettingCode.applied(layers, names.get(TrainerFrame.NETWORK)),
        continued(host + ".weights()"),
        names);
  }

  /** Returns something of the predictor that training starts from. */
  CodeBlock continued(String part) {
    return CodeBlock.of("$N.$L", names.get(TrainerFrame.START), part);
  }

  /** Returns the name of the method that learns a vocabulary. */
  static String learn(String vocabulary) {
    return "learn" + Code.capital(vocabulary);
  }

  /** Returns the call that ends the learning of a vocabulary. */
  static CodeBlock built(String vocabulary) {
    return CodeBlock.of(
        "build($N, $N)", SettingCode.vocabulary(vocabulary), SettingCode.minFrequency(vocabulary));
  }
}
