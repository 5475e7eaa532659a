package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.GradMode;
import dev.rondo.runtime.engine.NativeCalls;
import dev.rondo.runtime.engine.Torch;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PyTorch's LSTM over whole sequences.
 *
 * <p>On a CPU oneDNN computes it, whose results were wrong by about a hundredth on a machine with
 * AVX-512 by AMD. So it is compared with the equations before it is first used, and where it is
 * wrong PyTorch's own steps take its place: right, and slower.
 */
public final class LstmOperator {
  private static final Logger LOG = LoggerFactory.getLogger(LstmOperator.class);

  /** Rounding stays far below, and what was wrong was far above. */
  private static final double TOLERANCE = 1e-4;

  /** Units and features that are fewer and more than a register holds, and that fill it. */
  private static final List<LstmCheck> CHECKS =
      List.of(
          new LstmCheck(3, 4, 5, 6),
          new LstmCheck(1, 3, 17, 33),
          new LstmCheck(8, 2, 16, 32),
          new LstmCheck(2, 3, 64, 64));

  private static final AtomicReference<Boolean> RIGHT = new AtomicReference<>();

  private LstmOperator() {}

  /** Returns whether oneDNN computes what it should; found out once. */
  public static boolean oneDnnIsRight() {
    Boolean known = RIGHT.get();
    if (known == null) {
      known = NativeCalls.run(() -> GradMode.off(() -> isRight(LstmOperator::fused)));
      if (!known) {
        LOG.warn(
            "PyTorch's LSTM by oneDNN is wrong on this processor: Rondo computes it by PyTorch's"
                + " own steps, which are right and slower. With the environment variable"
                + " ONEDNN_MAX_CPU_ISA=AVX2, set before Java starts, oneDNN may be right; it is"
                + " compared again.");
      }
      RIGHT.set(known);
    }
    return known;
  }

  /** Returns whether layers compute what the equations say, NaN never being so. */
  static boolean isRight(LstmCheck.Layers operator) {
    try (NDManager manager = Torch.newManager(Device.cpu())) {
      return CHECKS.stream().allMatch(check -> check.error(operator, manager) <= TOLERANCE);
    }
  }

  /**
   * Runs layers that read forward, one on the other.
   *
   * @param values (batch, time, inputs); owns the results through its manager
   * @param state h and c before the first step, (layers, batch, units) each
   * @param weights w_ih, w_hh, b_ih and b_hh of each layer
   * @return the outputs (batch, time, units), and h and c after the last step
   */
  public static NDList run(
      NDArray values, NDList state, NDList weights, int layers, boolean training) {
    return values.getDevice().isGpu() || oneDnnIsRight()
        ? fused(values, state, weights, layers, training)
        : bySteps(values, state, weights, layers, training);
  }

  /** As {@link #run}, by oneDNN or CUDA. */
  static NDList fused(NDArray values, NDList state, NDList weights, int layers, boolean training) {
    return values
        .getNDArrayInternal()
        .lstm(values, state, weights, true, layers, 0, training, false, true);
  }

  /** As {@link #run}, by PyTorch itself. */
  static NDList bySteps(
      NDArray values, NDList state, NDList weights, int layers, boolean training) {
    return Kernels.of(values.getManager())
        .call(
            "lstm_by_steps",
            List.of(values, state.get(0), state.get(1)),
            new double[] {layers},
            weights);
  }
}
