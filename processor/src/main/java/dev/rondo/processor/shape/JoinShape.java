package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.shape.ShapeRule.Inferred;
import dev.rondo.processor.shape.ShapeRule.Need;
import java.util.ArrayList;
import java.util.List;

/** The features are side by side; there are steps if one of what flows in has them. */
final class JoinShape {
  /** Returns what comes out. */
  Inferred infer(Layer.Join layer, List<Shape> flowing) {
    List<Dim> sizes = new ArrayList<>();
    boolean steps = false;
    long every = 0;
    for (Shape shape : flowing) {
      if (!(shape instanceof Shape.Features numbers)) {
        return new Inferred.Misfit(Need.FEATURES.text());
      }
      sizes.add(numbers.features());
      if (shape instanceof Shape.Sequence sequence) {
        if (steps && every != sequence.every()) {
          return new Inferred.Misfit("sequences with steps of the same length");
        }
        steps = true;
        every = sequence.every();
      }
    }
    if (steps && !layer.steps()) {
      return new Inferred.Misfit(Need.VECTOR.text());
    }
    Dim size = Dim.sum(sizes);
    return new Inferred.Known(
        steps ? new Shape.Sequence(size, every) : new Shape.Vector(size), ParameterCount.NONE);
  }
}
