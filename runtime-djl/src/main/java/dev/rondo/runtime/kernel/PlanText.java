package dev.rondo.runtime.kernel;

import static java.util.stream.Collectors.joining;

import dev.rondo.layer.Activation;
import dev.rondo.layer.Pooling;
import dev.rondo.runtime.kernel.KernelArchive.Products;
import dev.rondo.runtime.plan.Operator;
import dev.rondo.runtime.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A {@link Plan} as a TorchScript program of two methods: {@code prepare} brings the weights into
 * the form that {@code run} reads.
 *
 * <p>Steps come before rows: (time, batch, features), as PyTorch's recurrent operators want them.
 * What a batch is made of stands in two arrays, one of whole numbers and one of features, in {@link
 * PlanLayout pieces}; sizes has the number of rows, for each input its steps and whether it is
 * padded, then for each piece where it begins and how long it is.
 */
final class PlanText {
  /** Of smaller weights a product takes less than the call of another library. */
  private static final long WORTH_BLOCKS = 262_144;

  /** Weights of 8 bits in the order that their products read them. */
  private static final String PACK = "__torch__.torch.classes.quantized.LinearPackedParamsBase";

  private final Plan plan;
  private final PlanLayout layout;
  private final Products products;
  private final PlanPrecision precision;
  private final boolean oneDnnLstm;
  private final List<String> names;
  private final StringBuilder prepare = new StringBuilder();
  private final StringBuilder run = new StringBuilder();
  private final List<String> prepared = new ArrayList<>();
  private final List<String> packed = new ArrayList<>();
  private final Set<Integer> masked = new TreeSet<>();
  private boolean stepping;

  private PlanText(
      Plan plan,
      PlanLayout layout,
      Products products,
      PlanPrecision precision,
      boolean oneDnnLstm) {
    this.plan = plan;
    this.layout = layout;
    this.products = products;
    this.precision = precision;
    this.oneDnnLstm = oneDnnLstm;
    this.names = plan.weights();
  }

  /**
   * Prints a plan.
   *
   * @param oneDnnLstm whether oneDNN may compute an LSTM
   */
  static String of(
      Plan plan,
      PlanLayout layout,
      Products products,
      PlanPrecision precision,
      boolean oneDnnLstm) {
    return new PlanText(plan, layout, products, precision, oneDnnLstm).text();
  }

  private String text() {
    for (int place = 0; place < plan.steps().size(); place++) {
      print(place, plan.step(place));
    }
    List<String> outputs = new ArrayList<>();
    for (int output : plan.outputs()) {
      outputs.add("torch.reshape(v%s, [-1])".formatted(output));
    }
    String result =
        outputs.size() == 1 ? outputs.get(0) : "torch.cat([" + String.join(", ", outputs) + "], 0)";
    boolean packs = precision == PlanPrecision.INT8;
    String arrays = "[" + String.join(", ", prepared) + "]";
    return """
    class Kernels(Module):
      __parameters__ = []
      __buffers__ = []
      training : bool

      def prepare(self, weights: List[Tensor]) -> %1$s:
    %2$s    return %3$s

      def run(
          self, numbers: Tensor, features: Tensor, sizes: List[int],
          %4$s: %1$s) -> Tensor:
    %5$s    rows = sizes[0]
    %6$s%7$s    return torch.contiguous(%8$s)
    %9$s\
    """
        .formatted(
            packs ? "Tuple[List[Tensor], List[" + PACK + "]]" : "List[Tensor]",
            prepare,
            packs ? "(" + arrays + ", [" + String.join(", ", packed) + "])" : arrays,
            packs ? "kept" : "weights",
            packs ? "    weights, packs = kept\n" : "",
            masks(),
            run,
            precision.casts() ? "torch.to(" + result + ", 6)" : result,
            (packs ? KernelArchive.int8() : "") + (stepping ? KernelArchive.steps() : ""));
  }

