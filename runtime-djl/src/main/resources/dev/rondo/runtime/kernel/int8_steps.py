
  # ---- steps of whole numbers of 8 bits ------------------------------------------------------------------
  #
  # What kernels.py does float by float when a language model writes and a decoder foretells, with the
  # weights of the recurrent layers and of the output layer as int8.py packs them. A row's sums are of whole
  # numbers, with a scale that is the row's own or never changes: they depend on no other row.
  #
  # weights: as int8_cells returned them: biases, packs, bounds and levels. Layer by layer
  #   packs of w_ih and w_hh, but of [w_ih | w_hh] of a layer above another that is no GRU
  #   biases b_ih and b_hh of a GRU, of others b_ih + b_hh; of an LSTM all in the order i, f, o, g
  #   bounds: the largest magnitude of its h, or 0 where each row is looked at for its own
  # levels: as in int8.py
  # dense: as int8_dense returned it
  # table: as int8_foreseen returned it

  # Brings the weights of layers into that form.
  #
  # given: for each layer w_ih (G H, I), w_hh (G H, H), b_ih (G H), b_hh (G H)
  def int8_cells(
      self, cells: List[int], given: List[Tensor], bounds: List[float], levels: int) -> Tuple[List[Tensor], List[__torch__.torch.classes.quantized.LinearPackedParamsBase], List[float], int]:
    biases = annotate(List[Tensor], [])
    packs = annotate(List[__torch__.torch.classes.quantized.LinearPackedParamsBase], [])
    for k in range(torch.len(cells)):
      cell = cells[k]
      w_ih, w_hh, b_ih, b_hh = given[4 * k:4 * k + 4]
      if cell == 1:
        biases = biases + [b_ih, b_hh]
      else:
        torch.append(biases, self.int8_order(cell, torch.add(b_ih, b_hh)))
      if cell == 1 or k == 0:
        torch.append(packs, self.int8_pack(self.int8_order(cell, w_ih), None))
        torch.append(packs, self.int8_pack(self.int8_order(cell, w_hh), None))
      else:
        torch.append(packs, self.int8_pack(self.int8_order(cell, torch.cat([w_ih, w_hh], 1)), None))
    return (biases, packs, bounds, levels)

  # Puts the gates of an LSTM in the order i, f, o, g, so that a step opens three of them at once.
  def int8_order(self, cell: int, array: Tensor) -> Tensor:
    ordered = array
    if cell == 0:
      i, f, g, o = torch.chunk(array, 4)
      ordered = torch.cat([i, f, o, g])
    return ordered

  # As foreseen: what the lowest layer makes of each token, its biases in it, (V, G H) in 32 bits.
  #
  # given: as int8_cells wants it
  def int8_foreseen(self, cell: int, embedding: Tensor, given: List[Tensor]) -> List[Tensor]:
    table = annotate(List[Tensor], [])
    if torch.size(embedding, 0) * torch.size(given[0], 0) <= 1048576:
      bias = given[2]
      if cell != 1:
        bias = torch.add(bias, given[3])
      torch.append(
          table,
          torch.linear(embedding, self.int8_order(cell, given[0]), self.int8_order(cell, bias)))
    return table

  # Prepares a dense layer that scores tokens, as dense does.
  #
  # bound: the largest magnitude of what comes in, 0 if it is not known
  # returns what is added to the sums, nothing where the pack does it, b minus infinity for never; the
  # same without never; the pack; the bound
  def int8_dense(
      self, weight: Tensor, bias: Tensor, never: Tensor, bound: float) -> Tuple[List[Tensor], __torch__.torch.classes.quantized.LinearPackedParamsBase, float]:
    biases = annotate(List[Tensor], [])
    if torch.numel(never) == 0 and bound > 0.:
      pack = self.int8_pack(weight, bias)
    else:
      pack = self.int8_pack(weight, None)
      biases = [torch.index_fill(bias, 0, never, -inf), bias]
    return (biases, pack, bound)

  # Sums of a row's features, without bias: (R, I) to (R, O).
  #
  # bound: the largest magnitude of a feature, or 0 to look for that of each row
  def int8_linear(
      self, x: Tensor, pack: __torch__.torch.classes.quantized.LinearPackedParamsBase, bound: float,
      levels: int) -> Tensor:
    if bound > 0.:
      sums = ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(
          x, bound / float(levels), torch.add(levels, 1), pack)
    else:
      most = torch.clamp(torch.amax(torch.abs(x), [1], True), 1.0e-30)
      sums = torch.mul_(
          ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(
              torch.div(x, most), 1. / float(levels), torch.add(levels, 1), pack),
          most)
    return sums

  # What the lowest layer makes of tokens (R), its biases in it: (R, G H).
  def int8_lowest(
      self, tokens: Tensor, embedding: Tensor, table: List[Tensor],
      weights: Tuple[List[Tensor], List[__torch__.torch.classes.quantized.LinearPackedParamsBase], List[float], int]) -> Tensor:
    if torch.len(table) > 0:
      sums = torch.index_select(table[0], 0, tokens)
    else:
      biases, packs, bounds, levels = weights
      x = torch.index_select(embedding, 0, tokens)
      sums = torch.add_(self.int8_linear(x, packs[0], 0., levels), biases[0])
    return sums

  # A step of layers on top of each other, as stack_step takes it.
  #
  # lowest (R, G H): as int8_lowest returned it
  # returns h' of the highest layer (R, H), and the new state
  def int8_step(
      self, cells: List[int], lowest: Tensor, state: List[Tensor],
      weights: Tuple[List[Tensor], List[__torch__.torch.classes.quantized.LinearPackedParamsBase], List[float], int]) -> Tuple[Tensor, List[Tensor]]:
    biases, packs, bounds, levels = weights
    next = annotate(List[Tensor], [])
    y = lowest
    s = 0
    p = 0
    b = 0
    for k in range(torch.len(cells)):
      cell = cells[k]
      h = state[s]
      units = torch.size(h, 1)
      bound = bounds[k]
      if k > 0:
        below = bounds[k - 1]
      else:
        below = 0.
      if cell == 1:
        sums = lowest
        if k > 0:
          sums = torch.add_(self.int8_linear(y, packs[p], below, levels), biases[b])
        own = torch.add_(self.int8_linear(h, packs[p + 1], bound, levels), biases[b + 1])
        x_gates, x_n = torch.split_with_sizes(sums, [2 * units, units], 1)
        h_gates, h_n = torch.split_with_sizes(own, [2 * units, units], 1)
        r, z = torch.unsafe_chunk(torch.sigmoid_(torch.add_(h_gates, x_gates)), 2, 1)
        y = torch.lerp(torch.tanh_(torch.addcmul(x_n, r, h_n)), h, z)
        torch.append(next, y)
        s = s + 1
        p = p + 2
        b = b + 2
      else:
        if k == 0:
          sums = torch.add_(self.int8_linear(h, packs[p + 1], bound, levels), lowest)
          p = p + 2
        else:
          if below == 0. or bound == 0.:
            bound = 0.
          else:
            bound = max(bound, below)
          sums = torch.add_(
              self.int8_linear(torch.cat([y, h], 1), packs[p], bound, levels), biases[b])
          p = p + 1
        b = b + 1
        if cell == 0:
          gates, g = torch.split_with_sizes(sums, [3 * units, units], 1)
          i, f, o = torch.unsafe_chunk(torch.sigmoid_(gates), 3, 1)
          c = torch.addcmul_(torch.mul(f, state[s + 1]), i, torch.tanh_(g))
          y = torch.mul_(torch.tanh(c), o)
          torch.append(next, y)
          torch.append(next, c)
          s = s + 2
        else:
          y = self.squash(cell, sums)
          torch.append(next, y)
          s = s + 1
    return (y, next)

  # Returns the scores (R, V) of the next token: dense on h of the highest layer.
  #
  # whole: whether tokens that are never written have one, too
  def int8_scores(
      self, y: Tensor, dense: Tuple[List[Tensor], __torch__.torch.classes.quantized.LinearPackedParamsBase, float],
      levels: int, whole: bool) -> Tensor:
    biases, pack, bound = dense
    scores = self.int8_linear(y, pack, bound, levels)
    if torch.len(biases) > 0:
      scores = torch.add_(scores, biases[int(whole)])
    return scores

  # Returns parts of the arrays of writing_port as rows: for each layer what comes from below, joined with
  # h where one pack multiplies both; h; the memory for sums, of a GRU those of x and those of h.
  #
  # inputs: as in writing_port
  def int8_rows(self, inputs: int, cells: List[int], port: List[Tensor]) -> List[Tensor]:
    rows = annotate(List[Tensor], [])
    p = 3
    for k in range(torch.len(cells)):
      below = port[p]
      if k == 0:
        below = torch.slice(below, 0, 0, inputs)
      rows = rows + [torch.unsqueeze(below, 0), torch.unsqueeze(port[p + 1], 0)]
      if cells[k] == 1:
        rows = rows + [torch.unsqueeze(port[p + 2], 0), torch.unsqueeze(port[p + 3], 0)]
        p = p + 8
      elif cells[k] == 0:
        torch.append(rows, torch.unsqueeze(port[p + 3], 0))
        p = p + 9
      else:
        torch.append(rows, torch.unsqueeze(port[p + 2], 0))
        p = p + 3
    return rows

  # As read: int8_step for one text, in the arrays of writing_port and of int8_rows.
  def int8_read(
      self, tokens: List[int], embedding: Tensor, table: List[Tensor], cells: List[int],
      port: List[Tensor], rows: List[Tensor],
      weights: Tuple[List[Tensor], List[__torch__.torch.classes.quantized.LinearPackedParamsBase], List[float], int]) -> NoneType:
    biases, packs, bounds, levels = weights
    looked = torch.len(table) > 0
    for token in tokens:
      if not looked:
        torch.copy_(port[0], torch.select(embedding, 0, token))
      p = 3
      at = 0
      q = 0
      b = 0
      for k in range(torch.len(cells)):
        cell = cells[k]
        bound = bounds[k]
        if k > 0:
          below = bounds[k - 1]
        else:
          below = 0.
        own = port[p + 1]
        if cell == 1:
          if k == 0 and looked:
            torch.copy_(port[p + 2], torch.select(table[0], 0, token))
          else:
            torch.add(
                self.int8_linear(rows[at], packs[q], below, levels), biases[b], out=rows[at + 2])
          torch.add(
              self.int8_linear(rows[at + 1], packs[q + 1], bound, levels), biases[b + 1],
              out=rows[at + 3])
          n = port[p + 5]
          r, z = torch.unsafe_chunk(torch.sigmoid_(torch.add_(port[p + 4], port[p + 6])), 2)
          torch.tanh_(torch.addcmul_(n, r, port[p + 7]))
          torch.lerp(n, own, z, out=own)
          p = p + 8
          at = at + 4
          q = q + 2
          b = b + 2
        else:
          if k == 0:
            sums = self.int8_linear(rows[at + 1], packs[q + 1], bound, levels)
            if looked:
              bias = torch.select(table[0], 0, token)
            else:
              bias = torch.add(self.int8_linear(rows[at], packs[q], 0., levels), biases[b])
            q = q + 2
          else:
            if below == 0. or bound == 0.:
              bound = 0.
            else:
              bound = max(bound, below)
            sums = self.int8_linear(rows[at], packs[q], bound, levels)
            bias = biases[b]
            q = q + 1
          torch.add(sums, bias, out=rows[at + 2])
          if cell == 0:
            c = port[p + 2]
            torch.sigmoid_(port[p + 4])
            torch.addcmul_(torch.mul_(c, port[p + 6]), port[p + 5], torch.tanh_(port[p + 8]))
            torch.mul_(torch.tanh(c, out=own), port[p + 7])
            p = p + 9
          else:
            torch.copy_(own, self.squash(cell, port[p + 2]))
            p = p + 3
          at = at + 3
          b = b + 1
    return None

  # As write_greedy.
  def int8_write_greedy(
      self, given: List[int], count: int, stop: int, embedding: Tensor, table: List[Tensor],
      cells: List[int], state: List[Tensor],
      weights: Tuple[List[Tensor], List[__torch__.torch.classes.quantized.LinearPackedParamsBase], List[float], int],
      dense: Tuple[List[Tensor], __torch__.torch.classes.quantized.LinearPackedParamsBase, float]) -> Tuple[List[int], List[Tensor]]:
    written = annotate(List[int], [])
    inputs = torch.size(embedding, 1)
    if torch.len(table) > 0:
      inputs = 0
    port = self.writing_port(inputs, cells, state, [embedding, embedding])
    rows = self.int8_rows(inputs, cells, port)
    top = torch.unsqueeze(port[1], 0)
    self.int8_read(given, embedding, table, cells, port, rows, weights)
    going = count > 0
    while going:
      token = int(torch.argmax(self.int8_scores(top, dense, weights[3], False)))
      torch.append(written, token)
      self.int8_read([token], embedding, table, cells, port, rows, weights)
      going = token != stop and torch.len(written) < count
    return (written, self.state_of(cells, port))

  # As write_sampled.
  def int8_write_sampled(
      self, given: List[int], uniforms: List[float], stop: int, temperature: float, top_k: int,
      top_p: float, embedding: Tensor, table: List[Tensor], cells: List[int], state: List[Tensor],
      weights: Tuple[List[Tensor], List[__torch__.torch.classes.quantized.LinearPackedParamsBase], List[float], int],
      dense: Tuple[List[Tensor], __torch__.torch.classes.quantized.LinearPackedParamsBase, float]) -> Tuple[List[int], List[Tensor]]:
    written = annotate(List[int], [])
    inputs = torch.size(embedding, 1)
    if torch.len(table) > 0:
      inputs = 0
    port = self.writing_port(inputs, cells, state, [embedding, embedding])
    rows = self.int8_rows(inputs, cells, port)
    top = torch.unsqueeze(port[1], 0)
    self.int8_read(given, embedding, table, cells, port, rows, weights)
    count = torch.len(uniforms)
    going = count > 0
    while going:
      scores = torch.select(self.int8_scores(top, dense, weights[3], False), 0, 0)
      drawn = self.draw(scores, uniforms[torch.len(written)], temperature, top_k, top_p)
      torch.append(written, drawn)
      self.int8_read([drawn], embedding, table, cells, port, rows, weights)
      going = drawn != stop and torch.len(written) < count
    return (written, self.state_of(cells, port))

  # The sum of -log p over the next tokens of several texts that are read side by side.
  #
  # inputs and targets (T, R) int64: what is read and what comes next, 0 where that does not count
  # state: R rows
  # returns the sum and the state behind the last step
  def int8_losses(
      self, inputs: Tensor, targets: Tensor, embedding: Tensor, table: List[Tensor], cells: List[int],
      state: List[Tensor],
      weights: Tuple[List[Tensor], List[__torch__.torch.classes.quantized.LinearPackedParamsBase], List[float], int],
      dense: Tuple[List[Tensor], __torch__.torch.classes.quantized.LinearPackedParamsBase, float]) -> Tuple[float, List[Tensor]]:
    sum = 0.
    now = state
    for t in range(torch.size(inputs, 0)):
      y, now = self.int8_step(
          cells, self.int8_lowest(inputs[t], embedding, table, weights), now, weights)
      scores = self.int8_scores(y, dense, weights[3], True)
      sum = sum + float(torch.cross_entropy_loss(scores, targets[t], None, 2, 0, 0.))
    return (sum, now)

  # As search_step; the products of attention are in 32 bits.
  def int8_search_step(
      self, parents: List[int], tokens: List[int], left: List[int], places: List[int], most: int,
      options: List[int], cells: List[int], state: List[Tensor],
      weights: Tuple[List[Tensor], List[__torch__.torch.classes.quantized.LinearPackedParamsBase], List[float], int],
      embedding: Tensor, memory: List[Tensor], attention: List[Tensor],
      dense: Tuple[List[Tensor], __torch__.torch.classes.quantized.LinearPackedParamsBase, float]) -> Tuple[List[Tensor], List[Tensor], List[Tensor]]:
    width, unknown, scored, weighed, additive = options
    before = self.picked(state, parents)
    reads = self.picked(memory, left)
    lowest = self.int8_lowest(
        torch.tensor(tokens, dtype=4), embedding, annotate(List[Tensor], []), weights)
    y, next = self.int8_step(cells, lowest, before, weights)
    shares = annotate(List[Tensor], [])
    if torch.len(memory) > 0:
      y, share = self.attend_together(bool(additive), y, places, most, reads, attention)
      if bool(weighed):
        torch.append(shares, share)
    # a million scores at a time: in memory that is there from the part before, and still in the cache
    # when the highest are looked for
    found = annotate(List[List[Tensor]], [])
    for part in torch.split(y, max(1, 1048576 // torch.size(embedding, 0))):
      scores = self.int8_scores(part, dense, weights[3], False)
      torch.append(found, self.foretold(scores, width, bool(unknown), bool(scored)))
    joined = found[0]
    if torch.len(found) > 1:
      joined = annotate(List[Tensor], [])
      for i in range(torch.len(found[0])):
        parts = annotate(List[Tensor], [])
        for some in found:
          torch.append(parts, some[i])
        torch.append(joined, torch.cat(parts))
    return (joined + shares, next, reads)
