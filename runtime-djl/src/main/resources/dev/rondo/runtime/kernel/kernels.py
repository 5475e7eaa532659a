# Rondo's operators in TorchScript, for what DJL lacks or does slowly.
#
# KernelArchive puts this text as it is into an archive that PyTorch loads. It is TorchScript as
# PyTorch itself writes it: like Python, but every operator is called by its full name, all
# functions are methods of the one class, and types are written out. The typed Java method that
# stands before each operator checks the shapes. The methods blocked and linear_blocked stand in a text
# of their own, products_*.py, of which there is one for each library that can multiply.
#
# Letters in shapes: B batch, T steps, I inputs of a layer, H its units, E embedding, V vocabulary,
# G gates (LSTM 4, GRU 3, simple recurrent 1), L layers, D directions.
#
# Numbers of the cells, as in Cell.java: 0 LSTM, 1 GRU, 2 simple recurrent with tanh, 3 with relu.

class Kernels(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  # ---- single steps ------------------------------------------------------------------------------

  # Brings the weights of a layer into the form that a step reads.
  #
  # weights: w_ih (G H, I), w_hh (G H, H), b_ih (G H), b_hh (G H)
  # returns: of an LSTM or a simple recurrent layer W = [w_ih | w_hh] transposed (I + H, G H) and
  # b = b_ih + b_hh (G H), so that a step is one matrix product; the gates of an LSTM in the order
  # i, f, o, g, so that a step opens three of them at once; of a GRU, which resets after the
  # product, the weights
  def prepare(self, cell: int, weights: List[Tensor]) -> List[Tensor]:
    if cell == 1:
      prepared = weights
    else:
      weight = torch.cat([weights[0], weights[1]], 1)
      bias = torch.add(weights[2], weights[3])
      if cell == 0:
        i, f, g, o = torch.chunk(weight, 4)
        weight = torch.cat([i, f, o, g])
        b_i, b_f, b_g, b_o = torch.chunk(bias, 4)
        bias = torch.cat([b_i, b_f, b_o, b_g])
      prepared = [torch.t(weight), bias]
    return prepared

  # One step of a long short-term memory (Hochreiter and Schmidhuber 1997; forget gate of Gers et
  # al. 2000):
  #   (i, f, o, g) = [x, h] W + b
  #   c' = sigmoid(f) c + sigmoid(i) tanh(g)
  #   h' = sigmoid(o) tanh(c')
  #
  # x (B, I), h and c (B, H), W (I + H, 4 H) and b (4 H) prepared; returns h' and c' (B, H)
  def lstm_step(
      self, x: Tensor, h: Tensor, c: Tensor, weight: Tensor, bias: Tensor) -> Tuple[Tensor, Tensor]:
    units = torch.size(h, 1)
    sums = torch.addmm(bias, torch.cat([x, h], 1), weight)
    gates, g = torch.split_with_sizes(sums, [3 * units, units], 1)
    i, f, o = torch.unsafe_chunk(torch.sigmoid_(gates), 3, 1)
    cell = torch.addcmul_(torch.mul(f, c), i, torch.tanh_(g))
    return (torch.mul(o, torch.tanh(cell)), cell)

  # One step of a gated recurrent unit (Cho et al. 2014), reset after the product:
  #   r = sigmoid(W_ir x + b_ir + W_hr h + b_hr)
  #   z = sigmoid(W_iz x + b_iz + W_hz h + b_hz)
  #   n = tanh(W_in x + b_in + r (W_hn h + b_hn))
  #   h' = (1 - z) n + z h
  #
  # x (B, I), h (B, H), w_ih (3 H, I), w_hh (3 H, H), b_ih and b_hh (3 H); returns h' (B, H)
  def gru_step(
      self, x: Tensor, h: Tensor, w_ih: Tensor, w_hh: Tensor, b_ih: Tensor, b_hh: Tensor) -> Tensor:
    return torch.gru_cell(x, h, w_ih, w_hh, b_ih, b_hh)

  # One step of a simple recurrent network (Elman 1990): h' = f([x, h] W + b), f tanh or relu.
  #
  # x (B, I), h (B, H), W (I + H, H) and b (H) prepared; returns h' (B, H)
  def simple_step(self, cell: int, x: Tensor, h: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    sums = torch.addmm(bias, torch.cat([x, h], 1), weight)
    if cell == 2:
      next = torch.tanh(sums)
    else:
      next = torch.relu(sums)
    return next

  # One step of layers on top of each other.
  #
  # cells: one for each layer
  # x (B, I) of the lowest layer
  # state: for each layer h (B, H), of an LSTM then c (B, H)
  # weights: for each layer what prepare returned
  # returns h' of the highest layer (B, H), and the new state
  def stack_step(
      self, cells: List[int], x: Tensor, state: List[Tensor],
      weights: List[Tensor]) -> Tuple[Tensor, List[Tensor]]:
    y = x
    next = annotate(List[Tensor], [])
    s = 0
    w = 0
    for cell in cells:
      if cell == 0:
        y, c = self.lstm_step(y, state[s], state[s + 1], weights[w], weights[w + 1])
        torch.append(next, y)
        torch.append(next, c)
        s = s + 2
        w = w + 2
      else:
        if cell == 1:
          y = self.gru_step(y, state[s], weights[w], weights[w + 1], weights[w + 2], weights[w + 3])
          w = w + 4
        else:
          y = self.simple_step(cell, y, state[s], weights[w], weights[w + 1])
          w = w + 2
        torch.append(next, y)
        s = s + 1
    return (y, next)

  # A step of a stack, and a dense layer on its output: U y + b.
  #
  # dense: U (O, H) and b (O), or empty for none
  # returns (B, O), without dense (B, H), and the new state
  def step(
      self, cells: List[int], x: Tensor, state: List[Tensor], weights: List[Tensor],
      dense: List[Tensor]) -> Tuple[Tensor, List[Tensor]]:
    y, next = self.stack_step(cells, x, state, weights)
    if torch.len(dense) > 0:
      y = torch.linear(y, dense[0], dense[1])
    return (y, next)

  # A step of one sequence, and dense layers on its output, in arrays that are made once: everything
  # is written in place, and nothing is created. All but the weights are vectors.
  #
  # cells: one for each layer; activations: one for each dense layer, as in activate
  # answers: whether the dense layers are wanted
  # port: what Java shares; what is computed with, on CUDA a copy of it, else the same; then views of
  # that and of memory for sums, as lstm_in_place, gru_in_place and simple_in_place want them; for
  # each dense layer its input and its output
  # weights: of an LSTM or a simple recurrent layer W = [w_ih | w_hh] (G H, I + H) and b (G H), as
  # prepare returned them, but W turned back; of a GRU as they are; for each dense layer U and b
  def step_in_place(
      self, cells: List[int], activations: List[int], answers: bool, port: List[Tensor],
      weights: List[Tensor]) -> NoneType:
    copies = port[1].is_cuda
    if copies:
      torch.copy_(port[1], port[0])
    p, w = self.stack_in_place(cells, port, 2, weights, 0)
    if answers:
      for activation in activations:
        torch.addmv(weights[w + 1], weights[w], port[p], beta=1, alpha=1, out=port[p + 1])
        if activation != 0:
          torch.copy_(port[p + 1], self.activate(activation, port[p + 1]))
        p = p + 2
        w = w + 2
    if copies:
      torch.copy_(port[0], port[1])
    return None

  # A step of layers on top of each other, whose arrays stand in the port from p on and whose weights
  # from w on; returns where those behind begin.
  def stack_in_place(
      self, cells: List[int], port: List[Tensor], p: int, weights: List[Tensor],
      w: int) -> Tuple[int, int]:
    for cell in cells:
      if cell == 0:
        self.lstm_in_place(port, p, weights[w], weights[w + 1])
        p = p + 9
        w = w + 2
      elif cell == 1:
        self.gru_in_place(port, p, weights, w)
        p = p + 8
        w = w + 4
      else:
        self.simple_in_place(cell, port, p, weights[w], weights[w + 1])
        p = p + 3
        w = w + 2
    return (p, w)

  # lstm_step in place. port from p on: [x, h] (I + H), h, c (H), memory for sums (4 H), and in it the
  # three gates together (3 H), then i, f, o, g (H)
  def lstm_in_place(
      self, port: List[Tensor], p: int, weight: Tensor, bias: Tensor) -> NoneType:
    h = port[p + 1]
    c = port[p + 2]
    torch.addmv(bias, weight, port[p], beta=1, alpha=1, out=port[p + 3])
    torch.sigmoid_(port[p + 4])
    torch.addcmul_(torch.mul_(c, port[p + 6]), port[p + 5], torch.tanh_(port[p + 8]))
    torch.tanh(c, out=h)
    torch.mul_(h, port[p + 7])
    return None

  # gru_step in place. port from p on: x (I), h (H), memory for the sums of x and of h (3 H each), in
  # that of x the gates r and z together (2 H) and n (H), in that of h the gates' part and n's
  # weights from w on
  def gru_in_place(
      self, port: List[Tensor], p: int, weights: List[Tensor], w: int) -> NoneType:
    h = port[p + 1]
    n = port[p + 5]
    torch.addmv(weights[w + 2], weights[w], port[p], beta=1, alpha=1, out=port[p + 2])
    torch.addmv(weights[w + 3], weights[w + 1], h, beta=1, alpha=1, out=port[p + 3])
    gates = torch.sigmoid_(torch.add_(port[p + 4], port[p + 6]))
    r, z = torch.unsafe_chunk(gates, 2)
    torch.tanh_(torch.addcmul_(n, r, port[p + 7]))
    torch.add_(torch.mul_(torch.sub_(h, n), z), n)
    return None

  # simple_step in place. port from p on: [x, h] (I + H), h (H), memory for the sum (H)
  def simple_in_place(
      self, cell: int, port: List[Tensor], p: int, weight: Tensor, bias: Tensor) -> NoneType:
    torch.addmv(bias, weight, port[p], beta=1, alpha=1, out=port[p + 2])
    torch.copy_(port[p + 1], self.squash(cell, port[p + 2]))
    return None

  # ---- generation --------------------------------------------------------------------------------

  # Prepares a dense layer that scores tokens: U (V, H) and b (V), b minus infinity for tokens that are
  # never to be written: never (N) int64. U comes in a form that only linear_blocked reads, where that
  # is faster.
  def dense(self, weight: Tensor, bias: Tensor, never: Tensor) -> List[Tensor]:
    prepared = weight
    # of smaller ones a product takes less than the call of another library
    if torch.numel(weight) >= 262144 and not weight.is_cuda:
      prepared = self.blocked(weight)
    return [prepared, torch.index_fill(bias, 0, never, -inf)]

  # What the lowest layer makes of each token before it adds what it remembers, W_x e + b, for all
  # tokens: (V, G H). Empty where that would be more numbers than its weights are worth, and of a GRU.
  #
  # embedding (V, E); weights: those of the lowest layer, as prepare returned them
  def foreseen(self, cell: int, embedding: Tensor, weights: List[Tensor]) -> List[Tensor]:
    table = annotate(List[Tensor], [])
    if cell != 1:
      w_x = torch.slice(weights[0], 0, 0, torch.size(embedding, 1))
      if torch.size(embedding, 0) * torch.size(w_x, 1) <= 1048576:
        torch.append(table, torch.addmm(weights[1], embedding, w_x))
    return table

  # Makes the arrays that a language model writes in: nothing is created for a token, and no array is
  # another call's. x and h of all layers are one piece, so that what a layer reads, what comes from
  # below and its own h, need not be put together.
  #
  # inputs: E, or 0 where the lowest layer has a table; state as in stack_step, B = 1
  # returns x (E), the highest h (H), its scores (V), then what stack_in_place wants
  def writing_port(
      self, inputs: int, cells: List[int], state: List[Tensor], dense: List[Tensor]) -> List[Tensor]:
    like = state[0]
    parts = [torch.new_zeros(like, [inputs])]
    s = 0
    for cell in cells:
      torch.append(parts, torch.flatten(state[s]))
      s = s + 1 + int(cell == 0)
    memory = torch.cat(parts)
    top = torch.size(parts[-1], 0)
    port = [
        torch.slice(memory, 0, 0, inputs),
        torch.slice(memory, 0, torch.size(memory, 0) - top),
        torch.new_zeros(like, [torch.size(dense[1], 0)])]
    x = 0
    below = inputs
    s = 0
    for k in range(torch.len(cells)):
      units = torch.size(parts[k + 1], 0)
      h = x + below
      own = torch.slice(memory, 0, h, h + units)
      if cells[k] == 1:
        torch.append(port, torch.slice(memory, 0, x, h))
      else:
        torch.append(port, torch.slice(memory, 0, x, h + units))
      torch.append(port, own)
      if cells[k] == 0:
        torch.append(port, torch.clone(torch.flatten(state[s + 1])))
        sums = torch.new_zeros(like, [4 * units])
        gates = torch.split_with_sizes(sums, [3 * units, units])
        i, f, o, g = torch.split_with_sizes(sums, [units, units, units, units])
        port = port + [sums, gates[0], i, f, o, g]
        s = s + 2
      else:
        if cells[k] == 1:
          sums = torch.new_zeros(like, [3 * units])
          others = torch.new_zeros(like, [3 * units])
          port = port + [sums, others]
          port = port + torch.split_with_sizes(sums, [2 * units, units])
          port = port + torch.split_with_sizes(others, [2 * units, units])
        else:
          torch.append(port, torch.new_zeros(like, [units]))
        s = s + 1
      x = h
      below = units
    return port

  # Returns the weights as stack_in_place wants them: W turned back, and of a lowest layer that has a
  # table only what h is multiplied by.
  def writing_weights(
      self, cells: List[int], weights: List[Tensor], inputs: int, table: List[Tensor]) -> List[Tensor]:
    result = annotate(List[Tensor], [])
    w = 0
    for k in range(torch.len(cells)):
      if cells[k] == 1:
        result = result + weights[w:w + 4]
        w = w + 4
      else:
        weight = torch.t(weights[w])
        if k == 0 and torch.len(table) > 0:
          weight = torch.contiguous(torch.slice(weight, 1, inputs))
        result = result + [weight, weights[w + 1]]
        w = w + 2
    return result

  # Lets a language model read tokens, in place.
  #
  # weights: as writing_weights returned them; the bias of a layer that has a table is put in its place
  def read(
      self, tokens: List[int], embedding: Tensor, table: List[Tensor], cells: List[int],
      port: List[Tensor], weights: List[Tensor]) -> NoneType:
    for token in tokens:
      if torch.len(table) > 0:
        weights[1] = torch.select(table[0], 0, token)
      else:
        torch.copy_(port[0], torch.select(embedding, 0, token))
      p, w = self.stack_in_place(cells, port, 3, weights, 0)
    return None

  # Returns the scores (V) of the next token: dense on the highest layer's h.
  def scores(self, port: List[Tensor], dense: List[Tensor]) -> Tensor:
    if dense[0].is_mkldnn:
      scores = torch.select(
          self.linear_blocked(torch.unsqueeze(port[1], 0), dense[0], dense[1]), 0, 0)
    else:
      scores = torch.addmv(dense[1], dense[0], port[1], beta=1, alpha=1, out=port[2])
    return scores

  # Returns the state after what was read, as in stack_step.
  def state_of(self, cells: List[int], port: List[Tensor]) -> List[Tensor]:
    state = annotate(List[Tensor], [])
    p = 3
    for cell in cells:
      torch.append(state, torch.clone(torch.unsqueeze(port[p + 1], 0)))
      if cell == 0:
        torch.append(state, torch.unsqueeze(port[p + 2], 0))
        p = p + 9
      elif cell == 1:
        p = p + 8
      else:
        p = p + 3
    return state

  # Reads given tokens, then writes the likeliest token again and again, at most count times, until
  # it was stop. Everything written is also read: the state returned can go on from there.
  #
  # table: as foreseen returned it; weights as writing_weights; dense as dense
  def write_greedy(
      self, given: List[int], count: int, stop: int, embedding: Tensor, table: List[Tensor],
      cells: List[int], state: List[Tensor], weights: List[Tensor],
      dense: List[Tensor]) -> Tuple[List[int], List[Tensor]]:
    written = annotate(List[int], [])
    inputs = torch.size(embedding, 1)
    if torch.len(table) > 0:
      inputs = 0
    port = self.writing_port(inputs, cells, state, dense)
    own = weights[0:]
    self.read(given, embedding, table, cells, port, own)
    going = count > 0
    while going:
      token = int(torch.argmax(self.scores(port, dense)))
      torch.append(written, token)
      self.read([token], embedding, table, cells, port, own)
      going = token != stop and torch.len(written) < count
    return (written, self.state_of(cells, port))

  # As write_greedy, but draws each token, for which it takes one of the uniform numbers in [0, 1).
  def write_sampled(
      self, given: List[int], uniforms: List[float], stop: int, temperature: float, top_k: int,
      top_p: float, embedding: Tensor, table: List[Tensor], cells: List[int], state: List[Tensor],
      weights: List[Tensor], dense: List[Tensor]) -> Tuple[List[int], List[Tensor]]:
    written = annotate(List[int], [])
    inputs = torch.size(embedding, 1)
    if torch.len(table) > 0:
      inputs = 0
    port = self.writing_port(inputs, cells, state, dense)
    own = weights[0:]
    self.read(given, embedding, table, cells, port, own)
    count = torch.len(uniforms)
    going = count > 0
    while going:
      drawn = self.draw(
          self.scores(port, dense), uniforms[torch.len(written)], temperature, top_k, top_p)
      torch.append(written, drawn)
      self.read([drawn], embedding, table, cells, port, own)
      going = drawn != stop and torch.len(written) < count
    return (written, self.state_of(cells, port))

  # Draws a token by inverting the cumulated probabilities softmax(scores / temperature), in the
  # order of the tokens, or from the likeliest down where some are cut off: all but the top_k
  # likeliest (0: none; Fan et al. 2018), then of those all behind the first whose probabilities,
  # made to sum to 1 again, reach top_p (1: none; Holtzman et al. 2020).
  def draw(
      self, scores: Tensor, uniform: float, temperature: float, top_k: int, top_p: float) -> int:
    # by score, not by probability: at high temperatures many of these are equal
    if top_k > 0:
      highest, tokens = torch.topk(scores, min(top_k, torch.size(scores, 0)))
      drawn = int(torch.select(tokens, 0, self.draw_from(highest, temperature, uniform, top_p)))
    elif top_p < 1.:
      highest, tokens = torch.sort(scores, stable=True, dim=0, descending=True)
      drawn = int(torch.select(tokens, 0, self.draw_from(highest, temperature, uniform, top_p)))
    else:
      drawn = self.draw_from(scores, temperature, uniform, top_p)
    return drawn

  # Returns the place that a uniform number falls to; dtype 7 is float64. Scores are taken relative to
  # the highest before they are divided, so that no temperature makes them infinite.
  def draw_from(self, scores: Tensor, temperature: float, uniform: float, top_p: float) -> int:
    relative = torch.to(torch.sub(scores, torch.amax(scores, [0], True)), 7)
    if temperature != 1.:
      relative = torch.div(relative, max(temperature, 1e-300))
    cumulated = torch.cumsum(torch.softmax(relative, 0), 0)
    last = torch.size(scores, 0) - 1
    if top_p < 1.:
      reach = top_p * float(torch.select(cumulated, 0, -1))
      last = min(last, int(torch.searchsorted(cumulated, reach)))
    share = uniform * float(torch.select(cumulated, 0, last))
    return min(last, int(torch.searchsorted(cumulated, share, right=True)))

  # ---- dropout -----------------------------------------------------------------------------------

  # Draws a mask of dropout: 0 with probability rate, to 2^-22, else 1 / (1 - rate). The generator is made
  # for it, so that it neither reads nor changes the state that all of the process share. A number that
  # it draws has 63 bits, and 21 of them decide on a value: bernoulli_ draws as much for each value.
  #
  # like: an array of the device
  # options: the rate, the seed, and the shape
  # returns the mask
  def mask(self, like: Tensor, options: Tensor) -> Tensor:
    rate = float(options[0])
    shape = annotate(List[int], [])
    count = 1
    for i in range(2, torch.len(options)):
      torch.append(shape, int(options[i]))
      count = count * shape[-1]
    generator = torch.Generator(device=like.device, seed=int(options[1]))
    drawn = torch.random_(
        torch.empty([count // 3 + 1], dtype=4, device=like.device), generator=generator)
    dropped = min(int(rate * 2097152. + 0.5), 2097151)
    kept = annotate(List[Tensor], [])
    digit = 1
    for i in range(3):
      torch.append(kept, torch.ge(torch.bitwise_and(drawn, 2097151 * digit), dropped * digit))
      digit = digit * 2097152
    chosen = torch.view(torch.slice(torch.cat(kept), 0, 0, count), shape)
    return torch.mul(chosen, 1. / (1. - rate))

  # ---- backpropagation through time --------------------------------------------------------------
  #
  # A GRU or simple recurrent layer over whole sequences, forward and then backward (Werbos 1990), in one
  # direction or in both at once: each has values and weights of its own, and what is done at a step is
  # done to both in one product. Nothing is recorded. What does not depend on the step before is
  # computed for all steps at once, above all the gradients of the weights, which PyTorch's own operator
  # adds up step by step.
  #
  # Inside, steps come before rows: (D, T, B, ...). Much is in memory that is given, because the first use
  # of new memory costs as much as the products.

  # values: x (B, T, I) of the first direction; h0 (D, B, H)
  # options: cell
  # arrays: memory (D T B (I + G H), of a GRU D T B (I + 2 G H), and D G H H more), x of the second
  # direction, if there is one; for each w_ih (G H, I), w_hh (G H, H), b_ih (G H), b_hh (G H)
  # returns h of each direction (B, T, H); then what unroll_back wants: h from h0 on (D, T + 1, B, H); the
  # gates, of a GRU r, z and what W_hn h + b_hn gives (D, T, B, 3 H), n (D, T, B, H), of others nothing;
  # w_hh (D, G H, H); x (D, T, B, I); and which arrays require a gradient, in the order of those that
  # unroll_back returns (0 or 1)
  def unroll(
      self, values: Tensor, h0: Tensor, options: Tensor, arrays: List[Tensor]) -> List[Tensor]:
    cell = int(options[0])
    directions, batch, units = torch.size(h0)
    steps = torch.size(values, 1)
    features = torch.size(values, 2)
    given = annotate(List[Tensor], [])
    for array in [values] + torch.slice(arrays, 1):
      torch.append(given, torch.detach(array))
    rows = torch.size(given[directions], 0)
    sums, room = self.part(arrays[0], [directions, steps, batch, rows])
    x, room = self.part(room, [directions, steps, batch, features])
    states = torch.empty([directions, steps + 1, batch, units], device=values.device)
    w_hh = annotate(List[Tensor], [])
    b_hn = annotate(List[Tensor], [])
    for d in range(directions):
      w = directions + 4 * d
      own = torch.select(x, 0, d)
      torch.copy_(own, torch.transpose(given[d], 0, 1))
      torch.append(w_hh, given[w + 1])
      torch.append(b_hn, torch.slice(given[w + 3], 0, -units))
      bias = torch.add(given[w + 2], given[w + 3])
      if cell == 1:
        # b_hn is added before r opens, the others are added to what the input brings
        bias = torch.cat([torch.slice(bias, 0, 0, 2 * units), torch.slice(given[w + 2], 0, -units)])
      torch.addmm(
          bias, torch.flatten(own, 0, 1), torch.t(given[w]), beta=1, alpha=1,
          out=torch.flatten(torch.select(sums, 0, d), 0, 1))
    if directions == 1:
      w_h = torch.unsqueeze(w_hh[0], 0)
    else:
      w_h, room = self.part(room, [directions, rows, units])
      torch.stack(w_hh, 0, out=w_h)
    to_sums = torch.transpose(w_h, 1, 2)
    states_at = torch.unbind(states, 1)
    sums_at = torch.unbind(sums, 1)
    gates = sums
    n = sums
    h = states_at[0]
    torch.copy_(h, torch.detach(h0))
    if cell == 1:
      n = torch.slice(sums, 3, 2 * units)
      gates, room = self.part(room, [directions, steps, batch, rows])
      gates_at = torch.unbind(gates, 1)
      b_h = torch.constant_pad_nd(torch.unsqueeze(torch.stack(b_hn), 1), [2 * units, 0], 0)
      for t in range(steps):
        of_rz, of_n = torch.split_with_sizes(sums_at[t], [2 * units, units], 2)
        torch.baddbmm(b_h, h, to_sums, beta=1, alpha=1, out=gates_at[t])
        rz, hn = torch.split_with_sizes(gates_at[t], [2 * units, units], 2)
        r, z = torch.unsafe_chunk(torch.sigmoid_(torch.add_(rz, of_rz)), 2, 2)
        torch.tanh_(torch.addcmul_(of_n, r, hn))
        torch.lerp(of_n, h, z, out=states_at[t + 1])
        h = states_at[t + 1]
    else:
      for t in range(steps):
        torch.baddbmm(sums_at[t], h, to_sums, beta=1, alpha=1, out=states_at[t + 1])
        h = states_at[t + 1]
        if cell == 2:
          torch.tanh_(h)
        else:
          torch.relu_(h)
    results = annotate(List[Tensor], [])
    required = [int(h0.requires_grad)]
    for d in range(directions):
      torch.append(results, torch.transpose(torch.slice(torch.select(states, 0, d), 0, 1), 0, 1))
      input = values
      if d > 0:
        input = arrays[1]
      torch.append(required, int(input.requires_grad))
      w = directions + 4 * d
      for array in arrays[w:w + 4]:
        torch.append(required, int(array.requires_grad))
    return results + [states, gates, n, w_h, x, torch.tensor(required)]

  # Returns the beginning of a vector in another shape, and what is left of it.
  def part(self, memory: Tensor, shape: List[int]) -> Tuple[Tensor, Tensor]:
    size = 1
    for each in shape:
      size = size * each
    return (torch.view(torch.slice(memory, 0, 0, size), shape), torch.slice(memory, 0, size))

  # The gradients of a loss whose gradients of h are known. With those at a step before anything is fed
  # back, dh, and the sums s that go into the gates:
  #   simple   ds = dh f'(s)                          dh_before = W_hh' ds
  #   GRU      ds_n = dh (1 - z) (1 - n^2)            ds_z = dh (h_before - n) z (1 - z)
  #            ds_r = ds_n (W_hn h + b_hn) r (1 - r)  dh_before = dh z + W_hh' [ds_r, ds_z, r ds_n]
  #
  # states: as unroll returned them; first: the gradient of h of the first direction (B, T, H)
  # options: cell
  # arrays: memory for what is computed in between, of a GRU 8 D T B H, else 3 D T B H; memory for the
  # gradients of the weights; the gates, n, w_hh and x as unroll returned them; the gradient of h of the
  # second direction, if there is one; for each direction w_ih
  # returns the gradient of h0 (D, B, H); then for each direction those of x, w_ih, w_hh, b_ih and b_hh
  def unroll_back(
      self, states: Tensor, first: Tensor, options: Tensor, arrays: List[Tensor]) -> List[Tensor]:
    cell = int(options[0])
    directions, after, batch, units = torch.size(states)
    steps = after - 1
    gates, n, w_h, x = arrays[2:6]
    each = [directions, steps, batch, units]
    dh, room = self.part(arrays[0], each)
    torch.copy_(torch.select(dh, 0, 0), torch.transpose(first, 0, 1))
    for d in range(1, directions):
      torch.copy_(torch.select(dh, 0, d), torch.transpose(arrays[5 + d], 0, 1))
    dh_at = torch.unbind(dh, 1)
    before = torch.slice(states, 1, 0, steps)
    carried = torch.zeros_like(dh_at[0])
    if cell == 1:
      rz, hn = torch.split_with_sizes(gates, [2 * units, units], 3)
      r, z = torch.unsafe_chunk(rz, 2, 3)
      of_n, room = self.part(room, each)
      of_z, room = self.part(room, each)
      of_r, room = self.part(room, each)
      torch.add_(torch.neg(z, out=of_z), 1)
      torch.mul_(torch.add_(torch.neg_(torch.mul(n, n, out=of_n)), 1), of_z)
      torch.mul_(torch.mul_(of_z, z), torch.sub(before, n, out=of_r))
      torch.mul_(torch.mul_(torch.add_(torch.neg(r, out=of_r), 1), r), hn)
      of_n_at = torch.unbind(of_n, 1)
      of_z_at = torch.unbind(of_z, 1)
      of_r_at = torch.unbind(of_r, 1)
      r_at = torch.unbind(r, 1)
      z_at = torch.unbind(z, 1)
      # ds_n, ds_r, ds_z, r ds_n: the first three belong to what the input brings, the last to the state
      ds, room = self.part(room, [directions, steps, batch, 4 * units])
      ds_at = torch.unbind(ds, 1)
      for i in range(steps):
        t = steps - 1 - i
        now = torch.add_(carried, dh_at[t])
        ds_n, of_h = torch.split_with_sizes(ds_at[t], [units, 3 * units], 2)
        ds_r, ds_z, ds_hn = torch.unsafe_chunk(of_h, 3, 2)
        torch.mul(now, of_n_at[t], out=ds_n)
        torch.mul(ds_n, of_r_at[t], out=ds_r)
        torch.mul(now, of_z_at[t], out=ds_z)
        torch.mul(ds_n, r_at[t], out=ds_hn)
        carried = torch.baddbmm(torch.mul_(now, z_at[t]), of_h, w_h)
    else:
      slope, room = self.part(room, each)
      h = torch.slice(states, 1, 1)
      if cell == 2:
        torch.add_(torch.neg_(torch.mul(h, h, out=slope)), 1)
      else:
        torch.gt(h, 0, out=slope)
      slope_at = torch.unbind(slope, 1)
      ds, room = self.part(room, each)
      ds_at = torch.unbind(ds, 1)
      for i in range(steps):
        t = steps - 1 - i
        torch.mul(torch.add_(carried, dh_at[t]), slope_at[t], out=ds_at[t])
        carried = torch.bmm(ds_at[t], w_h)
    results = [carried]
    kept = arrays[1]
    for d in range(directions):
      sums = torch.flatten(torch.select(ds, 0, d), 0, 1)
      h = torch.flatten(torch.select(before, 0, d), 0, 1)
      input = torch.flatten(torch.select(x, 0, d), 0, 1)
      w_ih = torch.detach(arrays[5 + directions + d])
      rows, features = torch.size(w_ih)
      dw_ih, kept = self.part(kept, [rows, features])
      dw_hh, kept = self.part(kept, [rows, units])
      b = torch.sum(sums, [0])
      if cell == 1:
        ds_n, of_h = torch.split_with_sizes(sums, [units, 3 * units], 1)
        ds_rz = torch.slice(of_h, 1, 0, 2 * units)
        w_rz, w_n = torch.split_with_sizes(w_ih, [2 * units, units])
        dx = torch.addmm(torch.mm(ds_n, w_n), ds_rz, w_rz)
        dw_rz, dw_n = torch.split_with_sizes(dw_ih, [2 * units, units])
        torch.mm(torch.t(ds_rz), input, out=dw_rz)
        torch.mm(torch.t(ds_n), input, out=dw_n)
        torch.mm(torch.t(of_h), h, out=dw_hh)
        b_hh = torch.slice(b, 0, units)
        b_ih = torch.roll(torch.slice(b, 0, 0, 3 * units), -units)
      else:
        dx = torch.mm(sums, w_ih)
        torch.mm(torch.t(sums), input, out=dw_ih)
        torch.mm(torch.t(sums), h, out=dw_hh)
        b_hh = b
        b_ih = torch.clone(b)
      torch.append(results, torch.transpose(torch.reshape(dx, [steps, batch, features]), 0, 1))
      torch.append(results, dw_ih)
      torch.append(results, dw_hh)
      torch.append(results, b_ih)
      torch.append(results, b_hh)
    return results

  # ---- LSTM without oneDNN -----------------------------------------------------------------------
  #
  # Forward LSTM layers, one on the other. Of sequences whose lengths it is told PyTorch computes an LSTM
  # itself; here all have the same.
  #
  # values (B, T, I); h and c (L, B, H); options: L; weights: w_ih (4 H, I), w_hh (4 H, H), b_ih (4 H),
  # b_hh (4 H) of each layer
  # returns h at each step (B, T, H), and the last h and c (L, B, H)
  def lstm_by_steps(
      self, values: Tensor, h: Tensor, c: Tensor, options: Tensor,
      weights: List[Tensor]) -> Tuple[Tensor, Tensor, Tensor]:
    batch = torch.size(values, 0)
    steps = torch.size(values, 1)
    packed = torch.reshape(torch.transpose(values, 0, 1), [batch * steps, torch.size(values, 2)])
    outputs, last, cell = torch.lstm(
        packed, torch.full([steps], batch, dtype=4), [h, c], weights, True, int(options[0]), 0.,
        False, False)
    return (torch.transpose(torch.reshape(outputs, [steps, batch, -1]), 0, 1), last, cell)

  # ---- layers that the fused operators do not know -----------------------------------------------
  #
  # One layer in one direction, step by step over whole sequences of one length; what does not depend
  # on the step before is computed for all steps at once, ahead of the loop. The mask of recurrent
  # dropout (Gal and Ghahramani 2016) is the same at all steps: what is fed back is multiplied by it.

  # LSTM, GRU or simple recurrent layer. Of a peephole LSTM (Gers and Schmidhuber 2000) the gates also
  # see the cell, i and f the one before, o the one after:
  #   i = sigmoid(... + p_i c)   f = sigmoid(... + p_f c)   o = sigmoid(... + p_o c')
  #
  # values (B, T, I); h and c (B, H), c used by an LSTM only
  # options: cell, peephole (0 or 1), masked (0 or 1)
  # weights: w_ih (G H, I), w_hh (G H, H), b_ih (G H), b_hh (G H); with peephole p (3 H): i, f, o;
  # masked, the mask (B, H)
  # returns h at each step (B, T, H), and the last h and c
  def loop(self, values: Tensor, h: Tensor, c: Tensor, options: Tensor, weights: List[Tensor]) -> Tuple[Tensor, Tensor, Tensor]:
    cell = int(options[0])
    peephole = bool(options[1])
    masked = bool(options[2])
    units = torch.size(h, 1)
    w_hh = torch.t(weights[1])
    bias = weights[2]
    if cell != 1:
      bias = torch.add(weights[2], weights[3])
    p = annotate(List[Tensor], [])
    if peephole:
      p = torch.split(weights[4], units)
    steps = torch.unbind(torch.linear(torch.transpose(values, 0, 1), weights[0], bias))
    now = h
    memory = c
    states = annotate(List[Tensor], [])
    for x in steps:
      back = now
      if masked:
        back = torch.mul(now, weights[-1])
      now, memory = self.advance(cell, x, back, now, memory, w_hh, weights[3], p)
      torch.append(states, now)
    return (torch.stack(states, 1), now, memory)

  # One step of a layer.
  #
  # x (B, G H) what the input brings to the gates, with the biases, of a GRU without b_hh; h (B, H) the
  # state, back (B, H) what is fed back of it, c (B, H) used by an LSTM only; w_hh transposed; p as in
  # loop, empty without peephole
  # returns the next h and c
  def advance(
      self, cell: int, x: Tensor, back: Tensor, h: Tensor, c: Tensor, w_hh: Tensor, b_hh: Tensor,
      p: List[Tensor]) -> Tuple[Tensor, Tensor]:
    memory = c
    if cell == 0:
      sums = torch.addmm(x, back, w_hh)
      i, f, g, o = torch.unsafe_chunk(sums, 4, 1)
      if torch.len(p) > 0:
        i = torch.addcmul(i, c, p[0])
        f = torch.addcmul(f, c, p[1])
      memory = torch.addcmul(torch.mul(torch.sigmoid(f), c), torch.sigmoid(i), torch.tanh(g))
      if torch.len(p) > 0:
        o = torch.addcmul(o, memory, p[2])
      next = torch.mul(torch.sigmoid(o), torch.tanh(memory))
    else:
      if cell == 1:
        xr, xz, xn = torch.unsafe_chunk(x, 3, 1)
        hr, hz, hn = torch.unsafe_chunk(torch.addmm(b_hh, back, w_hh), 3, 1)
        z = torch.sigmoid(torch.add(xz, hz))
        n = torch.tanh(torch.addcmul(xn, torch.sigmoid(torch.add(xr, hr)), hn))
        next = torch.addcmul(n, z, torch.sub(h, n))
      else:
        next = self.squash(cell, torch.addmm(x, back, w_hh))
    return (next, memory)

  # f of a simple recurrent layer.
  def squash(self, cell: int, sums: Tensor) -> Tensor:
    if cell == 2:
      squashed = torch.tanh(sums)
    else:
      squashed = torch.relu(sums)
    return squashed

  # A Jordan network (Jordan 1986), which feeds back the output y of the dense layers behind it:
  #   h = f(W_ih x + b_ih + W_yh y + b_yh)      y' = dense(h)
  #
  # values (B, T, I); y (B, O)
  # options: cell, residual (0 or 1: dense layers get h + x), masked and padded (0 or 1), the activation
  # of each dense layer: 0 none, 1 relu, 2 tanh, 3 sigmoid, 4 gelu
  # weights: w_ih (H, I), w_yh (H, O), b_ih (H), b_yh (H); for each dense layer weight and bias;
  # masked, the mask (B, O); padded, 0 at steps that get no y and 1 at the others (B, T, 1)
  # returns what the dense layers get at each step, h or h + x (B, T, H), and the last y
  def jordan(self, values: Tensor, y: Tensor, options: Tensor, weights: List[Tensor]) -> Tuple[Tensor, Tensor]:
    cell = int(options[0])
    residual = bool(options[1])
    masked = bool(options[2])
    padded = bool(options[3])
    layers = torch.size(options, 0) - 4
    activations = annotate(List[int], [])
    for k in range(layers):
      torch.append(activations, int(options[4 + k]))
    w_yh = torch.t(weights[1])
    inputs = torch.unbind(values, 1)
    steps = torch.unbind(torch.linear(torch.transpose(values, 0, 1), weights[0], torch.add(weights[2], weights[3])))
    now = y
    states = annotate(List[Tensor], [])
    for t in range(torch.len(steps)):
      back = now
      if masked:
        back = torch.mul(back, weights[4 + 2 * layers])
      if padded:
        back = torch.mul(back, torch.select(weights[-1], 1, t))
      h = self.squash(cell, torch.addmm(steps[t], back, w_yh))
      if residual:
        h = torch.add(h, inputs[t])
      torch.append(states, h)
      now = h
      for k in range(layers):
        now = self.activate(activations[k], torch.linear(now, weights[4 + 2 * k], weights[5 + 2 * k]))
    return (torch.stack(states, 1), now)

  def activate(self, activation: int, values: Tensor) -> Tensor:
    if activation == 1:
      result = torch.relu(values)
    elif activation == 2:
      result = torch.tanh(values)
    elif activation == 3:
      result = torch.sigmoid(values)
    elif activation == 4:
      result = torch.gelu(values)
    else:
      result = values
    return result

  # ---- convolution -------------------------------------------------------------------------------

  # A convolution over time with zeros beside each sequence, as if it were alone:
  # y_t = b + sum over k of W_k x_(t S + k - (K - 1) / 2), (K - 1) / 2 rounded down, t = 0 .. T / S
  # rounded up. PyTorch's operator pads both sides alike, which other strides and kernels do not need.
  #
  # x (B, T, I), 0 behind the end of each sequence; W (H, I, K), b (H); options: S
  # returns (B, ceil(T / S), H)
  def convolution(self, x: Tensor, weight: Tensor, bias: Tensor, options: Tensor) -> Tensor:
    stride = int(options[0])
    steps = torch.size(x, 1)
    kernel = torch.size(weight, 2)
    before = torch.floordiv(kernel - 1, 2)
    out = torch.floordiv(steps + stride - 1, stride)
    behind = (out - 1) * stride + kernel - before - steps
    padded = torch.constant_pad_nd(torch.transpose(x, 1, 2), [before, max(behind, 0)])
    # oneDNN does not take a single short sequence, and NNPACK, which PyTorch asks next, complains on
    # standard error at each call where the processor is not its own: such a sequence comes twice
    if torch.eq(torch.size(x, 0), 1):
      twice = torch.cat([padded, padded])
    else:
      twice = padded
    sums = torch.slice(torch.conv1d(twice, weight, bias, [stride]), 0, 0, torch.size(x, 0))
    return torch.contiguous(torch.transpose(torch.slice(sums, 2, 0, out), 1, 2))

  # The maximum of each P steps; of those left over at the end, too.
  #
  # x (B, T, H), far below all else behind the end of each sequence; options: P
  # returns (B, ceil(T / P), H)
  def max_pool(self, x: Tensor, options: Tensor) -> Tensor:
    pool = int(options[0])
    out = torch.floordiv(torch.size(x, 1) + pool - 1, pool)
    missing = out * pool - torch.size(x, 1)
    full = torch.constant_pad_nd(x, [0, 0, 0, missing], -1.0e+30)
    parts = torch.view(
        torch.contiguous(full), [torch.size(x, 0), out, pool, torch.size(x, 2)])
    largest, places = torch.max(parts, 2)
    return largest

  # Over pictures: as above, in both directions.
  #
  # x (N, C, H, W); W (F, C, K, K), b (F); options: S
  # returns (N, F, ceil(H / S), ceil(W / S))
  def picture_convolution(self, x: Tensor, weight: Tensor, bias: Tensor, options: Tensor) -> Tensor:
    stride = int(options[0])
    kernel = torch.size(weight, 2)
    before = torch.floordiv(kernel - 1, 2)
    rows = torch.floordiv(torch.size(x, 2) + stride - 1, stride)
    columns = torch.floordiv(torch.size(x, 3) + stride - 1, stride)
    below = (rows - 1) * stride + kernel - before - torch.size(x, 2)
    right = (columns - 1) * stride + kernel - before - torch.size(x, 3)
    padded = torch.constant_pad_nd(x, [before, max(right, 0), before, max(below, 0)])
    if torch.size(x, 0) == 1:
      # of one small picture PyTorch would ask NNPACK, which tells each time that it is not there
      sums = torch.thnn_conv2d(padded, weight, [kernel, kernel], bias, [stride, stride], [0, 0])
    else:
      sums = torch.conv2d(padded, weight, bias, [stride, stride])
    return torch.slice(torch.slice(sums, 2, 0, rows), 3, 0, columns)

  # The maximum of each P x P places; of those left over at the right and at the bottom, too.
  #
  # x (N, F, H, W); options: P
  # returns (N, F, ceil(H / P), ceil(W / P))
  def picture_pool(self, x: Tensor, options: Tensor) -> Tensor:
    pool = int(options[0])
    return torch.max_pool2d(x, [pool, pool], [pool, pool], [0, 0], [1, 1], True)

  # ---- batch normalization -----------------------------------------------------------------------

  # x (N, F) or (N, F, P); weight and bias (F); options: epsilon
  # returns the shape of x, and its mean and its variance over N - 1 (F)
  def normalize_batch(
      self, x: Tensor, weight: Tensor, bias: Tensor, options: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    mean = torch.zeros_like(bias)
    variance = torch.zeros_like(bias)
    # running ones that keep nothing of before are those of the batch
    y = torch.batch_norm(
        x, weight, bias, mean, variance, True, 1., float(options[0]), False)
    return (y, mean, variance)

  # x (N, F) or (N, F, P); all others (F); options: epsilon
  def normalize_by(
      self,
      x: Tensor,
      mean: Tensor,
      variance: Tensor,
      weight: Tensor,
      bias: Tensor,
      options: Tensor) -> Tensor:
    return torch.batch_norm(
        x, weight, bias, mean, variance, False, 0., float(options[0]), False)

  # ---- attention ---------------------------------------------------------------------------------
  #
  # Attention over the steps m of a memory (Bahdanau et al. 2015; Luong et al. 2015), such as those of
  # an encoder:
  #   a = softmax over s of score(h, m_s)      c = sum of a_s m_s      h~ = tanh(W [c; h])
  #   score: dot h . m_s    general h . (K m_s)    additive v . tanh(Q h + K m_s)
  # As W [c; h] = sum of a_s (W_c m_s) + W_h h, where W = [W_c | W_h], all products with the memory are
  # computed once for each source.
  #
  # S steps and M features of the memory, T and H of the states h. Where the memory is padded, the
  # padding (B, 1, S) is 0 at real steps and far below all scores elsewhere, so that these weigh 0.

  # memory (B, S, M); options: none; weights: W (H, M + H), but for dot K (H, M)
  # returns keys K m, of dot m, and values W_c m (B, S, H)
  def attention_memory(
      self, memory: Tensor, options: Tensor, weights: List[Tensor]) -> Tuple[Tensor, Tensor]:
    values = torch.linear(memory, torch.slice(weights[0], 1, 0, torch.size(memory, 2)))
    keys = memory
    if torch.len(weights) > 1:
      keys = torch.linear(memory, weights[1])
    return (keys, values)

  # Returns a (B, T, S).
  #
  # h (B, T, H); keys (B, S, H); options: additive and padded (0 or 1)
  # weights: W; additive Q (H, H) and v (1, H); padded, the padding
  def attention_weights(
      self, h: Tensor, keys: Tensor, options: Tensor, weights: List[Tensor]) -> Tensor:
    return self.shares(bool(options[0]), bool(options[1]), h, keys, weights)

  # Returns h~ (B, T, H); values (B, S, H), the others as above.
  def attend(
      self, h: Tensor, keys: Tensor, values: Tensor, options: Tensor,
      weights: List[Tensor]) -> Tensor:
    return self.attended(bool(options[0]), bool(options[1]), h, keys, values, weights)

  def attended(
      self, additive: bool, padded: bool, h: Tensor, keys: Tensor, values: Tensor,
      weights: List[Tensor]) -> Tensor:
    return self.attended_by(self.shares(additive, padded, h, keys, weights), h, values, weights)

  def attended_by(
      self, shares: Tensor, h: Tensor, values: Tensor, weights: List[Tensor]) -> Tensor:
    own = torch.linear(h, torch.slice(weights[0], 1, -torch.size(h, 2)))
    return torch.tanh(torch.baddbmm(own, shares, values))

  def shares(
      self, additive: bool, padded: bool, h: Tensor, keys: Tensor,
      weights: List[Tensor]) -> Tensor:
    if additive:
      sums = torch.add(
          torch.unsqueeze(torch.linear(h, weights[1]), 2), torch.unsqueeze(keys, 1))
      scores = torch.squeeze(torch.linear(torch.tanh(sums), weights[2]), 3)
    else:
      scores = torch.bmm(h, torch.transpose(keys, 1, 2))
    if padded:
      scores = torch.add(scores, weights[-1])
    return torch.softmax(scores, 2)

  # Layers with attention on top and input feeding (Luong et al. 2015): the lowest gets [x; h~], where h~
  # is what attention gave at the step before.
  #
  # values x (B, T, I); fed h~ (B, H) before the first step; keys and memory (B, S, H) as returned by
  # attention_memory
  # options: additive, padded; how many arrays attention has; cell; dropped, whether there is dropout
  # between the layers, peephole, masked, silenced and residual (0 or 1): whether layers but the lowest
  # add what they get to what they give; layers
  # arrays: those of attend; for each layer h, of an LSTM then c; for each layer w_ih, w_hh, b_ih, b_hh,
  # with peephole p, masked the mask, as in loop; dropped, for each layer but the highest what its output
  # is multiplied by (T, B, H); silenced, 0 at steps that leave a state of zeros and 1 at the others
  # (B, T, 1)
  # returns h~ at each step (B, T, H), the last h~, a (B, T, S), and for each layer the last h, of an
  # LSTM then c
  def feed(
      self, values: Tensor, fed: Tensor, keys: Tensor, memory: Tensor, options: Tensor,
      arrays: List[Tensor]) -> List[Tensor]:
    additive = bool(options[0])
    padded = bool(options[1])
    attending = int(options[2])
    cell = int(options[3])
    dropped = bool(options[4])
    peephole = bool(options[5])
    masked = bool(options[6])
    silenced = bool(options[7])
    residual = bool(options[8])
    layers = int(options[9])
    attention = arrays[0:attending]
    parts = 1
    if cell == 0:
      parts = 2
    state = arrays[attending:attending + layers * parts]
    first = attending + layers * parts
    count = 4 + int(options[5]) + int(options[6])
    between = first + layers * count
    w_hh = annotate(List[Tensor], [])
    bias = annotate(List[Tensor], [])
    p = annotate(List[List[Tensor]], [])
    for k in range(layers):
      own = first + k * count
      torch.append(w_hh, torch.t(arrays[own + 1]))
      if cell == 1:
        torch.append(bias, arrays[own + 2])
      else:
        torch.append(bias, torch.add(arrays[own + 2], arrays[own + 3]))
      if peephole:
        torch.append(p, torch.split(arrays[own + 4], torch.size(w_hh[k], 0)))
      else:
        torch.append(p, annotate(List[Tensor], []))
    features = torch.size(values, 2)
    w_fed = torch.t(torch.slice(arrays[first], 1, features))
    steps = torch.unbind(
        torch.linear(
            torch.transpose(values, 0, 1), torch.slice(arrays[first], 1, 0, features), bias[0]))
    now = fed
    outputs = annotate(List[Tensor], [])
    shares = annotate(List[Tensor], [])
    for t in range(torch.len(steps)):
      y = now
      next = annotate(List[Tensor], [])
      for k in range(layers):
        own = first + k * count
        below = y
        if k == 0:
          x = torch.addmm(steps[t], now, w_fed)
        else:
          x = torch.linear(below, arrays[own], bias[k])
        h = state[k * parts]
        back = h
        if masked:
          back = torch.mul(h, arrays[own + count - 1])
        y, c = self.advance(
            cell, x, back, h, state[k * parts + parts - 1], w_hh[k], arrays[own + 3], p[k])
        if silenced:
          y = torch.mul(y, torch.select(arrays[-1], 1, t))
        torch.append(next, y)
        if cell == 0:
          torch.append(next, c)
        if dropped and k + 1 < layers:
          y = torch.mul(y, torch.select(arrays[between + k], 0, t))
        if residual and k > 0:
          y = torch.add(y, below)
      state = next
      query = torch.unsqueeze(y, 1)
      share = self.shares(additive, padded, query, keys, attention)
      now = torch.squeeze(self.attended_by(share, query, memory, attention), 1)
      torch.append(outputs, now)
      torch.append(shares, share)
    results = [torch.stack(outputs, 1), now, torch.cat(shares, 1)]
    for each in state:
      torch.append(results, each)
    return results

  # ---- search ------------------------------------------------------------------------------------

  # Reads a token of each hypothesis of B sources and foretells the next.
  #
  # The R hypotheses stand one behind the other in the order of their sources. So that all those of a
  # source read the same memory in one product, attention puts them side by side, (B, N, H), N the
  # most of one source.
  #
  # parents: which row of the state each goes on from; empty if all go on from their own
  # tokens: the last of each, R
  # left: the sources that are left of those before; empty for all
  # places: where each stands among the B N, R; empty if all B N are there
  # most: N
  # options: how many tokens are wanted for each; whether the unknown token may be one of them,
  #   whether log probabilities are wanted, and whether the attention is (0 or 1); additive attention
  #   (0 or 1)
  # cells, weights as in stack_step; state likewise, R rows; embedding (V, E); dense: as dense returned it
  # memory: keys and values (B, S, H) and, if padded, the padding (B, 1, S); empty without attention
  # attention: W, of additive attention Q and v
  # returns what is wanted: the tokens (R, W) and, if scored, their log probabilities (R, W) and that
  # of the end (R) and, if weighed, the shares of the source's steps (R, S); the new state; the memory
  def search_step(
      self, parents: List[int], tokens: List[int], left: List[int], places: List[int], most: int,
      options: List[int], cells: List[int], state: List[Tensor], weights: List[Tensor],
      embedding: Tensor, memory: List[Tensor], attention: List[Tensor],
      dense: List[Tensor]) -> Tuple[List[Tensor], List[Tensor], List[Tensor]]:
    width, unknown, scored, weighed, additive = options
    before = self.picked(state, parents)
    reads = self.picked(memory, left)
    x = torch.index_select(embedding, 0, torch.tensor(tokens, dtype=4, device=embedding.device))
    y, next = self.stack_step(cells, x, before, weights)
    shares = annotate(List[Tensor], [])
    if torch.len(memory) > 0:
      y, share = self.attend_together(bool(additive), y, places, most, reads, attention)
      if bool(weighed):
        torch.append(shares, share)
    scores = self.linear_blocked(y, dense[0], dense[1])
    found = self.foretold(scores, width, bool(unknown), bool(scored))
    return (found + shares, next, reads)

  # Returns some rows of each array; all if none are named.
  def picked(self, arrays: List[Tensor], rows: List[int]) -> List[Tensor]:
    result = arrays
    if torch.len(rows) > 0 and torch.len(arrays) > 0:
      picks = torch.tensor(rows, dtype=4, device=arrays[0].device)
      result = annotate(List[Tensor], [])
      for array in arrays:
        torch.append(result, torch.index_select(array, 0, picks))
    return result

  # Returns h~ (R, H) of h (R, H), and the shares (R, S); the others as above.
  def attend_together(
      self, additive: bool, h: Tensor, places: List[int], most: int, memory: List[Tensor],
      attention: List[Tensor]) -> Tuple[Tensor, Tensor]:
    sources = torch.size(memory[0], 0)
    units = torch.size(h, 1)
    there = torch.tensor(places, dtype=4, device=h.device)
    together = h
    if torch.len(places) > 0:
      together = torch.index_copy(torch.zeros([sources * most, units], device=h.device), 0, there, h)
    query = torch.reshape(together, [sources, most, units])
    padded = torch.len(memory) > 2
    shares = self.shares(additive, padded, query, memory[0], attention + torch.slice(memory, 2))
    y = torch.flatten(self.attended_by(shares, query, memory[1], attention), 0, 1)
    share = torch.flatten(shares, 0, 1)
    if torch.len(places) > 0:
      y = torch.index_select(y, 0, there)
      share = torch.index_select(share, 0, there)
    return (y, share)

  # Returns the likeliest tokens and, if scored, log probabilities; as above. Token 1, the unknown
  # one, has a probability even where it may not be chosen. scores (R, V) are written over.
  def foretold(self, scores: Tensor, width: int, unknown: bool, scored: bool) -> List[Tensor]:
    found = annotate(List[Tensor], [])
    likely = scores
    if scored:
      # in one pass; logsumexp, which would be enough, takes five
      likely = torch.log_softmax(scores, 1)
    if not unknown:
      torch.fill_(torch.select(scores, 1, 1), -inf)
      torch.fill_(torch.select(likely, 1, 1), -inf)
    tokens = self.likeliest(scores, width)
    torch.append(found, tokens)
    if scored:
      torch.append(found, torch.gather(likely, 1, tokens))
      torch.append(found, torch.select(likely, 1, 0))
    return found

  # Returns where the highest scores of each row are; of equal ones the first. topk leaves open which of
  # equal ones it gives.
  def likeliest(self, scores: Tensor, width: int) -> Tensor:
    if width == 1:
      # takes less than argmax
      likely, tokens = torch.max(scores, 1, True)
    else:
      tied = width >= torch.size(scores, 1)
      count = min(width, torch.size(scores, 1))
      likely, tokens = torch.topk(scores, min(width + 1, torch.size(scores, 1)))
      if not tied:
        tied = bool(torch.any(torch.eq(torch.slice(likely, 1, 1), torch.slice(likely, 1, 0, -1))))
      if tied:
        likely, tokens = torch.sort(scores, stable=True, dim=1, descending=True)
      tokens = torch.slice(tokens, 1, 0, count)
    return tokens

  # ---- training ----------------------------------------------------------------------------------

  # The rows of a square matrix made orthogonal, each by what lies in the span of those before, and
  # brought to length 1: what the Gram-Schmidt process gives, computed by Householder's reflections.
  # These leave the direction of each row open; it is the one that makes R's diagonal positive, without
  # which the result of normally distributed rows would not be uniformly distributed (Mezzadri 2007).
  #
  # rows (N, N), computed in float64; returns (N, N) float32
  def orthogonal(self, rows: Tensor) -> Tensor:
    q, r = torch.linalg_qr(torch.t(torch.to(rows, 7)), "reduced")
    diagonal = torch.diagonal(r)
    directed = torch.mul(q, torch.copysign(torch.ones_like(diagonal), diagonal))
    return torch.contiguous(torch.to(torch.t(directed), 6))

  # Softmax cross entropy, the mean over the rows whose target is not ignored; with smoothing s
  # (Szegedy et al. 2016) (1 - s) (-log p(target)) + s (mean over the classes of -log p).
  #
  # scores (..., V); targets (...) int64; options: the ignored target, s; returns a scalar
  def cross_entropy(self, scores: Tensor, targets: Tensor, options: Tensor) -> Tensor:
    rows = torch.flatten(scores, 0, -2)
    return torch.cross_entropy_loss(
        rows, torch.flatten(targets), None, 1, int(options[0]), float(options[1]))

  # The cross entropy, as of cross_entropy, of a dense layer's scores z = x U^T + b, where these are so
  # many that arrays of them cost as much as the products: they are made for a part of the rows at a
  # time, in the same memory, and become their gradient p - (1 - s) onehot(y) - s / V there at once,
  # p = softmax(z), y the target. From it come those of x, U and b.
  #
  # The gradients of U and b are written to dU and db. They are those of this loss: what else is done
  # with it before the backward pass, the gradient of the factor tells, a 1 that it is multiplied by.
  # The result has the value of the loss and is recorded as sum(x dx) + factor.
  #
  # x (N, H); targets (N) int64; options: s; arrays: U (V, H), b (V), dU, db, memory for the scores of
  # a part of the rows, at least V wide, the factor
  # returns the mean over the rows, a scalar
  def output_loss(
      self, x: Tensor, targets: Tensor, options: Tensor, arrays: List[Tensor]) -> Tensor:
    smoothing = float(options[0])
    data = torch.detach(x)
    weight = torch.detach(arrays[0])
    bias = torch.detach(arrays[1])
    du = arrays[2]
    db = torch.zero_(arrays[3])
    memory = arrays[4]
    factor = arrays[5]
    classes = torch.size(weight, 0)
    part = torch.size(memory, 0)
    rows = torch.size(x, 0)
    share = 1. / float(rows)
    dx = torch.empty_like(data)
    loss = torch.sum(torch.slice(data, 0, 0, 0))
    start = 0
    while start < rows:
      end = min(start + part, rows)
      given = torch.slice(data, 0, start, end)
      target = torch.unsqueeze(torch.slice(targets, 0, start, end), 1)
      wide = torch.slice(memory, 0, 0, end - start)
      z = torch.slice(wide, 1, 0, classes)
      torch.addmm(bias, given, torch.t(weight), beta=1, alpha=1, out=z)
      highest = torch.amax(z, [1], True)
      losses = torch.mul(torch.gather(z, 1, target), smoothing - 1.)
      if smoothing > 0.:
        losses = torch.sub(losses, torch.mean(z, [1], True), alpha=smoothing)
      # what is wider than z must not count
      torch.fill_(torch.slice(wide, 1, classes), -inf)
      torch._softmax(wide, 1, False, out=wide)
      # log sum exp z: the likeliest class has p = exp(max z - log sum exp z), at least 1 / V
      losses = torch.add(losses, torch.sub(highest, torch.log(torch.amax(z, [1], True))))
      loss = torch.add(loss, torch.sum(losses), alpha=share)
      torch.scatter_add_(z, 1, target, torch.full_like(losses, smoothing - 1.))
      if smoothing > 0.:
        torch.sub_(z, smoothing / float(classes))
      torch.add_(db, torch.sum(z, [0]), alpha=share)
      torch.addmm(du, torch.t(z), given, beta=min(start, 1), alpha=share, out=du)
      to = torch.slice(dx, 0, start, end)
      torch.addmm(to, z, weight, beta=0, alpha=share, out=to)
      start = end
    recorded = torch.add(torch.sum(torch.mul(x, dx)), factor)
    return torch.add(loss, torch.sub(recorded, torch.detach(recorded)))

  # The losses of typed answers. A target that is no number is absent and does not count: it is 0 and
  # weighs 0 before anything is computed, so that no NaN gets into a gradient. The result is the sum of
  # what counts, each times its weight, divided by the sum of the weights; 0 where nothing counts.
  #
  # Softmax cross entropy l of the class y, each row weighing what its class does; with smoothing s as in
  # PyTorch (1 - s) w(y) l + s (mean over the classes c of w(c) (-log p(c))); focal (Lin et al. 2017)
  # (1 - p(y))^2 l.
  #
  # scores (N, V); targets (N, 1), numbers of classes; options: s, whether focal, weights of the classes
  # returns a scalar
  def class_loss(self, scores: Tensor, targets: Tensor, options: Tensor) -> Tensor:
    smoothing = float(options[0])
    # a copy: the options are freed before the backward pass
    weights = torch.to(torch.slice(options, 0, 2), scores, False, True)
    absent = torch.isnan(targets)
    classes = torch.to(torch.masked_fill(targets, absent, 0), 4)
    weight = torch.unsqueeze(torch.index_select(weights, 0, torch.flatten(classes)), 1)
    weight = torch.masked_fill(weight, absent, 0)
    likely = torch.log_softmax(scores, 1)
    loss = torch.neg(torch.gather(likely, 1, classes))
    if bool(options[1]):
      loss = torch.mul(loss, torch.pow(torch.expm1(torch.neg(loss)), 2))
    sum = torch.sum(torch.mul(loss, weight))
    if smoothing > 0.:
      others = torch.masked_fill(torch.mean(torch.mul(likely, weights), [1], True), absent, 0)
      sum = torch.sub(torch.mul(sum, 1. - smoothing), torch.sum(others), alpha=smoothing)
    return self.mean_of(sum, weight)

  # Binary cross entropy y log(1 + exp(-x)) + (1 - y) log(1 + exp(x)), of labels or of yes and no; with
  # smoothing s the target y is (1 - s) y + s / 2; focal as above, p being the probability of the target.
  #
  # scores (N, K); targets (N, K), 1 or 0; options: s, whether focal, weights of no and of yes, label by
  # label (2 K)
  # returns a scalar
  def label_loss(self, scores: Tensor, targets: Tensor, options: Tensor) -> Tensor:
    smoothing = float(options[0])
    weights = torch.to(torch.slice(options, 0, 2), scores, False, True)
    no, yes = torch.unbind(torch.reshape(weights, [-1, 2]), 1)
    absent = torch.isnan(targets)
    wanted = torch.masked_fill(targets, absent, 0)
    weight = torch.masked_fill(torch.where(torch.gt(wanted, 0.5), yes, no), absent, 0)
    if smoothing > 0.:
      wanted = torch.add(torch.mul(wanted, 1. - smoothing), smoothing / 2.)
    loss = torch.add(
        torch.mul(torch.softplus(torch.neg(scores)), wanted),
        torch.mul(torch.softplus(scores), torch.rsub(wanted, 1)))
    if bool(options[1]):
      loss = torch.mul(loss, torch.pow(torch.expm1(torch.neg(loss)), 2))
    return self.mean_of(torch.sum(torch.mul(loss, weight)), weight)

  # What errors e = x - y of numbers cost: 0 e^2; 1 |e|; 2 e^2 / 2 up to |e| = 1, |e| - 1/2 beyond (Huber
  # 1964); 3 max(-q e, (1 - q) e) (Koenker and Bassett 1978).
  #
  # scores x (N, K); targets y (N, K); options: which, q; returns a scalar
  def number_loss(self, scores: Tensor, targets: Tensor, options: Tensor) -> Tensor:
    kind = int(options[0])
    absent = torch.isnan(targets)
    error = torch.sub(scores, torch.masked_fill(targets, absent, 0))
    if kind == 0:
      loss = torch.mul(error, error)
    else:
      size = torch.abs(error)
      if kind == 1:
        loss = size
      elif kind == 2:
        near = torch.clamp(size, None, 1)
        loss = torch.mul(near, torch.sub(size, near, alpha=0.5))
      else:
        # |e| / 2 + (1/2 - q) e is the same, without a choice at 0
        loss = torch.add(torch.mul(size, 0.5), error, alpha=0.5 - float(options[1]))
    weight = torch.masked_fill(torch.ones_like(targets), absent, 0)
    return self.mean_of(torch.sum(torch.mul(loss, weight)), weight)

  # The pinball loss max(q e, (q - 1) e) of quantiles that cannot cross (Koenker and Bassett 1978): of each
  # answer the median is what it is, and each other one is softplus(x) further away from it than its
  # neighbour. The mean over the levels and what counts.
  #
  # scores (N, H Q), answer by answer; targets (N, H); options: Q, the place of the median, levels (Q)
  # returns a scalar
  def quantiles_loss(self, scores: Tensor, targets: Tensor, options: Tensor) -> Tensor:
    middle = int(options[1])
    levels = torch.to(torch.slice(options, 0, 2), scores, False, True)
    absent = torch.isnan(targets)
    wanted = torch.unsqueeze(torch.masked_fill(targets, absent, 0), 2)
    parts = torch.reshape(
        scores, [torch.size(targets, 0), torch.size(targets, 1), int(options[0])])
    median = torch.slice(parts, 2, middle, middle + 1)
    apart = torch.softplus(parts)
    lower = torch.flip(torch.cumsum(torch.flip(torch.slice(apart, 2, 0, middle), [2]), 2), [2])
    upper = torch.cumsum(torch.slice(apart, 2, middle + 1), 2)
    values = torch.cat([torch.sub(median, lower), median, torch.add(median, upper)], 2)
    error = torch.sub(values, wanted)
    loss = torch.add(
        torch.mul(torch.abs(error), 0.5), torch.mul(error, torch.rsub(levels, 0.5)))
    weight = torch.masked_fill(torch.ones_like(targets), absent, 0)
    return self.mean_of(torch.sum(torch.mul(torch.mean(loss, [2]), weight)), weight)

  # What a loss counts among several.
  #
  # loss: a scalar; options: its weight
  def weighted_loss(self, loss: Tensor, options: Tensor) -> Tensor:
    return torch.mul(loss, float(options[0]))

  # Divides a sum by that of the weights, or by 1 where nothing weighs anything.
  # The weighted sum of -ln p(labels) over sequences, over all ways to spread the labels over the steps
  # (Graves et al. 2006). PyTorch's operator takes log-probabilities and gives the gradient of the
  # scores before the log-softmax, so that the two must stand together.
  #
  # scores (steps of all sequences, V); places of a step's scores in them (T, B) int64; labels (B, K)
  # int64; lengths: of the sequences and of their labels (2, B) int64; weights (B)
  # returns a scalar
  def ctc(self, scores: Tensor, places: Tensor, labels: Tensor, lengths: Tensor, weights: Tensor, options: Tensor) -> Tensor:
    likely = torch.log_softmax(scores, 1)
    rows = torch.index_select(likely, 0, torch.flatten(places))
    padded = torch.view(rows, [torch.size(places, 0), torch.size(places, 1), torch.size(scores, 1)])
    losses = torch.ctc_loss(padded, labels, lengths[0], lengths[1], 0, 0, False)
    return torch.sum(torch.mul(losses, weights))

  def mean_of(self, sum: Tensor, weights: Tensor) -> Tensor:
    all = torch.sum(weights)
    return torch.div(sum, torch.add(all, torch.eq(all, 0)))

  # Adds vectors to rows of an array: the gradients of rows that were looked up to that of all.
  #
  # array (V, E); rows (N) int64; vectors (N, E)
  def add_rows(self, array: Tensor, rows: Tensor, vectors: Tensor) -> NoneType:
    if array.is_cuda:
      # sums up in the same order each time, which index_add_ does on the CPU only
      torch.index_put_(array, annotate(List[Optional[Tensor]], [rows]), vectors, True)
    else:
      torch.index_add_(array, 0, rows, vectors)
    return None

  # Fills rows (N) int64 of an array with zeros.
  def clear_rows(self, array: Tensor, rows: Tensor) -> NoneType:
    torch.index_fill_(array, 0, rows, 0)
    return None

  # Scales gradients so that their norm over all weights is at most limit (Pascanu et al. 2013), as
  # torch.nn.utils.clip_grad_norm_ does: by min(1, limit / (norm + 1e-6)). Returns the norm before.
  def clip(self, gradients: List[Tensor], limit: float) -> float:
    norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(gradients)))
    factor = torch.mul(torch.reciprocal(torch.add(norm, 1e-06)), limit)
    if float(factor) < 1.:
      torch._foreach_mul_(gradients, factor)
    return float(norm)

  # One step of Adam (Kingma and Ba 2015), or of AdamW (Loshchilov and Hutter 2019) if decoupled, in
  # place, as torch.optim computes it fused:
  #   g = g + decay w                 (Adam)        w = w - rate decay w             (AdamW)
  #   m = beta1 m + (1 - beta1) g                   v = beta2 v + (1 - beta2) g g
  #   w = w - rate / (1 - beta1^t) m / (sqrt(v) / sqrt(1 - beta2^t) + epsilon)
  #
  # weights, gradients, means m, variances v: arrays of the same shape; counts: t before, scalars
  def adam(
      self, weights: List[Tensor], gradients: List[Tensor], means: List[Tensor],
      variances: List[Tensor], counts: List[Tensor], rate: float, beta1: float, beta2: float,
      epsilon: float, decay: float, decoupled: bool) -> NoneType:
    torch._foreach_add_(counts, 1)
    none = annotate(List[Tensor], [])
    if decoupled:
      torch._fused_adamw_(
          weights, gradients, means, variances, none, counts, lr=rate, beta1=beta1, beta2=beta2,
          weight_decay=decay, eps=epsilon, amsgrad=False, maximize=False)
    else:
      torch._fused_adam_(
          weights, gradients, means, variances, none, counts, lr=rate, beta1=beta1, beta2=beta2,
          weight_decay=decay, eps=epsilon, amsgrad=False, maximize=False)
    return None

  # One step of stochastic gradient descent with momentum (Sutskever et al. 2013, in PyTorch's form),
  # in place, as torch.optim computes it fused:
  #   v = momentum v + (g + decay w)
  #   w = w - rate v
  #
  # velocities v: arrays of the weights' shapes, 0 before the first step; none at all without momentum
  def sgd(
      self, weights: List[Tensor], gradients: List[Tensor], velocities: List[Tensor], rate: float,
      momentum: float, decay: float) -> NoneType:
    torch._fused_sgd_(
        weights, gradients, velocities, weight_decay=decay, momentum=momentum, lr=rate,
        dampening=0., nesterov=False, maximize=False, is_first_step=False)
    return None

  # Adds others of the same shapes to arrays, times a factor: sums = sums + factor others.
  def add_up(self, sums: List[Tensor], others: List[Tensor], factor: float) -> NoneType:
    torch._foreach_add_(sums, others, alpha=factor)
    return None

  # Multiplies arrays by a factor. Times 0 is 0, of what is not finite too.
  def scale(self, arrays: List[Tensor], factor: float) -> NoneType:
    if factor == 0.:
      torch._foreach_zero_(arrays)
    else:
      torch._foreach_mul_(arrays, factor)
    return None

  # Moves arrays towards others of the same shapes: a = a + share (b - a), b to the last bit for share 1.
  def follow(self, arrays: List[Tensor], others: List[Tensor], share: float) -> NoneType:
    torch._foreach_lerp_(arrays, others, share)
    return None

  # Overwrites arrays with the values of others of the same shapes.
  def copy(self, targets: List[Tensor], sources: List[Tensor]) -> NoneType:
    torch._foreach_copy_(targets, sources)
    return None
