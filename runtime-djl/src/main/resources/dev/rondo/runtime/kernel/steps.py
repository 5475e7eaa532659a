
  # GRU and simple recurrent layers step by step. PyTorch's own operators take some fifteen operations for
  # a step of a GRU, each with a new array; here it takes seven.
  #
  # x: (time, rows, I); h: before the first step, (rows, H)
  # weights: w_ih, w_hh and the biases; ordered: w_ih and w_hh as oneDNN reads them
  # returns h at each step, (time, rows, H)

  # Whether products are so large that oneDNN gains more by them than its call costs.
  def worth_order(self, h: Tensor) -> bool:
    return torch.gt(torch.numel(h), 4095)

  def ordered_product(self, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    return ops.mkldnn._linear_pointwise(
        x, weight, bias, "none", annotate(List[Optional[number]], []), "")

  # b_ih: of the features' sums; b_hh: of the states', which r scales
  def gru_steps(
      self, x: Tensor, h: Tensor, w_ih: Tensor, w_hh: Tensor, ordered_ih: Tensor,
      ordered_hh: Tensor, b_ih: Tensor, b_hh: Tensor) -> Tensor:
    units = torch.size(h, 1)
    ordered = self.worth_order(h)
    if ordered:
      sums = self.ordered_product(x, ordered_ih, b_ih)
    else:
      sums = torch.linear(x, w_ih, b_ih)
    w = torch.t(w_hh)
    out = torch.new_empty(x, [torch.size(x, 0), torch.size(x, 1), units])
    for t in range(torch.size(x, 0)):
      if ordered:
        state = self.ordered_product(h, ordered_hh, b_hh)
      else:
        state = torch.addmm(b_hh, h, w)
      h = self.gru_state(torch.select(sums, 0, t), state, h, torch.select(out, 0, t))
    return out

  # bias: b_ih + b_hh
  def simple_steps(
      self, x: Tensor, h: Tensor, w_ih: Tensor, w_hh: Tensor, ordered_ih: Tensor,
      ordered_hh: Tensor, bias: Tensor, relu: bool) -> Tensor:
    ordered = self.worth_order(h)
    if ordered:
      sums = self.ordered_product(x, ordered_ih, bias)
    else:
      sums = torch.linear(x, w_ih, bias)
    w = torch.t(w_hh)
    for t in range(torch.size(x, 0)):
      own = torch.select(sums, 0, t)
      if ordered:
        own = torch.add_(own, self.ordered_product(h, ordered_hh, None))
      else:
        own = torch.addmm_(own, h, w)
      if relu:
        h = torch.relu_(own)
      else:
        h = torch.tanh_(own)
    return sums
