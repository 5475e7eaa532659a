package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.AttentionScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Attention over the steps of a memory (Bahdanau et al. 2015; Luong et al. 2015):
 *
 * <pre>
 * a = softmax over s of score(h, m_s)      c = Σ a_s m_s      h~ = tanh(W [c; h])
 * </pre>
 *
 * <p>As {@code W [c; h] = Σ a_s (W_c m_s) + W_h h}, with {@code W = [W_c | W_h]}, the product with
 * the memory is computed once for each source, by {@link #read}, and not at each step.
 *
 * @param score how h and m are compared
 * @param output W (units, features + units)
 * @param scoring the weights of the score: none of DOT; W (units, features) of GENERAL; K (units,
 *     features), Q (units, units) and v (1, units) of ADDITIVE
 */
public record Attention(AttentionScore score, NDArray output, List<NDArray> scoring) {
  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if they do not belong together
   */
  public Attention {
    scoring = List.copyOf(scoring);
    Shapes.dimensions("output", output, 2);
    long units = output.getShape().get(0);
    long features = output.getShape().get(1) - units;
    int expected =
        switch (score) {
          case DOT -> 0;
          case GENERAL -> 1;
          case ADDITIVE -> 3;
        };
    if (scoring.size() != expected) {
      throw new IllegalArgumentException(
          "%s weights for the score %s, expected %s".formatted(scoring.size(), score, expected));
    }
    if (score == AttentionScore.DOT) {
      Shapes.require(
          "output, where memory and state are compared as they are,", output, units, 2 * units);
    } else {
      Shapes.require("key", scoring.get(0), units, features);
    }
    if (score == AttentionScore.ADDITIVE) {
      Shapes.require("query", scoring.get(1), units, units);
      Shapes.require("energy", scoring.get(2), 1, units);
    }
  }

  /**
   * What attention reads.
   *
   * @param keys (batch, time, units): m of DOT, W m of GENERAL, K m of ADDITIVE
   * @param values W_c m (batch, time, units)
   * @param padding (batch, 1, time), 0 at real steps and a number far below all scores at padding;
   *     none if there is no padding
   */
  public record Memory(NDArray keys, NDArray values, Optional<NDArray> padding) {
    /**
     * Checks the shapes.
     *
     * @throws IllegalArgumentException if they do not belong together
     */
    public Memory {
      Shapes.dimensions("keys", keys, 3);
      Shape shape = keys.getShape();
      Shapes.require("values", values, shape.getShape());
      padding.ifPresent(array -> Shapes.require("padding", array, shape.get(0), 1, shape.get(1)));
    }
  }

  private long units() {
    return output.getShape().get(0);
  }

  /**
   * Prepares a memory.
   *
   * @param steps m (batch, time, features); owns the result through its manager
   * @param padding as in {@link Memory}
   */
  public Memory read(NDArray steps, Optional<NDArray> padding) {
    Shapes.dimensions("steps", steps, 3);
    Shape shape = steps.getShape();
    Shapes.require("steps", steps, shape.get(0), shape.get(1), output.getShape().get(1) - units());
    List<NDArray> weights = new ArrayList<>(List.of(output));
    scoring.stream().limit(1).forEach(weights::add);
    NDList results =
        Kernels.of(steps.getManager())
            .call("attention_memory", List.of(steps), new double[] {}, weights);
    return new Memory(results.get(0), results.get(1), padding);
  }

  /**
   * Returns h~. The gradient is recorded if gradients are recorded on this thread; then the arrays
   * must belong to this thread alone.
   *
   * @param states h (batch, steps, units); owns the result through its manager
   * @return (batch, steps, units)
   */
  public NDArray attend(NDArray states, Memory memory) {
    check(states, memory);
    return Kernels.of(states.getManager())
        .call(
            "attend",
            List.of(states, memory.keys(), memory.values()),
            options(memory),
            weights(memory))
        .singletonOrThrow();
  }

  /**
   * Returns a: how much each step of the memory weighs, exactly 0 for padding.
   *
   * @param states h (batch, steps, units); owns the result through its manager
   * @return (batch, steps, time)
   */
  public NDArray weigh(NDArray states, Memory memory) {
    check(states, memory);
    return Kernels.of(states.getManager())
        .call("attention_weights", List.of(states, memory.keys()), options(memory), weights(memory))
        .singletonOrThrow();
  }

  private void check(NDArray states, Memory memory) {
    Shapes.dimensions("states", states, 3);
    Shape keys = memory.keys().getShape();
    Shapes.require("states", states, keys.get(0), states.getShape().get(1), units());
    Shapes.require("keys", memory.keys(), keys.get(0), keys.get(1), units());
  }

  void requireUnits(long expected) {
    Shapes.require("output", output, expected, output.getShape().get(1));
  }

  void requireReadable(Memory memory, long batch) {
    Shapes.require("keys", memory.keys(), batch, memory.keys().getShape().get(1), units());
  }

  boolean additive() {
    return score == AttentionScore.ADDITIVE;
  }

  /** Returns what a step of {@code kernels.py} takes: output, then query and energy. */
  List<NDArray> weights() {
    List<NDArray> weights = new ArrayList<>(List.of(output));
    scoring.stream().skip(1).forEach(weights::add);
    return weights;
  }

  /** Returns what {@code kernels.py} takes: output, then query and energy, then the padding. */
  List<NDArray> weights(Memory memory) {
    List<NDArray> weights = weights();
    memory.padding().ifPresent(weights::add);
    return weights;
  }

  double[] options(Memory memory) {
    return new double[] {additive() ? 1 : 0, memory.padding().isPresent() ? 1 : 0};
  }
}
