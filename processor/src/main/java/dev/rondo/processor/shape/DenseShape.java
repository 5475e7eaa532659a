package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Layer.Units;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.Output;
import java.util.Optional;

/** The features change, the steps stay. */
final class DenseShape implements ShapeRule<Layer.Dense> {
  @Override
  public Inferred infer(Layer.Dense layer, Shape in, ModelSignature signature) {
    if (in instanceof Shape.Tokens) {
      return new Inferred.Misfit(Need.FEATURES.text());
    }
    boolean steps = in instanceof Shape.Sequence;
    Dim features =
        in instanceof Shape.Sequence sequence
            ? sequence.features()
            : ((Shape.Vector) in).features();
    Optional<Dim> units = units(layer.units(), signature);
    if (units.isEmpty() || !(features instanceof Dim.Fixed fixed)) {
      return new Inferred.Unknown();
    }
    return new Inferred.Known(
        steps ? new Shape.Sequence(units.get()) : new Shape.Vector(units.get()),
        ParameterCount.per(units.get(), tied(layer.units()) ? 1 : fixed.size() + 1L));
  }

  /** A tied layer has nothing but its bias. */
  private static boolean tied(Units units) {
    return units instanceof Units.OfOutput output && output.tied().isPresent();
  }

  static Optional<Dim> units(Units units, ModelSignature signature) {
    if (units instanceof Units.Written written) {
      return Sizes.valid(written.count())
          ? Optional.of(new Dim.Fixed(written.count()))
          : Optional.empty();
    }
    String name = ((Units.OfOutput) units).output();
    return signature.outputs().stream()
        .filter(output -> output.name().equals(name))
        .findFirst()
        .map(DenseShape::sizeOf);
  }

  private static Dim sizeOf(Output output) {
    if (output.head() instanceof Head.NextToken token) {
      return new Dim.Vocabulary(token.vocabulary());
    }
    if (output.head() instanceof Head.Translated text) {
      return new Dim.Vocabulary(text.vocabulary());
    }
    if (output.head() instanceof Head.EnumClass classes) {
      return new Dim.Constants(classes.type());
    }
    if (output.head() instanceof Head.Labels labels) {
      return new Dim.Constants(labels.type());
    }
    if (output.head() instanceof Head.SeenClass) {
      return new Dim.Classes(output.name());
    }
    return new Dim.Fixed(output.head() instanceof Head.Numbers numbers ? numbers.size() : 1);
  }
}
