package dev.rondo.processor.check;

import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredModel;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.build.Expansion;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.processor.shape.Shaping;
import dev.rondo.task.LanguageModel;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is known of a model when it is checked.
 *
 * @param model what the user wrote
 * @param uses the language's annotations, composed ones expanded
 * @param shaping the graph, and as much of its shapes as is known
 */
record Subject(DeclaredModel model, Expansion uses, Shaping shaping) {
  String name() {
    return model.type().simpleName();
  }

  /** Returns whether the user wrote {@code @LanguageModel}. */
  boolean isLanguageModel() {
    return uses.output().stream().anyMatch(use -> use.is(LanguageModel.class));
  }

  /** Returns the parameters of the one method; none where there is not exactly one. */
  List<DeclaredParameter> parameters() {
    return model.method().map(DeclaredMethod::parameters).orElse(List.of());
  }

  /** Returns the layers of the output's path that all inputs share: those that may be its last. */
  List<Use> trunkAndOutput() {
    return Stream.concat(uses.trunk().stream(), uses.output().stream())
        .filter(Use::isLayer)
        .toList();
  }

  /** Returns how messages name a node: {@code @LSTM in @Reader on "SentimentModel"}. */
  String label(Node node) {
    return uses.all()
        .filter(use -> use.origin().equals(node.origin()))
        .filter(use -> use.values().source().equals(node.written()))
        .findFirst()
        .map(Use::label)
        .orElse(node.written());
  }
}
