package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.List;

/**
 * Changes all weights of a network in place, in one call.
 *
 * <p>The arrays that are changed must not require a gradient. Lists go together by position.
 */
public final class WeightUpdates {
  private WeightUpdates() {}

  /**
   * What stays the same in a step of Adam.
   *
   * @param rate the learning rate
   * @param beta1 decay of the means
   * @param beta2 decay of the variances
   * @param epsilon added to the root of the variances
   * @param weightDecay 0 for none
   * @param decoupled whether weight decay is AdamW's
   */
  public record AdamSettings(
      double rate,
      double beta1,
      double beta2,
      double epsilon,
      double weightDecay,
      boolean decoupled) {}

  /**
   * What stays the same in a step of gradient descent.
   *
   * @param rate the learning rate
   * @param momentum 0 for none
   * @param weightDecay 0 for none
   */
  public record SgdSettings(double rate, double momentum, double weightDecay) {}

  /**
   * Scales gradients down so that their norm over all weights is at most a limit (Pascanu et al.
   * 2013, "On the difficulty of training recurrent neural networks"), as PyTorch's {@code
   * clip_grad_norm_} does: by {@code min(1, limit / (norm + 1e-6))}.
   *
   * @param gradients changed
   * @param limit above 0
   * @return the norm before, 0 for no gradients; if it is not a finite number the gradients mean
   *     nothing
   * @throws IllegalArgumentException if the limit is not above 0
   */
  public static double clip(List<NDArray> gradients, double limit) {
    if (!(limit > 0)) {
      throw new IllegalArgumentException("limit is " + limit + ", must be above 0");
    }
    if (gradients.isEmpty()) {
      return 0;
    }
    try (Arguments arguments = new Arguments();
        IValue norm =
            Kernels.of(gradients.get(0).getManager())
                .run("clip", arguments.arrays(gradients).real(limit))) {
      return norm.toDouble();
    }
  }

  /**
   * Takes a step of Adam (Kingma and Ba 2015, "Adam: a method for stochastic optimization") or
   * AdamW (Loshchilov and Hutter 2019, "Decoupled weight decay regularization"), in PyTorch's fused
   * form.
   *
   * @param weights changed
   * @param gradients of the loss
   * @param means changed; zeros of the weights' shapes before the first step
   * @param variances changed; zeros of the weights' shapes before the first step
   * @param counts changed: how many steps were taken before, float32 scalars
   * @throws IllegalArgumentException if lists or shapes do not go together
   */
  public static void adam(
      AdamSettings settings,
      List<NDArray> weights,
      List<NDArray> gradients,
      List<NDArray> means,
      List<NDArray> variances,
      List<NDArray> counts) {
    together("gradient", weights, gradients);
    together("mean", weights, means);
    together("variance", weights, variances);
    if (counts.size() != weights.size()) {
      throw new IllegalArgumentException(
          counts.size() + " counts for " + weights.size() + " weights");
    }
    counts.forEach(count -> Shapes.require("count", count));
    if (weights.isEmpty()) {
      return;
    }
    try (Arguments arguments = new Arguments()) {
      arguments
          .arrays(weights)
          .arrays(gradients)
          .arrays(means)
          .arrays(variances)
          .arrays(counts)
          .real(settings.rate())
          .real(settings.beta1())
          .real(settings.beta2())
          .real(settings.epsilon())
          .real(settings.weightDecay())
          .flag(settings.decoupled());
      run("adam", weights, arguments);
    }
  }

  /**
   * Takes a step of stochastic gradient descent, with momentum in PyTorch's form, {@code v =
   * momentum · v + g}, {@code w = w - rate · v}.
   *
   * @param weights changed
   * @param gradients of the loss
   * @param velocities changed; zeros of the weights' shapes before the first step; empty if the
   *     momentum is 0
   * @throws IllegalArgumentException if lists or shapes do not go together
   */
  public static void sgd(
      SgdSettings settings,
      List<NDArray> weights,
      List<NDArray> gradients,
      List<NDArray> velocities) {
    together("gradient", weights, gradients);
    together("velocity", settings.momentum() == 0 ? List.of() : weights, velocities);
    if (weights.isEmpty()) {
      return;
    }
    try (Arguments arguments = new Arguments()) {
      arguments
          .arrays(weights)
          .arrays(gradients)
          .arrays(velocities)
          .real(settings.rate())
          .real(settings.momentum())
          .real(settings.weightDecay());
      run("sgd", weights, arguments);
    }
  }

  /**
   * Adds arrays to others: {@code s = s + factor · a}.
   *
   * @param sums changed
   * @throws IllegalArgumentException if lists or shapes do not go together
   */
  public static void addUp(List<NDArray> sums, List<NDArray> arrays, double factor) {
    together("summand", sums, arrays);
    if (sums.isEmpty()) {
      return;
    }
    try (Arguments arguments = new Arguments()) {
      run("add_up", sums, arguments.arrays(sums).arrays(arrays).real(factor));
    }
  }

  /** Multiplies the values of arrays by a factor; 0 makes zeros, of what is not finite too. */
  public static void scale(List<NDArray> arrays, double factor) {
    if (arrays.isEmpty()) {
      return;
    }
    try (Arguments arguments = new Arguments()) {
      run("scale", arrays, arguments.arrays(arrays).real(factor));
    }
  }

  /**
   * Moves arrays towards others: {@code a = a + share · (b - a)}, which is b to the last bit for a
   * share of 1.
   *
   * @param arrays changed
   * @throws IllegalArgumentException if lists or shapes do not go together
   */
  public static void follow(List<NDArray> arrays, List<NDArray> others, double share) {
    together("target", arrays, others);
    if (arrays.isEmpty()) {
      return;
    }
    try (Arguments arguments = new Arguments()) {
      run("follow", arrays, arguments.arrays(arrays).arrays(others).real(share));
    }
  }

  /**
   * Overwrites the values of arrays; their memory stays where it is, so that whoever shares it sees
   * the new values.
   *
   * @throws IllegalArgumentException if lists or shapes do not go together
   */
  public static void copy(List<NDArray> targets, List<NDArray> sources) {
    together("source", targets, sources);
    if (targets.isEmpty()) {
      return;
    }
    try (Arguments arguments = new Arguments()) {
      run("copy", targets, arguments.arrays(targets).arrays(sources));
    }
  }

  private static void run(String method, List<NDArray> changed, Arguments arguments) {
    NDManager manager = changed.get(0).getManager();
    Kernels.of(manager).run(method, arguments).close();
  }

  private static void together(String what, List<NDArray> targets, List<NDArray> others) {
    if (others.size() != targets.size()) {
      throw new IllegalArgumentException(
          others.size() + " arrays of " + what + " for " + targets.size());
    }
    for (int i = 0; i < targets.size(); i++) {
      Shapes.require(what + " " + i, others.get(i), targets.get(i).getShape().getShape());
    }
  }
}