  /** The masks of the inputs that need one: true at padding, (time, batch, 1). */
  private String masks() {
    StringBuilder text = new StringBuilder();
    for (int input : masked) {
      int piece = layout.lengths(input);
      text.append(
          """
              if %1$s:
                steps%2$s = torch.unsqueeze(torch.arange(%3$s), 1)
                lengths%2$s = %4$s
                mask%2$s = torch.unsqueeze(torch.ge(steps%2$s, torch.unsqueeze(lengths%2$s, 0)), 2)
              else:
                lengths%2$s = numbers
                mask%2$s = numbers
          """
              .formatted(padded(input), input, time(input), piece("numbers", piece)));
    }
    return text.toString();
  }

  private void print(int place, Plan.Step step) {
    Operator operator = step.operator();
    if (operator instanceof Operator.Symbols) {
      line(place, shaped(piece("numbers", layout.source(place)), step, ""));
    } else if (operator instanceof Operator.Features) {
      String values = shaped(piece("features", layout.source(place)), step, ", " + step.features());
      line(place, precision.casts() ? cast(values) : values);
    } else if (operator instanceof Operator.Rows rows) {
      line(place, "torch.embedding(%s, %s)".formatted(weight(rows.weight()), operand(step, 0)));
    } else if (operator instanceof Operator.Recurrent recurrent) {
      recurrent(place, step, recurrent);
    } else if (operator instanceof Operator.Reverse) {
      flatPick(
          place,
          step,
          layout.reversal(step.input()),
          "torch.reshape(%s, [" + time(step.input()) + ", rows, " + step.features() + "])",
          "torch.flip(%s, [0])");
    } else if (operator instanceof Operator.Last) {
      flatPick(place, step, layout.last(step.input()), "%s", "torch.select(%s, 0, -1)");
    } else if (operator instanceof Operator.Real) {
      flatPick(place, step, layout.real(step.input()), "%s", "torch.transpose(%s, 0, 1)");
    } else if (operator instanceof Operator.First) {
      line(place, "torch.select(%s, 0, 0)".formatted(operand(step, 0)));
    } else if (operator instanceof Operator.Join) {
      join(place, step);
    } else if (operator instanceof Operator.Slice slice) {
      line(
          place,
          "torch.contiguous(torch.narrow(%s, -1, %s, %s))"
              .formatted(operand(step, 0), slice.from(), slice.to() - slice.from()));
    } else if (operator instanceof Operator.Add) {
      line(place, "torch.add(%s, %s)".formatted(operand(step, 0), operand(step, 1)));
    } else if (operator instanceof Operator.Dense dense) {
      line(place, activated(dense.activation(), product(dense, operand(step, 0))));
    } else if (operator instanceof Operator.LayerNorm norm) {
      line(
          place,
          "torch.layer_norm(%s, [%s], %s, %s, %s, False)"
              .formatted(
                  operand(step, 0),
                  step.features(),
                  weight(norm.weight()),
                  weight(norm.bias()),
                  norm.epsilon()));
    } else if (operator instanceof Operator.Pool pool) {
      pool(place, step, pool.kind());
    } else if (operator instanceof Operator.AttentionPool attention) {
      attention(place, step, attention);
    } else {
      throw new IllegalArgumentException("no text for " + operator);
    }
  }

  private void line(int place, String value) {
    run.append("    v%s = %s\n".formatted(place, value));
  }

  private static String operand(Plan.Step step, int number) {
    return "v" + step.operands().get(number);
  }

  private String time(int input) {
    return "sizes[" + layout.time(input) + "]";
  }

  private String padded(int input) {
    return "sizes[" + (layout.time(input) + 1) + "] != 0";
  }

  private String piece(String of, int piece) {
    int at = layout.piece(piece);
    return "torch.narrow(%s, 0, sizes[%s], sizes[%s])".formatted(of, at, at + 1);
  }

