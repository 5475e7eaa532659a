
  # Recurrent layers whose products are of whole numbers of 8 bits: weights with a scale for each
  # output, features with a scale for each step of each row, states with one that never changes. No
  # sum depends on other rows, on other steps or on padding.
  #
  # x: (time, rows, I); packs: w_ih and w_hh as packed by int8_pack, from p on
  # h, c: before the first step, (rows, H)
  # levels: what the largest magnitude becomes, at most 127; scale: of one level of a state

  def int8_pack(self, weight: Tensor, bias: Optional[Tensor]) -> __torch__.torch.classes.quantized.LinearPackedParamsBase:
    scales = torch.clamp(torch.div(torch.amax(torch.abs(weight), [1]), 127.), 1.0e-30)
    zeros = torch.zeros_like(scales, dtype=4)
    whole = torch.quantize_per_channel(weight, torch.to(scales, 7), zeros, 0, 12)
    pack = ops.quantized.linear_prepack(whole, bias)
    return pack

  # The largest magnitude of a state that starts from h, in levels: no state is beyond ±1 or beyond
  # what it starts from.
  def int8_scale(self, h: Tensor, levels: int) -> Tensor:
    return torch.div(torch.clamp(torch.amax(torch.abs(h)), 1.), levels)

  def int8_sums(
      self, x: Tensor, bias: Tensor,
      pack: __torch__.torch.classes.quantized.LinearPackedParamsBase, levels: int) -> Tensor:
    most = torch.clamp(torch.amax(torch.abs(x), [-1], True), 1.0e-30)
    sums = ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(
        torch.div(x, most), 1. / float(levels), torch.add(levels, 1), pack)
    return torch.addcmul(bias, sums, most)

  def int8_lstm(
      self, x: Tensor, h: Tensor, c: Tensor,
      packs: List[__torch__.torch.classes.quantized.LinearPackedParamsBase], p: int,
      bias: Tensor, scale: float, levels: int) -> Tensor:
    pack = packs[p + 1]
    units = torch.size(h, 1)
    sums = self.int8_sums(x, bias, packs[p], levels)
    c = torch.clone(c)
    out = torch.new_empty(x, [torch.size(x, 0), torch.size(x, 1), units])
    for t in range(torch.size(x, 0)):
      gates = ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(
          h, scale, torch.add(levels, 1), pack)
      gates = torch.add_(gates, torch.select(sums, 0, t))
      i, f, g, o = torch.chunk(gates, 4, 1)
      _ = torch.sigmoid_(torch.narrow(gates, 1, 0, 2 * units))
      c = torch.addcmul_(torch.mul_(c, f), i, torch.tanh_(g))
      h = torch.mul(torch.sigmoid_(o), torch.tanh(c), out=torch.select(out, 0, t))
    return out

  # bias: of the features' sums; hidden: of the states', which r scales
  def int8_gru(
      self, x: Tensor, h: Tensor,
      packs: List[__torch__.torch.classes.quantized.LinearPackedParamsBase], p: int,
      bias: Tensor, hidden: Tensor, scale: float, levels: int) -> Tensor:
    pack = packs[p + 1]
    units = torch.size(h, 1)
    sums = self.int8_sums(x, bias, packs[p], levels)
    out = torch.new_empty(x, [torch.size(x, 0), torch.size(x, 1), units])
    for t in range(torch.size(x, 0)):
      state = ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(
          h, scale, torch.add(levels, 1), pack)
      state = torch.add_(state, hidden)
      h = self.gru_state(torch.select(sums, 0, t), state, h, torch.select(out, 0, t))
    return out
