
  # ---- products by XNNPACK, beside those by oneDNN ------------------------------------------------------
  #
  # Where oneDNN may not use all instructions of the processor, XNNPACK, which does, takes half its time.
  # What is packed belongs to one product at a time.

  # Returns a weight (O, I) and b (O) in order.
  def packed(
      self, weight: Tensor, bias: Tensor) -> __torch__.torch.classes.xnnpack.LinearOpContext:
    return ops.prepacked.linear_clamp_prepack(weight, bias, None, None)

  # search_step; dense: as packed returned it
  def search_step_packed(
      self, parents: List[int], tokens: List[int], left: List[int], places: List[int], most: int,
      options: List[int], cells: List[int], state: List[Tensor], weights: List[Tensor],
      embedding: Tensor, memory: List[Tensor], attention: List[Tensor],
      dense: __torch__.torch.classes.xnnpack.LinearOpContext
      ) -> Tuple[List[Tensor], List[Tensor], List[Tensor]]:
    y, shares, next, reads = self.search_states(
        parents, tokens, left, places, most, options, cells, state, weights, embedding, memory,
        attention)
    scores = ops.prepacked.linear_clamp_run(y, dense)
    found = self.foretold(scores, options[0], bool(options[1]), bool(options[2]))
    return (found + shares, next, reads)
