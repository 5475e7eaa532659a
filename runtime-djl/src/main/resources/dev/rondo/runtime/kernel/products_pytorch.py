
  # ---- products by PyTorch, where it is built without oneDNN -------------------------------------------

  # Returns a weight (O, I) for linear_blocked: as it is.
  def blocked(self, weight: Tensor) -> Tensor:
    return weight

  # Returns x (R, I) times the weight, + b: (R, O).
  def linear_blocked(self, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    return torch.linear(x, weight, bias)
