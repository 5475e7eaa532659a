package dev.rondo;

/** The rule by which gradients change the weights. */
public enum Optimizer {
  /**
   * Adam with bias correction, β = (0.9, 0.999), ε = 1e-8; weight decay is added to the gradient
   * (Kingma and Ba 2015, <a href="https://arxiv.org/abs/1412.6980">arXiv:1412.6980</a>).
   */
  ADAM,
  /**
   * Adam with decoupled weight decay (Loshchilov and Hutter 2019, <a
   * href="https://arxiv.org/abs/1711.05101">arXiv:1711.05101</a>).
   */
  ADAMW,
  /** Stochastic gradient descent with {@link Training#momentum() momentum}. */
  SGD
}