  private String shaped(String values, Plan.Step step, String features) {
    return step.kind() == Plan.Kind.SEQUENCES
        ? "torch.view(%s, [%s, rows%s])".formatted(values, time(step.input()), features)
        : "torch.view(%s, [rows%s])".formatted(values, features);
  }

  private String cast(String values) {
    return "torch.to(" + values + ", " + precision.number() + ")";
  }

  /** Returns a weight as it is, in the precision that is computed in. */
  private String weight(String name) {
    String own = "weights[" + names.indexOf(name) + "]";
    return prepared(precision.casts() ? cast(own) : own);
  }

  /** Returns what {@code run} reads a prepared value by; equal ones are prepared once. */
  private String prepared(String value) {
    int known = prepared.indexOf(value);
    if (known < 0) {
      prepared.add(value);
    }
    return "weights[" + (known < 0 ? prepared.size() - 1 : known) + "]";
  }

  private String own(String name) {
    String own = "weights[" + names.indexOf(name) + "]";
    return precision.casts() ? cast(own) : own;
  }

  /** Picks steps of a padded batch by their numbers, and does something simpler without padding. */
  private void flatPick(int place, Plan.Step step, int piece, String then, String unpadded) {
    String values = operand(step, 0);
    String picked =
        "torch.index_select(torch.reshape(%s, [-1, %s]), 0, %s)"
            .formatted(values, step.features(), piece("numbers", piece));
    branches(place, step, then.formatted(picked), unpadded.formatted(values));
  }

  private void branches(int place, Plan.Step step, String padded, String unpadded) {
    run.append("    if %s:\n".formatted(padded(step.input())));
    run.append("      v%s = %s\n".formatted(place, padded));
    run.append("    else:\n");
    run.append("      v%s = %s\n".formatted(place, unpadded));
  }

  private void recurrent(int place, Plan.Step step, Operator.Recurrent layer) {
    List<String> states = new ArrayList<>();
    int parts = layer.recurrence() == Operator.Recurrence.LSTM ? 2 : 1;
    for (int part = 0; part < parts; part++) {
      String state = "h%s_%s".formatted(place, part);
      if (layer.initial().isEmpty()) {
        String like = "torch.new_zeros(%s, [1, rows, %s])";
        run.append(
            "    %s = %s\n".formatted(state, like.formatted(operand(step, 0), layer.units())));
      } else {
        run.append(
            "    %s = torch.contiguous(torch.expand(%s, [1, rows, %s]))\n"
                .formatted(state, weight(layer.initial().get(part)), layer.units()));
      }
      states.add(state);
    }
    if (precision == PlanPrecision.INT8 && PlanPrecision.worthInt8(layer)) {
      int8(place, step, layer, states);
    } else if (layer.recurrence() == Operator.Recurrence.LSTM && !oneDnnLstm) {
      bySteps(place, step, layer, states);
    } else if (layer.recurrence() == Operator.Recurrence.LSTM && products == Products.ONE_DNN) {
      packed(place, step, layer, states);
    } else if (products == Products.ONE_DNN && !precision.casts()) {
      ordered(place, step, layer, states.get(0));
    } else {
      fused(place, step, layer, states);
    }
    if (layer.recurrence() == Operator.Recurrence.RELU) {
      // over the padding, states could grow until they are infinite, and reach what is pooled
      masked.add(step.input());
      branches(
          place,
          step,
          "torch.masked_fill(v%s, mask%s, 0.)".formatted(place, step.input()),
          "v" + place);
    }
  }

