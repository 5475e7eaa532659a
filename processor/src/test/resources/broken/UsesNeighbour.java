package demo;

/** Mentions what is generated for a model without errors only. */
class UsesNeighbour {
  NeighbourNetwork network() {
    return new NeighbourNetwork(10);
  }
}
