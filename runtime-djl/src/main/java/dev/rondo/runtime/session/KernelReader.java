package dev.rondo.runtime.session;

import dev.rondo.runtime.engine.ComputeThreads;
import dev.rondo.runtime.layer.Prepared;
import dev.rondo.runtime.layer.network.TokenSteps;

/** Reads by the kernel for single steps. */
final class KernelReader implements TokenReader {
  private final Prepared<TokenSteps> prepared;

  KernelReader(Prepared<TokenSteps> prepared) {
    this.prepared = prepared;
  }

  @Override
  public int stateSize() {
    return prepared.use(TokenSteps::stateSize);
  }

  @Override
  public float[] read(int[] tokens, float[] state, boolean first) {
    return prepared.use(
        steps -> {
          if (first) {
            // what a new session remembers is zeros; what the layers start with they may have
            // learned
            float[] initial = steps.initialState();
            System.arraycopy(initial, 0, state, 0, initial.length);
          }
          return ComputeThreads.alone(() -> steps.read(tokens, state));
        });
  }
}
