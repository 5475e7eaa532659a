package dev.rondo.processor.graph;

import dev.rondo.processor.diag.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model's layers and how they are wired.
 *
 * <p>Until the checks have passed, inputs and outputs of types that are not supported are absent
 * from the signature, and values may be out of range.
 *
 * @param signature what users of the model see
 * @param nodes the layers, each after its predecessors
 * @param results the id of the node that computes each output, by the output's name
 * @param translation encoder and decoder; absent where the model does not translate
 * @param training how it is trained unless the trainer says otherwise
 * @param origin the interface
 */
public record ModelGraph(
    ModelSignature signature,
    List<Node> nodes,
    Map<String, String> results,
    Optional<Translation> translation,
    TrainingSpec training,
    Origin origin) {
  public ModelGraph {
    nodes = List.copyOf(nodes);
    results = Map.copyOf(results);
  }

  /** Returns the node of that id. */
  public Node node(String id) {
    return nodes.stream().filter(node -> node.id().equals(id)).findFirst().orElseThrow();
  }

  /** Returns the same with another signature. */
  public ModelGraph with(ModelSignature other) {
    return new ModelGraph(other, nodes, results, translation, training, origin);
  }
}
