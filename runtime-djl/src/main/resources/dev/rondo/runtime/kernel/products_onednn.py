
  # ---- products by oneDNN, where PyTorch is built with it --------------------------------------------
  #
  # oneDNN reads a large weight in blocks, for which it has to be put in order once. With few rows that
  # takes a fraction of what PyTorch's own product takes, above all on processors that are not Intel's.

  # Returns a weight (O, I) in order, (O, I) still, for linear_blocked only.
  def blocked(self, weight: Tensor) -> Tensor:
    return ops.mkldnn._reorder_linear_weight(weight, 16)

  # Returns x (R, I) times the weight, + b: (R, O).
  def linear_blocked(self, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    if weight.is_mkldnn:
      result = ops.mkldnn._linear_pointwise(
          x, weight, bias, "none", annotate(List[Optional[number]], []), "")
    else:
      result = torch.linear(x, weight, bias)
    return result
