package dev.rondo.processor.shape;

import java.util.List;

/**
 * What flows into and out of a node.
 *
 * @param inputs one for each predecessor, in their order
 * @param parameters how many weights it has
 */
public record NodeShape(List<Shape> inputs, Shape output, ParameterCount parameters) {
  public NodeShape {
    inputs = List.copyOf(inputs);
  }
}
