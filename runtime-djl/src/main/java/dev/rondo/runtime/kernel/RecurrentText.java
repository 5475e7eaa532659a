package dev.rondo.runtime.kernel;

import static java.util.stream.Collectors.joining;

import dev.rondo.runtime.kernel.KernelArchive.Products;
import dev.rondo.runtime.plan.Operator;
import dev.rondo.runtime.plan.Operator.Recurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The recurrent layers of a {@link PlanText}, each by what computes it fastest. */
final class RecurrentText {
  private final PlanWeights weights;
  private final Products products;
  private final PlanPrecision precision;
  private final boolean oneDnnLstm;
  private final Set<String> methods = new TreeSet<>();

  /**
   * Prints none yet.
   *
   * @param oneDnnLstm whether oneDNN may compute an LSTM
   */
  RecurrentText(
      PlanWeights weights, Products products, PlanPrecision precision, boolean oneDnnLstm) {
    this.weights = weights;
    this.products = products;
    this.precision = precision;
    this.oneDnnLstm = oneDnnLstm;
  }

  /** Returns the methods that are called, and that the type of what is packed needs. */
  String methods() {
    if (precision == PlanPrecision.INT8) {
      methods.addAll(List.of("gates.py", "int8.py"));
    }
    return methods.stream().map(KernelArchive::methods).collect(joining());
  }

  /**
   * Prints a layer.
   *
   * @param place of its outputs
   * @param values what it reads
   */
  String of(int place, String values, Operator.Recurrent layer) {
    StringBuilder text = new StringBuilder();
    List<String> states = new ArrayList<>();
    int parts = layer.recurrence() == Recurrence.LSTM ? 2 : 1;
    for (int part = 0; part < parts; part++) {
      String state = "h%s_%s".formatted(place, part);
      text.append("    %s = %s\n".formatted(state, initial(values, layer, part)));
      states.add(state);
    }
    boolean lstm = layer.recurrence() == Recurrence.LSTM;
    String result;
    if (precision == PlanPrecision.INT8 && PlanPrecision.worthInt8(layer)) {
      result = int8(values, layer, states);
    } else if (lstm && !oneDnnLstm) {
      result = bySteps(place, values, layer, states, text);
    } else if (lstm && products == Products.ONE_DNN) {
      result = packed(place, values, layer, states);
    } else if (products == Products.ONE_DNN && !precision.casts()) {
      result = ordered(values, layer, states.get(0));
    } else {
      result = fused(values, layer, states);
    }
    return text.append("    v%s = %s\n".formatted(place, result)).toString();
  }

  private String initial(String values, Operator.Recurrent layer, int part) {
    return layer.initial().isEmpty()
        ? "torch.new_zeros(%s, [1, rows, %s])".formatted(values, layer.units())
        : "torch.contiguous(torch.expand(%s, [1, rows, %s]))"
            .formatted(weights.weight(layer.initial().get(part)), layer.units());
  }

  /** Whole numbers are packed once, and the sums of an LSTM's biases made. */
  private String int8(String values, Operator.Recurrent layer, List<String> states) {
    boolean lstm = layer.recurrence() == Recurrence.LSTM;
    int levels = QuantizedEngine.levels();
    int pack = weights.packs(layer.inputWeight(), layer.hiddenWeight());
    String first = states.stream().map("torch.select(%s, 0, 0)"::formatted).collect(joining(", "));
    String scale =
        layer.initial().isEmpty()
            ? String.valueOf(1.0 / levels)
            : "float("
                + weights.prepared(
                    "self.int8_scale(%s, %s)"
                        .formatted(weights.own(layer.initial().get(0)), levels))
                + ")";
    return "self.%s(%s, %s, packs, %s, %s, %s, %s)"
        .formatted(
            lstm ? "int8_lstm" : "int8_gru",
            values,
            first,
            pack,
            lstm ? weights.sum(layer.inputBias(), layer.hiddenBias()) : biases(layer),
            scale,
            levels);
  }

  private String biases(Operator.Recurrent layer) {
    return weights.weight(layer.inputBias()) + ", " + weights.weight(layer.hiddenBias());
  }

  /** oneDNN reads the weights in blocks, in which they are put once. */
  private String packed(int place, String values, Operator.Recurrent layer, List<String> states) {
    weights.line(
        "p%s = ops.mkldnn._reorder_mkldnn_rnn_layer_weight(%s, %s, %s, False, True, False)"
            .formatted(
                place,
                weights.own(layer.inputWeight()),
                weights.own(layer.hiddenWeight()),
                layer.units()));
    return "(torch.mkldnn_rnn_layer(torch.contiguous(%s), %s, %s, %s, %s, %s,"
            .formatted(
                values,
                weights.prepared("p" + place + "[0]"),
                weights.prepared("p" + place + "[1]"),
                biases(layer),
                states.get(0),
                states.get(1))
        + " False, annotate(List[int], []), 2, %s, 1, True, False, False, False))[0]"
            .formatted(layer.units());
  }

  /** oneDNN reads these weights in blocks, too, one step after the other. */
  private String ordered(String values, Operator.Recurrent layer, String state) {
    boolean gru = layer.recurrence() == Recurrence.GRU;
    methods.addAll(List.of("gates.py", "steps.py"));
    String biases =
        gru
            ? biases(layer)
            : weights.sum(layer.inputBias(), layer.hiddenBias())
                + (layer.recurrence() == Recurrence.RELU ? ", True" : ", False");
    return "self.%s(%s, torch.select(%s, 0, 0), %s, %s, %s)"
        .formatted(
            gru ? "gru_steps" : "simple_steps",
            values,
            state,
            products(layer),
            weights.blocks(layer.inputWeight()) + ", " + weights.blocks(layer.hiddenWeight()),
            biases);
  }

  private String products(Operator.Recurrent layer) {
    return weights.weight(layer.inputWeight()) + ", " + weights.weight(layer.hiddenWeight());
  }

  /** Of sequences whose lengths it is told PyTorch computes an LSTM without oneDNN. */
  private String bySteps(
      int place,
      String values,
      Operator.Recurrent layer,
      List<String> states,
      StringBuilder before) {
    before.append(
        "    o%s, _, _ = torch.lstm(torch.flatten(%s, 0, 1), torch.full([torch.size(%s, 0)],"
                .formatted(place, values, values)
            + " rows, dtype=4), [%s], [%s, %s], True, 1, 0., False, False)\n"
                .formatted(String.join(", ", states), products(layer), biases(layer)));
    return "torch.reshape(o%s, [-1, rows, %s])".formatted(place, layer.units());
  }

  private String fused(String values, Operator.Recurrent layer, List<String> states) {
    boolean lstm = layer.recurrence() == Recurrence.LSTM;
    String operator =
        switch (layer.recurrence()) {
          case LSTM -> "lstm";
          case GRU -> "gru";
          case TANH -> "rnn_tanh";
          case RELU -> "rnn_relu";
        };
    return "(torch.%s(%s, %s, [%s, %s], True, 1, 0., False, False, False))[0]"
        .formatted(
            operator,
            values,
            lstm ? "[" + String.join(", ", states) + "]" : states.get(0),
            products(layer),
            biases(layer));
  }
}
