package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The settings that one model's trainer has and another's has not. */
final class SettingCode {
  private SettingCode() {}

  /** Returns the name of the setting for the size of a vocabulary. */
  static String vocabulary(String name) {
    return name + "Vocabulary";
  }

  /** Returns the name of the setting for the frequency from which tokens are known. */
  static String minFrequency(String name) {
    return name + "MinFrequency";
  }

  /** Returns the settings of a model's vocabularies. */
  static List<TrainerPlan.Setting> of(ModelParts parts) {
    List<TrainerPlan.Setting> settings =
        new ArrayList<>(of(parts.input().vocabulary(), parts.input().codec()));
    if (parts.vocabularies().size() > 1) {
      TranslatedCode output = parts.translatedCode();
      settings.addAll(of(output.vocabulary(), output.text().text()));
    }
    return settings;
  }

  /** Returns the settings of a vocabulary. */
  static List<TrainerPlan.Setting> of(String name, Codec codec) {
    return List.of(
        count(
            vocabulary(name),
            "tokens",
            codec.vocabulary(),
            "Sets the largest number of different tokens of " + name + " that are told apart."),
        count(
            minFrequency(name),
            "times",
            codec.minFrequency(),
            "Sets how often a token of "
                + name
                + " must be seen in training, else it counts as unknown."));
  }

  /**
   * A rate that can be set on a layer.
   *
   * @param call the method of the layer that is told the rate
   */
  record Rate(TrainerPlan.Setting setting, String call) {}

  /** Returns the rates that can be set on a layer, named after it. */
  static List<Rate> rates(Node node) {
    if (node.layer() instanceof Layer.Dropout dropout) {
      return List.of(
          rate(
              node.id(),
              dropout.rate(),
              "Sets the share of values that " + node.id() + " drops.",
              "rate"));
    }
    return node.layer() instanceof Layer.Recurrent recurrent
        ? rates(node.id(), recurrent)
        : List.of();
  }

  /** Returns the calls that tell the layers of a network their rates. */
  static List<CodeBlock> applied(List<Node> layers, String network) {
    List<CodeBlock> calls = new ArrayList<>();
    for (Node layer : layers) {
      for (Rate rate : rates(layer)) {
        calls.add(
            CodeBlock.of("$N.$N.$L($N)", network, layer.id(), rate.call(), rate.setting().name()));
      }
    }
    return calls;
  }

  private static List<Rate> rates(String id, Layer.Recurrent recurrent) {
    List<Rate> rates = new ArrayList<>();
    if (recurrent.units().size() > 1) {
      rates.add(
          rate(
              id + "Dropout",
              recurrent.dropout(),
              "Sets the share of values that are dropped between the layers of " + id + ".",
              "dropout"));
    }
    recurrent
        .variant()
        .recurrentDropout()
        .ifPresent(
            initial ->
                rates.add(
                    rate(
                        id + "RecurrentDropout",
                        initial,
                        "Sets the share of values that "
                            + id
                            + " drops of what it feeds back, at all steps the same.",
                        "recurrentDropout")));
    return rates;
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

  private static Rate rate(String name, double initial, String summary, String call) {
    return new Rate(
        new TrainerPlan.Setting(
            TypeName.DOUBLE,
            name,
            Code.number(initial),
            Code.number(initial).toString(),
            "rate",
            CodeBlock.of("$T.rate($N, $S)", RuntimeTypes.ARGUMENTS, "rate", name),
            summary,
            "in [0, 1)"),
        call);
  }
}
