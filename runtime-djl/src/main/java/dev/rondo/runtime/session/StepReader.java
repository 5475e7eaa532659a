package dev.rondo.runtime.session;

import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.engine.ComputeThreads;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Prepared;
import dev.rondo.runtime.layer.network.FeatureSteps;
import dev.rondo.runtime.layer.network.StepNetwork;
import java.util.List;

/** Takes steps, with a state that somebody else keeps. Safe for use by many threads. */
interface StepReader {
  /** Returns the numbers in a state. */
  int stateSize();

  /**
   * Takes a step.
   *
   * @param inputs one step of each input
   * @param state before; becomes that after
   * @param first whether nothing was read before: the layers then begin with their initial state
   * @return the scores of each head
   */
  float[][] read(List<Steps> inputs, float[] state, boolean first);

  /**
   * Returns the reader of a network: by the kernel where it can step the layers, else by passes.
   */
  static StepReader of(NetworkHost host, StepNetwork network, List<Steps> example) {
    return network
        .stepLayers()
        .<StepReader>map(layers -> new Kernel(host.prepare(layers::steps, FeatureSteps::close)))
        .orElseGet(() -> new Passes(network, passState(host, network, example)));
  }

  private static PassState passState(NetworkHost host, StepNetwork network, List<Steps> example) {
    return new PassState(host, (pass, state) -> network.scores(pass, example, state));
  }

  /** Reads by the kernel for single steps. */
  record Kernel(Prepared<FeatureSteps> prepared) implements StepReader {
    @Override
    public int stateSize() {
      return prepared.use(FeatureSteps::stateSize);
    }

    @Override
    public float[][] read(List<Steps> inputs, float[] state, boolean first) {
      return prepared.use(
          steps -> {
            if (first) { // what the layers start with they may have learned
              float[] initial = steps.initialState();
              System.arraycopy(initial, 0, state, 0, initial.length);
            }
            return ComputeThreads.alone(() -> steps.read(inputs, state));
          });
    }
  }

  /** Reads with any causal network: each step is a pass. */
  record Passes(StepNetwork network, PassState states) implements StepReader {
    @Override
    public int stateSize() {
      return states.size();
    }

    @Override
    public float[][] read(List<Steps> inputs, float[] state, boolean first) {
      return states.compute(state, first, (pass, now) -> network.scores(pass, inputs, now));
    }
  }
}
