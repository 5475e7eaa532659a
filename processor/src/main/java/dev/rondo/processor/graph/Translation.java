package dev.rondo.processor.graph;

import java.util.List;
import java.util.Optional;

/**
 * The two parts of a model that translates.
 *
 * @param bridge what the layer is called through which the final states of the encoder start the
 *     decoder; no node of the graph, since it takes no part in what flows from step to step
 * @param encoder the nodes that read the input, in order
 * @param decoder the nodes that write the output, in order; the first reads what is written so far
 */
public record Translation(String bridge, List<Node> encoder, List<Node> decoder) {
  public Translation {
    encoder = List.copyOf(encoder);
    decoder = List.copyOf(decoder);
  }

  /** Returns the encoder's last recurrent layer, whose final states start the decoder. */
  public Optional<Node> start() {
    List<Node> recurrent = recurrent(encoder);
    return recurrent.isEmpty()
        ? Optional.empty()
        : Optional.of(recurrent.get(recurrent.size() - 1));
  }

  /** Returns the decoder's recurrent layers, from the lowest. */
  public List<Node> started() {
    return recurrent(decoder);
  }

  /** Returns where the decoder looks at the encoder; empty where it does not. */
  public Optional<Node> attention() {
    return decoder.stream().filter(node -> node.layer() instanceof Layer.Attention).findFirst();
  }

  private static List<Node> recurrent(List<Node> nodes) {
    return nodes.stream().filter(node -> node.layer() instanceof Layer.Recurrent).toList();
  }
}
