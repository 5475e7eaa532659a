package dev.rondo.runtime.session;

import dev.rondo.runtime.data.text.Vocabulary;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.network.CausalNetwork;

/** Reads with any causal network: the tokens of a call are a pass. */
final class PassReader implements TokenReader {
  private final CausalNetwork network;
  private final PassState states;

  PassReader(NetworkHost host, CausalNetwork network) {
    this.network = network;
    this.states =
        new PassState(
            host, (pass, state) -> network.scores(pass, new int[] {Vocabulary.UNKNOWN}, state));
  }

  @Override
  public int stateSize() {
    return states.size();
  }

  @Override
  public float[] read(int[] tokens, float[] state, boolean first) {
    return states.compute(state, first, (pass, now) -> network.scores(pass, tokens, now));
  }
}
