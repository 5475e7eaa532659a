package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Grain;
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
    if (!(in instanceof Shape.Features numbers)) {
      return new Inferred.Misfit(Need.FEATURES.text());
    }
    Optional<Dim> units = units(layer.units(), signature);
    if (units.isEmpty()) {
      return new Inferred.Unknown();
    }
    boolean steps = in instanceof Shape.Sequence;
    Shape out =
        in instanceof Shape.Sequence sequence
            ? sequence.with(units.get())
            : new Shape.Vector(units.get());
    Optional<Need> grain =
        output(layer.units(), signature).flatMap(output -> missing(output, steps));
    if (grain.isPresent()) {
      return new Inferred.Misfit(grain.get().text());
    }
    ParameterCount each =
        tied(layer.units()) ? ParameterCount.of(1) : ParameterCount.of(numbers.features()).plus(1);
    return new Inferred.Known(out, ParameterCount.of(units.get()).times(each));
  }

  /**
   * Returns what an output would need to answer as often as it is to. Texts have rules of their
   * own.
   */
  private static Optional<Need> missing(Output output, boolean steps) {
    if (output.head() instanceof Head.NextToken || output.head() instanceof Head.Translated) {
      return Optional.empty();
    }
    if (output.grain() == Grain.EACH_STEP || output.grain() == Grain.ALIGNED) {
      return steps ? Optional.empty() : Optional.of(Need.SEQUENCE);
    }
    return steps ? Optional.of(Need.VECTOR) : Optional.empty();
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
    return output(units, signature).map(DenseShape::sizeOf);
  }

  private static Optional<Output> output(Units units, ModelSignature signature) {
    return units instanceof Units.OfOutput of
        ? signature.outputs().stream()
            .filter(output -> output.name().equals(of.output()))
            .findFirst()
        : Optional.empty();
  }

  /** Returns how many numbers are forecast of a target at a step. */
  private static int numbersOf(Head.Forecast forecast) {
    return Math.max(1, forecast.quantiles().size());
  }

  private static Dim sizeOf(Output output) {
    if (output.head() instanceof Head.NextToken token) {
      return new Dim.Vocabulary(token.vocabulary());
    }
    if (output.head() instanceof Head.Translated text) {
      return new Dim.Vocabulary(text.vocabulary());
    }
    if (output.head() instanceof Head.Transcript text) {
      return new Dim.Vocabulary(text.vocabulary());
    }
    if (output.head() instanceof Head.EnumClass classes) {
      return new Dim.Constants(classes.type());
    }
    if (output.head() instanceof Head.Labels labels) {
      return new Dim.Constants(labels.type());
    }
    if (output.head() instanceof Head.Forecast forecast) {
      return forecast.known().isPresent()
          ? new Dim.Fixed(Math.max(1, forecast.targets().size() * numbersOf(forecast)))
          : new Dim.Horizon(output.name());
    }
    if (output.head() instanceof Head.Ordinary) {
      return new Dim.Outlook(output.name());
    }
    if (output.head() instanceof Head.SeenClass) {
      return new Dim.Classes(output.name());
    }
    return new Dim.Fixed(output.head() instanceof Head.Numbers numbers ? numbers.size() : 1);
  }
}
