package dev.rondo.processor.plan.layer;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.plan.code.Setting;
import java.util.ArrayList;
import java.util.List;

/** The rates of dropout that a trainer sets on the layers of a network. */
public final class Rates {
  private Rates() {}

  /**
   * A rate that can be set on a layer.
   *
   * @param call the method of the layer that is told the rate
   */
  private record Rate(Setting setting, String call) {}

  /** Returns the settings of layers, named after them. */
  public static List<Setting> settings(List<Node> layers) {
    return layers.stream().flatMap(layer -> of(layer).stream()).map(Rate::setting).toList();
  }

  /** Returns the calls that tell the layers of a network their rates. */
  public static List<CodeBlock> applied(List<Node> layers, String network) {
    List<CodeBlock> calls = new ArrayList<>();
    for (Node layer : layers) {
      for (Rate rate : of(layer)) {
        calls.add(
            CodeBlock.of("$N.$N.$L($N)", network, layer.id(), rate.call(), rate.setting().name()));
      }
    }
    return calls;
  }

  private static List<Rate> of(Node node) {
    if (node.layer() instanceof Layer.Dropout dropout) {
      return List.of(
          new Rate(
              Setting.rate(
                  node.id(),
                  dropout.rate(),
                  "Sets the rate of {@code "
                      + node.id()
                      + "}: the share of values that is dropped."),
              "rate"));
    }
    if (node.layer() instanceof Layer.Embedding embedding && embedding.rareDropout() > 0) {
      return List.of(
          new Rate(
              Setting.rate(
                  node.id() + "RareDropout",
                  embedding.rareDropout(),
                  "Sets the share of the uses of a token seen once in training in which it counts"
                      + " as unknown in "
                      + node.id()
                      + "."),
              "rareDropout"));
    }
    return node.layer() instanceof Layer.Recurrent recurrent ? of(node.id(), recurrent) : List.of();
  }

  private static List<Rate> of(String id, Layer.Recurrent recurrent) {
    List<Rate> rates = new ArrayList<>();
    if (recurrent.units().size() > 1) {
      rates.add(
          new Rate(
              Setting.rate(
                  id + "Dropout",
                  recurrent.dropout(),
                  "Sets the rate of dropout between the layers of {@code " + id + "}."),
              "dropout"));
    }
    recurrent
        .variant()
        .recurrentDropout()
        .ifPresent(
            initial ->
                rates.add(
                    new Rate(
                        Setting.rate(
                            id + "RecurrentDropout",
                            initial,
                            "Sets the rate of recurrent dropout in {@code "
                                + id
                                + "}: of what it feeds back, the same values at all steps."),
                        "recurrentDropout")));
    return rates;
  }
}