  /** Whole numbers are packed once, and the sums of an LSTM's biases made. */
  private void int8(int place, Plan.Step step, Operator.Recurrent layer, List<String> states) {
    boolean lstm = layer.recurrence() == Operator.Recurrence.LSTM;
    int levels = QuantizedEngine.levels();
    int pack = packed.size();
    packed.add("self.int8_pack(%s, None)".formatted(own(layer.inputWeight())));
    packed.add("self.int8_pack(%s, None)".formatted(own(layer.hiddenWeight())));
    String first = states.stream().map("torch.select(%s, 0, 0)"::formatted).collect(joining(", "));
    String biases =
        lstm
            ? prepared(
                "torch.add(%s, %s)".formatted(own(layer.inputBias()), own(layer.hiddenBias())))
            : weight(layer.inputBias()) + ", " + weight(layer.hiddenBias());
    String scale =
        layer.initial().isEmpty()
            ? String.valueOf(1.0 / levels)
            : "float("
                + prepared("self.int8_scale(%s, %s)".formatted(own(layer.initial().get(0)), levels))
                + ")";
    line(
        place,
        "self.%s(%s, %s, packs, %s, %s, %s, %s)"
            .formatted(
                lstm ? "int8_lstm" : "int8_gru",
                operand(step, 0),
                first,
                pack,
                biases,
                scale,
                levels));
  }

  /** oneDNN reads the weights in blocks, in which they are put once. */
  private void packed(int place, Plan.Step step, Operator.Recurrent layer, List<String> states) {
    prepare.append(
        "    p%s = ops.mkldnn._reorder_mkldnn_rnn_layer_weight(%s, %s, %s, False, True, False)\n"
            .formatted(place, own(layer.inputWeight()), own(layer.hiddenWeight()), layer.units()));
    run.append(
        "    v%s, _, _, _ = torch.mkldnn_rnn_layer(torch.contiguous(%s), %s, %s, %s, %s, %s, %s,"
                .formatted(
                    place,
                    operand(step, 0),
                    prepared("p" + place + "[0]"),
                    prepared("p" + place + "[1]"),
                    weight(layer.inputBias()),
                    weight(layer.hiddenBias()),
                    states.get(0),
                    states.get(1))
            + " False, annotate(List[int], []), 2, %s, 1, True, False, False, False)\n"
                .formatted(layer.units()));
  }

  /** oneDNN reads these weights in blocks, too, one step after the other. */
  private void ordered(int place, Plan.Step step, Operator.Recurrent layer, String state) {
    boolean gru = layer.recurrence() == Operator.Recurrence.GRU;
    stepping = true;
    String biases =
        gru
            ? weight(layer.inputBias()) + ", " + weight(layer.hiddenBias())
            : prepared(
                    "torch.add(%s, %s)".formatted(own(layer.inputBias()), own(layer.hiddenBias())))
                + ", "
                + (layer.recurrence() == Operator.Recurrence.RELU ? "True" : "False");
    line(
        place,
        "self.%s(%s, torch.select(%s, 0, 0), %s, %s, %s, %s, %s)"
            .formatted(
                gru ? "gru_steps" : "simple_steps",
                operand(step, 0),
                state,
                weight(layer.inputWeight()),
                weight(layer.hiddenWeight()),
                blocks(layer.inputWeight()),
                blocks(layer.hiddenWeight()),
                biases));
  }

  /** Returns a weight in order. */
  private String blocks(String name) {
    return prepared("ops.mkldnn._reorder_linear_weight(%s, 16)".formatted(own(name)));
  }

  /** Of sequences whose lengths it is told PyTorch computes an LSTM without oneDNN. */
  private void bySteps(int place, Plan.Step step, Operator.Recurrent layer, List<String> states) {
    String values = operand(step, 0);
    run.append(
        "    v%1$s, _, _ = torch.lstm(torch.flatten(%2$s, 0, 1),".formatted(place, values)
            + " torch.full([torch.size(%s, 0)], rows, dtype=4), [%s],"
                .formatted(values, String.join(", ", states))
            + " [%s, %s, %s, %s], True, 1, 0., False, False)\n"
                .formatted(
                    weight(layer.inputWeight()),
                    weight(layer.hiddenWeight()),
                    weight(layer.inputBias()),
                    weight(layer.hiddenBias())));
    line(place, "torch.reshape(v%s, [-1, rows, %s])".formatted(place, layer.units()));
  }

