package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import dev.rondo.layer.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Starts a decoder from where an encoder ends (Sutskever et al. 2014, "Sequence to sequence
 * learning with neural networks"; Cho et al. 2014).
 *
 * <p>Counted from the top, each layer of the decoder starts with the final state of the encoder's
 * layer, both directions joined; layers of a deeper decoder that are left over at the bottom start
 * with that of the encoder's lowest. A state {@code s} of the same size is taken as it is; of
 * another, h starts at {@code tanh(W s + b)} and the cell of an LSTM at {@code W s + b}. The cell
 * starts from the encoder's cell, and where the encoder has none from its h.
 *
 * <p>Weights, where sizes differ, for layer k of the decoder, counted from its lowest: {@code
 * weight_h_lk} (units, features) and {@code bias_h_lk} (units), of an LSTM also {@code weight_c_lk}
 * and {@code bias_c_lk}.
 */
public final class Bridge extends Layer {
  private final RecurrentStack encoder;
  private final List<Origin> starts = new ArrayList<>();

  /**
   * Creates the layer.
   *
   * @param encoder whose final states are read
   * @param decoder the recurrent layers of the decoder, from the lowest
   * @throws IllegalArgumentException if the decoder has none, one that reads backward, or one with
   *     a learned initial state
   */
  public Bridge(String name, RecurrentStack encoder, RecurrentStack... decoder) {
    super(name);
    this.encoder = encoder;
    if (decoder.length == 0) {
      throw new IllegalArgumentException(
          "layer \"%s\" starts no layer: the decoder needs at least one".formatted(name));
    }
    int below = encoder.layers();
    for (RecurrentStack stack : decoder) {
      if (!stack.readsForwardOnly()) {
        throw new IllegalArgumentException(
            "layer \"%s\" cannot start layer \"%s\": it also reads backward"
                .formatted(name, stack.name()));
      }
      if (stack.learnsInitialState()) {
        throw new IllegalArgumentException(
            "layer \"%s\" starts layer \"%s\", which cannot have a learned initial state"
                .formatted(name, stack.name()));
      }
      below -= stack.layers();
    }
    int layer = 0;
    for (RecurrentStack stack : decoder) {
      for (int own = 0; own < stack.layers(); own++, layer++) {
        int source = Math.max(0, below + layer);
        int features = encoder.outputs(source);
        int units = stack.outputs(own);
        Optional<Fit> hidden = fit("h_l" + layer, features, units);
        Optional<Fit> cell =
            stack.hasCell() ? fit("c_l" + layer, features, units) : Optional.empty();
        starts.add(new Origin(stack, source, hidden, cell));
      }
    }
  }

  /** How a layer of the decoder starts: from which layer of the encoder, and by which weights. */
  private record Origin(
      RecurrentStack stack, int source, Optional<Fit> hidden, Optional<Fit> cell) {}

  private record Fit(Parameter weight, Parameter bias) {}

  private Optional<Fit> fit(String suffix, int features, int units) {
    if (features == units) {
      return Optional.empty();
    }
    return Optional.of(
        new Fit(
            addWeight("weight_" + suffix, Initializer.xavier(1), units, features),
            addWeight("bias_" + suffix, Initializer.constant(0), units)));
  }

  /**
   * Returns the state that the decoder starts with.
   *
   * @param states what the encoder gave: for each layer (batch, features)
   * @return lasts as long as the pass
   * @throws IllegalArgumentException if the states are those of another encoder
   */
  public StreamState start(Pass pass, EncoderStates states) {
    check(states);
    StreamState state = new StreamState(pass);
    for (Origin start : starts) {
      NDArray hidden = states.hidden().get(start.source());
      NDList parts = new NDList(started(pass, hidden, start.hidden(), Activation.TANH));
      if (start.stack().hasCell()) {
        NDArray cell = states.cells().isEmpty() ? hidden : states.cells().get(start.source());
        parts.add(started(pass, cell, start.cell(), Activation.NONE));
      }
      state.add(start.stack().name(), parts);
    }
    return state;
  }

  private void check(EncoderStates states) {
    List<Long> found = states.hidden().stream().map(state -> state.getShape().get(1)).toList();
    List<Long> expected =
        IntStream.range(0, encoder.layers()).mapToObj(i -> (long) encoder.outputs(i)).toList();
    if (!found.equals(expected)) {
      throw new IllegalArgumentException(
          "layer \"%s\" takes states of %s features, those of layer \"%s\", found %s"
              .formatted(name(), expected, encoder.name(), found));
    }
  }

  private static NDArray started(
      Pass pass, NDArray state, Optional<Fit> fit, Activation activation) {
    if (fit.isEmpty()) {
      // a handle of its own: the decoder closes it when it goes on
      return state.reshape(state.getShape());
    }
    NDArray sum =
        state
            .getNDArrayInternal()
            .linear(state, pass.weight(fit.get().weight()), pass.weight(fit.get().bias()))
            .singletonOrThrow();
    return Activations.apply(activation, sum);
  }
}
