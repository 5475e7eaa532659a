package dev.rondo.runtime.layer.network;

import ai.djl.ndarray.NDManager;
import dev.rondo.runtime.cell.JavaSteps;
import dev.rondo.runtime.cell.RecurrentSteps;
import dev.rondo.runtime.kernel.CellWeights;
import dev.rondo.runtime.kernel.ValueSteps;
import dev.rondo.runtime.layer.DenseLayer;
import java.util.List;

/** Chooses what steps layers: plain Java for small ones, for large ones the kernel. */
final class StepsBySize {
  private StepsBySize() {}

  /**
   * Prepares steps with the weights as they are now.
   *
   * @param cells from the lowest
   * @param dense on the output of the highest, from the lowest; may be empty
   */
  static RecurrentSteps of(NDManager manager, List<CellWeights> cells, List<DenseLayer> dense) {
    long weights =
        cells.stream().mapToLong(CellWeights::size).sum()
            + dense.stream().mapToLong(layer -> layer.weight().size()).sum();
    return JavaSteps.areWorth(weights) && dense.stream().allMatch(DenseLayer::isForJava)
        ? JavaSteps.of(
            cells.stream().map(CellWeights::inJava).toList(),
            dense.stream().map(DenseLayer::inJava).toList())
        : ValueSteps.of(manager, cells, dense.stream().map(DenseLayer::inSteps).toList());
  }
}
