package dev.rondo.processor.graph.build;

import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.Input.SymbolPort;
import dev.rondo.processor.graph.Layer;
import java.util.ArrayList;
import java.util.List;

/** Wires an input up to its layers: symbols in records are looked up and joined to the rest. */
record InputWiring(Wiring wiring) {
  /** Returns what the first layer of an input reads. */
  String start(Input input) {
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

  /** A symbol without an embedding is an error; its size is out of range until that is said. */
  private String embedding(Input input, SymbolPort port) {
    return wiring.add(
        (port.symbol().path().isEmpty() ? input.stored() : port.component()) + "Embedding",
        new Layer.Embedding(port.symbol().embedding().map(of -> of.size()).orElse(0), false),
        List.of(port.name()),
        port.symbol().embedding().map(of -> of.written()).orElse("@Embedding"),
        port.symbol().embedding().map(of -> of.origin()).orElse(input.origin()));
  }
}
