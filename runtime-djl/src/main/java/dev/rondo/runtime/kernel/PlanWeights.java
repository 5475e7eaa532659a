package dev.rondo.runtime.kernel;

import java.util.ArrayList;
import java.util.List;

/** The weights of a program: what its method {@code prepare} makes of them, each once. */
final class PlanWeights {
  /** Weights of 8 bits in the order that their products read them. */
  private static final String PACK = "__torch__.torch.classes.quantized.LinearPackedParamsBase";

  private final List<String> names;
  private final PlanPrecision precision;
  private final StringBuilder lines = new StringBuilder();
  private final List<String> prepared = new ArrayList<>();
  private final List<String> packed = new ArrayList<>();

  /**
   * Prepares none yet.
   *
   * @param names of the weights that are given, in their order
   */
  PlanWeights(List<String> names, PlanPrecision precision) {
    this.names = names;
    this.precision = precision;
  }

  private boolean packs() {
    return precision == PlanPrecision.INT8;
  }

  /** Returns the type of what is prepared. */
  String type() {
    return packs() ? "Tuple[List[Tensor], List[" + PACK + "]]" : "List[Tensor]";
  }

  /** Returns the lines of {@code prepare}. */
  String preparation() {
    String arrays = "[" + String.join(", ", prepared) + "]";
    return lines
        + "    return "
        + (packs() ? "(" + arrays + ", [" + String.join(", ", packed) + "])" : arrays);
  }

  /** Returns a value in the precision that is computed in. */
  String cast(String values) {
    return "torch.to(" + values + ", " + precision.number() + ")";
  }

  /** Returns what {@code run} reads a weight by that is as it was given, in the precision. */
  String weight(String name) {
    return prepared(own(name));
  }

  /** Returns a weight as {@code prepare} reads it, in the precision. */
  String own(String name) {
    String own = "weights[" + names.indexOf(name) + "]";
    return precision.casts() ? cast(own) : own;
  }

  /** Returns what {@code run} reads a prepared value by; equal ones are prepared once. */
  String prepared(String value) {
    int known = prepared.indexOf(value);
    if (known < 0) {
      prepared.add(value);
    }
    return "weights[" + (known < 0 ? prepared.size() - 1 : known) + "]";
  }

  /** Returns what {@code run} reads a weight by that is in oneDNN's blocks. */
  String blocks(String name) {
    return prepared("ops.mkldnn._reorder_linear_weight(%s, 16)".formatted(own(name)));
  }

  /** Returns what {@code run} reads the sum of two weights by. */
  String sum(String one, String other) {
    return prepared("torch.add(%s, %s)".formatted(own(one), own(other)));
  }

  /** Packs weights as whole numbers of 8 bits, and returns the place of the first. */
  int packs(String... ofWeights) {
    int first = packed.size();
    for (String name : ofWeights) {
      packed.add("self.int8_pack(%s, None)".formatted(own(name)));
    }
    return first;
  }

  /** Adds a line to {@code prepare}. */
  void line(String text) {
    lines.append("    ").append(text).append('\n');
  }
}
