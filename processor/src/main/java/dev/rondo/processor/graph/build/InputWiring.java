package dev.rondo.processor.graph.build;

import dev.rondo.data.Characters;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.Input.SymbolPort;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Wires an input up to its layers: symbols in records are looked up and joined to the rest, and so
 * is what is made of the inside of each step.
 */
record InputWiring(Wiring wiring) {
  /** Lample et al. 2016 count so many uses of a token seen once as unknown. */
  private static final double RARE_DROPOUT = 0.5;

  /**
   * Returns what the first layer of an input reads.
   *
   * @param uses the annotations that tell how it is read
   */
  String start(Input input, List<Use> uses) {
    input
        .inner()
        .ifPresent(
            port ->
                uses.stream()
                    .filter(use -> use.is(Characters.class))
                    .findFirst()
                    .ifPresent(use -> joinInner(input.name(), port, use)));
    if (input.isSymbol()) {
      input.features().ifPresent(other -> wiring.joinToEmbedding(input.name(), other));
      return input.name();
    }
    if (input.symbols().isEmpty()) {
      return input.name();
    }
    List<String> parts = new ArrayList<>();
    List<String> called = new ArrayList<>();
    input
        .features()
        .ifPresent(
            port -> {
              parts.add(port);
              called.add(port);
            });
    for (SymbolPort port : input.symbols()) {
      parts.add(embedding(input, port));
      called.add(port.symbol().path());
    }
    return parts.size() == 1
        ? parts.get(0)
        : wiring.join(input.name() + "Joined", parts, called, input.origin());
  }

  private void joinInner(String input, String port, Use characters) {
    wiring.joinToEmbedding(
        input,
        wiring.inner("characters", InnerLayers.in(characters), port, input, characters.origin()));
  }

  /** Returns a node that drops rare tokens in training, if it looks up those of such an input. */
  static Node dropRare(Node node, List<Input> inputs) {
    boolean ofSpelled =
        inputs.stream()
            .filter(input -> input.inner().isPresent())
            .anyMatch(input -> node.predecessors().equals(List.of(input.name())));
    return ofSpelled && node.layer() instanceof Layer.Embedding embedding
        ? node.with(embedding.rareDropout(RARE_DROPOUT))
        : node;
  }

  /** A symbol without an embedding is an error; its size is out of range until that is said. */
  private String embedding(Input input, SymbolPort port) {
    return wiring.add(
        (port.symbol().path().isEmpty() ? input.stored() : port.component()) + "Embedding",
        new Layer.Embedding(port.symbol().embedding().map(of -> of.size()).orElse(0), false, 0),
        List.of(port.name()),
        port.symbol().embedding().map(of -> of.written()).orElse("@Embedding"),
        port.symbol().embedding().map(of -> of.origin()).orElse(input.origin()));
  }
}
