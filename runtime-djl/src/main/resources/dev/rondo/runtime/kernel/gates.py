
  # The state of a GRU after a step, in place of what is there.
  #
  # own, hidden: (rows, 3 H), what the features and what the state before bring to r, z and n, biases
  # included; both are overwritten
  # h: (rows, H), the state before; out: where the next is put
  def gru_state(self, own: Tensor, hidden: Tensor, h: Tensor, out: Tensor) -> Tensor:
    units = torch.size(h, 1)
    gates = torch.sigmoid_(
        torch.add_(torch.narrow(own, 1, 0, 2 * units), torch.narrow(hidden, 1, 0, 2 * units)))
    r, z = torch.chunk(gates, 2, 1)
    n = torch.tanh_(
        torch.addcmul_(
            torch.narrow(own, 1, 2 * units, units), r, torch.narrow(hidden, 1, 2 * units, units)))
    return torch.lerp(n, h, z, out=out)
