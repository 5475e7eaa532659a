package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The settings that one model's trainer has and another's has not. */
final class SettingCode {
  private SettingCode() {}

  /** Returns the name of the setting for the size of an input's vocabulary. */
  static String vocabulary(Input input) {
    return input.vocabulary() + "Vocabulary";
  }

  /** Returns the name of the setting for the frequency from which tokens of an input are known. */
  static String minFrequency(Input input) {
    return input.vocabulary() + "MinFrequency";
  }

  /** Returns the settings of an input's vocabulary. */
  static List<TrainerPlan.Setting> of(Input input) {
    return List.of(
        count(
            vocabulary(input),
            "tokens",
            input.codec().vocabulary(),
            "Sets the largest number of different tokens of "
                + input.name()
                + " that are told apart."),
        count(
            minFrequency(input),
            "times",
            input.codec().minFrequency(),
            "Sets how often a token of "
                + input.name()
                + " must be seen in training, else it counts as unknown."));
  }

  /** Returns the rate that can be set on a layer, named after it. */
  static Optional<TrainerPlan.Setting> of(Node node) {
    if (node.layer() instanceof Layer.Dropout dropout) {
      return Optional.of(
          rate(
              node.id(), dropout.rate(), "Sets the share of values that " + node.id() + " drops."));
    }
    if (node.layer() instanceof Layer.Recurrent recurrent && recurrent.units().size() > 1) {
      return Optional.of(
          rate(
              node.id() + "Dropout",
              recurrent.dropout(),
              "Sets the share of values that are dropped between the layers of "
                  + node.id()
                  + "."));
    }
    return Optional.empty();
  }

  /** Returns the calls that tell the layers of a network their rates. */
  static List<CodeBlock> applied(List<Node> layers, String network) {
    List<CodeBlock> calls = new ArrayList<>();
    for (Node layer : layers) {
      of(layer)
          .ifPresent(
              setting -> calls.add(CodeBlock.of("$N.$L", network, applied(layer, setting.name()))));
    }
    return calls;
  }

  private static CodeBlock applied(Node node, String setting) {
    return CodeBlock.of(
        "$N.$L($N)",
        node.id(),
        node.layer() instanceof Layer.Dropout ? "rate" : "dropout",
        setting);
  }

  private static TrainerPlan.Setting count(
      String name, String parameter, int initial, String summary) {
    return new TrainerPlan.Setting(
        TypeName.INT,
        name,
        Code.number(initial),
        String.format(Locale.ROOT, "%,d", initial),
        parameter,
        CodeBlock.of("$T.atLeastOne($N, $S)", RuntimeTypes.ARGUMENTS, parameter, name),
        summary,
        "at least 1");
  }

  private static TrainerPlan.Setting rate(String name, double initial, String summary) {
    return new TrainerPlan.Setting(
        TypeName.DOUBLE,
        name,
        Code.number(initial),
        Code.number(initial).toString(),
        "rate",
        CodeBlock.of("$T.rate($N, $S)", RuntimeTypes.ARGUMENTS, "rate", name),
        summary,
        "in [0, 1)");
  }
}
