package dev.rondo.runtime.kernel;

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

  private final Plan plan;
  private final PlanLayout layout;
  private final Products products;
  private final PlanPrecision precision;
  private final PlanWeights weights;
  private final RecurrentText recurrent;
  private final StringBuilder run = new StringBuilder();
  private final Set<Integer> masked = new TreeSet<>();

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
    this.weights = new PlanWeights(plan.weights(), precision);
    this.recurrent = new RecurrentText(weights, products, precision, oneDnnLstm);
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
    return """
    class Kernels(Module):
      __parameters__ = []
      __buffers__ = []
      training : bool

      def prepare(self, weights: List[Tensor]) -> %1$s:
    %2$s

      def run(
          self, numbers: Tensor, features: Tensor, sizes: List[int],
          %3$s: %1$s) -> Tensor:
    %4$s    rows = sizes[0]
    %5$s%6$s    return torch.contiguous(%7$s)
    %8$s\
    """
        .formatted(
            weights.type(),
            weights.preparation(),
            packs ? "kept" : "weights",
            packs ? "    weights, packs = kept\n" : "",
            masks(),
            run,
            precision.casts() ? "torch.to(" + result + ", 6)" : result,
            recurrent.methods());
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
      line(place, precision.casts() ? weights.cast(values) : values);
    } else if (operator instanceof Operator.Rows rows) {
      line(
          place,
          "torch.embedding(%s, %s)".formatted(weights.weight(rows.weight()), operand(step, 0)));
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
                  weights.weight(norm.weight()),
                  weights.weight(norm.bias()),
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
    run.append(recurrent.of(place, operand(step, 0), layer));
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

  private String product(Operator.Dense dense, String values) {
    boolean blocks =
        (long) dense.units() * dense.inputs() >= WORTH_BLOCKS
            && products == Products.ONE_DNN
            && !precision.casts();
    if (!blocks) {
      return "torch.linear(%s, %s, %s)"
          .formatted(values, weights.weight(dense.weight()), weights.weight(dense.bias()));
    }
    return ("ops.mkldnn._linear_pointwise(%s, %s, %s, \"none\","
            + " annotate(List[Optional[number]], []), \"\")")
        .formatted(values, weights.blocks(dense.weight()), weights.weight(dense.bias()));
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
            .formatted(place, values, weights.weight(pool.weight()), weights.weight(pool.bias())));
    run.append(
        "    scores%s = torch.sum(torch.mul(keys%s, %s), [2], True)\n"
            .formatted(place, place, weights.weight(pool.query())));
    String sum = "torch.sum(torch.mul(%s, torch.softmax(%s, 0)), [0])";
    branches(
        place,
        step,
        sum.formatted(
            values, "torch.masked_fill(scores%s, mask%s, -inf)".formatted(place, step.input())),
        sum.formatted(values, "scores" + place));
  }
}