  private void fused(int place, Plan.Step step, Operator.Recurrent layer, List<String> states) {
    String operator =
        switch (layer.recurrence()) {
          case LSTM -> "lstm";
          case GRU -> "gru";
          case TANH -> "rnn_tanh";
          case RELU -> "rnn_relu";
        };
    boolean lstm = layer.recurrence() == Operator.Recurrence.LSTM;
    run.append(
        "    v%s, _%s = torch.%s(%s, %s, [%s, %s, %s, %s], True, 1, 0., False, False, False)\n"
            .formatted(
                place,
                lstm ? ", _" : "",
                operator,
                operand(step, 0),
                lstm ? "[" + String.join(", ", states) + "]" : states.get(0),
                weight(layer.inputWeight()),
                weight(layer.hiddenWeight()),
                weight(layer.inputBias()),
                weight(layer.hiddenBias())));
  }

  private String product(Operator.Dense dense, String values) {
    boolean blocks =
        (long) dense.units() * dense.inputs() >= WORTH_BLOCKS
            && products == Products.ONE_DNN
            && !precision.casts();
    if (!blocks) {
      return "torch.linear(%s, %s, %s)"
          .formatted(values, weight(dense.weight()), weight(dense.bias()));
    }
    return ("ops.mkldnn._linear_pointwise(%s, %s, %s, \"none\","
            + " annotate(List[Optional[number]], []), \"\")")
        .formatted(values, blocks(dense.weight()), weight(dense.bias()));
  }

  private static String activated(Activation activation, String values) {
    return switch (activation) {
      case NONE -> values;
      case RELU -> "torch.relu(" + values + ")";
      case TANH -> "torch.tanh(" + values + ")";
      case SIGMOID -> "torch.sigmoid(" + values + ")";
      case GELU -> "torch.gelu(" + values + ", approximate=\"none\")";
    };
  }

  private void join(int place, Plan.Step step) {
    List<String> parts = new ArrayList<>();
    for (int operand : step.operands()) {
      Plan.Step part = plan.step(operand);
      boolean repeated = step.kind() == Plan.Kind.SEQUENCES && part.kind() == Plan.Kind.VECTORS;
      parts.add(
          repeated
              ? "torch.expand(v%s, [%s, -1, -1])".formatted(operand, time(step.input()))
              : "v" + operand);
    }
    line(place, "torch.cat([" + String.join(", ", parts) + "], -1)");
  }

  private void pool(int place, Plan.Step step, Pooling kind) {
    String values = operand(step, 0);
    int input = step.input();
    masked.add(input);
    if (kind == Pooling.MEAN) {
      branches(
          place,
          step,
          ("torch.div(torch.sum(torch.masked_fill(%s, mask%s, 0.), [0]),"
                  + " torch.unsqueeze(lengths%s, 1))")
              .formatted(values, input, input),
          "torch.mean(" + values + ", [0])");
    } else {
      branches(
          place,
          step,
          "torch.amax(torch.masked_fill(%s, mask%s, -inf), [0])".formatted(values, input),
          "torch.amax(" + values + ", [0])");
    }
  }

  private void attention(int place, Plan.Step step, Operator.AttentionPool pool) {
    String values = operand(step, 0);
    masked.add(step.input());
    run.append(
        "    keys%s = torch.tanh(torch.linear(%s, %s, %s))\n"
            .formatted(place, values, weight(pool.weight()), weight(pool.bias())));
    run.append(
        "    scores%s = torch.sum(torch.mul(keys%s, %s), [2], True)\n"
            .formatted(place, place, weight(pool.query())));
    String sum = "torch.sum(torch.mul(%s, torch.softmax(%s, 0)), [0])";
    branches(
        place,
        step,
        sum.formatted(
            values, "torch.masked_fill(scores%s, mask%s, -inf)".formatted(place, step.input())),
        sum.formatted(values, "scores" + place));
  }
}
