package dev.rondo.processor.graph.build;

import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Feedback;
import dev.rondo.layer.InitialState;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.graph.Cell;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Variant;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/**
 * Reads the recurrent layers, which differ in their cell only.
 *
 * @param name what nodes are called
 */
record RecurrentReader(Class<? extends Annotation> annotation, String name, Cell cell)
    implements LayerReader {
  @Override
  public List<Step> read(Values values, Optional<String> output) {
    Activation activation =
        cell == Cell.RNN ? values.constant("activation", Activation.class) : Activation.TANH;
    Layer layer =
        new Layer.Recurrent(
            cell,
            values.integers("units"),
            values.constant("direction", Direction.class),
            values.decimal("dropout"),
            activation,
            Layer.Returns.STEPS,
            variant(values));
    return List.of(new Step(name, layer));
  }

  private Variant variant(Values values) {
    boolean lstm = cell == Cell.LSTM;
    return new Variant(
        lstm && values.flag("peephole"),
        lstm ? values.decimal("forgetBias") : 0,
        cell == Cell.RNN ? values.constant("feedback", Feedback.class) : Feedback.HIDDEN,
        Optional.empty(),
        values.flag("residual"),
        values.constant("initialState", InitialState.class),
        values.writes("recurrentDropout")
            ? Optional.of(values.decimal("recurrentDropout"))
            : Optional.empty(),
        false);
  }
}
