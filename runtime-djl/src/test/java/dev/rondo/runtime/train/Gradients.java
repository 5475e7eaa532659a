package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import dev.rondo.runtime.layer.MaskSeeds;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.train.update.GradientMemory;
import dev.rondo.runtime.train.update.SgdRule;
import dev.rondo.runtime.train.update.UpdateRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The gradients that a training step computes. */
public final class Gradients {
  /** Seed and number of the step, of which the masks of dropout depend. */
  public static final long SEED = 5;

  public static final long STEP = 1;

  private Gradients() {}

  /** Returns the gradient of a loss with respect to each weight that it depends on. */
  public static Map<String, float[]> of(NetworkHost host, Function<Pass, NDArray> loss) {
    TrainingProgress progress = new TrainingProgress(TrainingOptions.builder().build(), 1);
    UpdateRule none = new SgdRule(host.manager(), 0, 0);
    try (TrainingStep step =
        new TrainingStep(
            host.manager().newSubManager(),
            new GradientMemory(host.manager()),
            none,
            progress,
            1,
            new MaskSeeds(SEED, STEP))) {
      step.backward(loss.apply(step));
      Map<String, float[]> gradients = new LinkedHashMap<>();
      step.gradients()
          .forEach((weight, array) -> gradients.put(weight.getName(), array.toFloatArray()));
      return gradients;
    }
  }
}
