package dev.rondo.processor.shape;

import dev.rondo.layer.Feedback;
import dev.rondo.layer.InitialState;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Layer.Returns;
import dev.rondo.processor.graph.ModelSignature;
import java.util.List;
import java.util.Optional;

/** A sequence becomes a sequence of states, or the final state. */
final class RecurrentShape implements ShapeRule<Layer.Recurrent> {
  @Override
  public Inferred infer(Layer.Recurrent layer, Shape in, ModelSignature signature) {
    if (!(in instanceof Shape.Sequence sequence)) {
      return new Inferred.Misfit(Need.SEQUENCE.text());
    }
    if (layer.units().isEmpty() || !layer.units().stream().allMatch(Sizes::valid)) {
      return new Inferred.Unknown();
    }
    Optional<String> unequal = unequal(layer, sequence.features());
    if (unequal.isPresent()) {
      return new Inferred.Misfit(unequal.get());
    }
    Optional<ParameterCount> parameters =
        layer.variant().feedback() == Feedback.OUTPUT
            ? jordan(layer, sequence.features(), signature)
            : Optional.of(weights(layer, sequence.features()));
    int directions = layer.directions();
    int last = layer.units().get(layer.units().size() - 1);
    Dim out = new Dim.Fixed(directions * last);
    Shape output =
        layer.returns() == Returns.FINAL_STATE ? new Shape.Vector(out) : sequence.with(out);
    return parameters
        .<Inferred>map(count -> new Inferred.Known(output, count))
        .orElse(new Inferred.Unknown());
  }

  /**
   * Returns what a residual layer would need to get as many features as it gives. Of several layers
   * the lowest may differ, which is then left out: whether it does must be known.
   */
  private static Optional<String> unequal(Layer.Recurrent layer, Dim features) {
    List<Integer> units = layer.units();
    boolean fedAlone = layer.variant().fed() && units.size() == 1;
    if (!layer.variant().residual() || fedAlone) {
      return Optional.empty();
    }
    if (units.stream().distinct().count() > 1) {
      return Optional.of("equal units to be residual");
    }
    int out = layer.directions() * units.get(0);
    boolean fits = features instanceof Dim.Fixed fixed && (units.size() > 1 || out == fixed.size());
    return fits ? Optional.empty() : Optional.of("(batch, time, %s) to be residual".formatted(out));
  }

  /** Input weights, weights for each feature that is fed back, and two biases. */
  private static Optional<ParameterCount> jordan(
      Layer.Recurrent layer, Dim features, ModelSignature signature) {
    long units = layer.units().get(0);
    return layer
        .variant()
        .fedBack()
        .flatMap(fedBack -> DenseShape.units(fedBack.units(), signature))
        .map(
            outputs ->
                ParameterCount.per(outputs, units)
                    .plus(ParameterCount.per(features, units))
                    .plus(units * 2));
  }

  /**
   * Per layer and direction: input weights, recurrent weights and two biases for each gate; three
   * peepholes; and the initial state where it is learned.
   */
  private static ParameterCount weights(Layer.Recurrent layer, Dim features) {
    long lowest = layer.units().get(0);
    return ParameterCount.per(features, lowest * layer.directions() * layer.cell().gates())
        .plus(weights(layer, layer.fedFeatures()));
  }

  private static long weights(Layer.Recurrent layer, int features) {
    long weights = 0;
    long in = features;
    for (long units : layer.units()) {
      long peepholes = layer.variant().peephole() ? 3 * units : 0;
      long initial =
          layer.variant().initialState() == InitialState.LEARNED
              ? layer.cell().states() * units
              : 0;
      weights +=
          layer.directions()
              * (layer.cell().gates() * units * (in + units + 2) + peepholes + initial);
      in = layer.directions() * units;
    }
    return weights;
  }
}
