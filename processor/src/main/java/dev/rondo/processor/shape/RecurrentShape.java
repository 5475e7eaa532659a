package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Layer.Returns;
import dev.rondo.processor.graph.ModelSignature;

/** A sequence becomes a sequence of states, or the final state. */
final class RecurrentShape implements ShapeRule<Layer.Recurrent> {
  @Override
  public Inferred infer(Layer.Recurrent layer, Shape in, ModelSignature signature) {
    if (!(in instanceof Shape.Sequence sequence)) {
      return new Inferred.Misfit(Need.SEQUENCE);
    }
    if (!(sequence.features() instanceof Dim.Fixed features)
        || layer.units().isEmpty()
        || !layer.units().stream().allMatch(Sizes::valid)) {
      return new Inferred.Unknown();
    }
    int directions = layer.directions();
    int last = layer.units().get(layer.units().size() - 1);
    Dim out = new Dim.Fixed(directions * last);
    return new Inferred.Known(
        layer.returns() == Returns.FINAL_STATE ? new Shape.Vector(out) : new Shape.Sequence(out),
        ParameterCount.of(weights(layer, features.size())));
  }

  /** Per layer and direction: input weights, recurrent weights and two biases for each gate. */
  private static long weights(Layer.Recurrent layer, int features) {
    long weights = 0;
    long in = features;
    for (long units : layer.units()) {
      weights += layer.directions() * (layer.cell().gates() * units * (in + units + 2));
      in = layer.directions() * units;
    }
    return weights;
  }
}
