package dev.rondo.processor.plan.layer;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.layer.Pooling;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Feature;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Output;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.part.ModelParts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says which layers of a network the kernel computes that takes single steps of records and
 * numbers: what is read side by side, recurrent layers, and dense layers for each head.
 */
public final class FeatureStepCode {
  private final ModelGraph graph;
  private final ModelParts parts;
  private final LayerFields fields;
  private final Set<Node> known = new HashSet<>();

  private FeatureStepCode(ModelGraph graph, ModelParts parts, LayerFields fields) {
    this.graph = graph;
    this.parts = parts;
    this.fields = fields;
  }

  /** Returns the layers for the kernel; empty if the network has others. */
  public static Optional<KernelCode> of(ModelGraph graph, ModelParts parts, LayerFields fields) {
    return new FeatureStepCode(graph, parts, fields).code();
  }

  /** Returns which column of symbols of an input a port reads. */
  public static int column(Input input, String port) {
    List<Feature.Symbol> symbols = input.codec().symbols();
    for (int i = 0; i < symbols.size(); i++) {
      String path = symbols.get(i).path();
      if (port.equals(path.isEmpty() ? input.name() : input.name() + "." + path)) {
        return i;
      }
    }
    return 0;
  }

  private Optional<KernelCode> code() {
    List<List<CodeBlock>> heads = new ArrayList<>();
    Set<Node> tops = new HashSet<>();
    for (Output output : graph.signature().outputs()) {
      List<CodeBlock> dense = new ArrayList<>();
      Optional<Node> node = node(String.valueOf(graph.results().get(output.name())));
      while (node.isPresent() && !(node.get().layer() instanceof Layer.Recurrent)) {
        if (node.get().layer() instanceof Layer.Dense) {
          dense.add(0, CodeBlock.of("$N", fields.name(node.get())));
        } else if (!passesOn(node.get().layer())) {
          return Optional.empty();
        }
        known.add(node.get());
        node = node(node.get().predecessors().get(0));
      }
      if (node.isEmpty()) {
        return Optional.empty();
      }
      tops.add(node.get());
      heads.add(dense);
    }
    return tops.size() == 1 ? below(tops.iterator().next(), heads) : Optional.empty();
  }

  private Optional<KernelCode> below(Node top, List<List<CodeBlock>> heads) {
    List<CodeBlock> recurrent = new ArrayList<>();
    String at = top.id();
    Optional<Node> node = Optional.of(top);
    while (node.isPresent() && !(node.get().layer() instanceof Layer.Join)) {
      if (node.get().layer() instanceof Layer.Recurrent layer && StepCode.isPlain(layer)) {
        recurrent.add(0, CodeBlock.of("$N", fields.name(node.get())));
      } else if (node.get().layer() instanceof Layer.Embedding) {
        break;
      } else if (!(node.get().layer() instanceof Layer.Dropout)) {
        return Optional.empty();
      }
      known.add(node.get());
      at = node.get().predecessors().get(0);
      node = node(at);
    }
    List<CodeBlock> reading = new ArrayList<>();
    if (!reads(at, reading) || !known.containsAll(graph.nodes())) {
      return Optional.empty();
    }
    CodeBlock.Builder code = CodeBlock.builder().add("$T.reading()", RuntimeTypes.FEATURE_LAYERS);
    reading.forEach(part -> code.add("\n.$L", part));
    recurrent.forEach(layer -> code.add("\n.recurrent($L)", layer));
    heads.forEach(
        dense -> code.add("\n.head($L)", dense.stream().collect(CodeBlock.joining(", "))));
    return Optional.of(
        new KernelCode(RuntimeTypes.FEATURE_LAYERS, "stepLayers", code.add("\n.build()").build()));
  }

  /**
   * Adds what is read side by side: of a join its sequences first, then its vectors, which are
   * repeated behind them.
   */
  private boolean reads(String id, List<CodeBlock> reading) {
    Optional<Node> node = node(id);
    if (node.isEmpty()) {
      return readsInput(id, Optional.empty(), reading);
    }
    known.add(node.get());
    if (node.get().layer() instanceof Layer.Embedding) {
      return readsInput(node.get().predecessors().get(0), node, reading);
    }
    if (!(node.get().layer() instanceof Layer.Join)) {
      return node.get().layer() instanceof Layer.Dropout
          && reads(node.get().predecessors().get(0), reading);
    }
    List<String> ordered = new ArrayList<>(node.get().predecessors());
    List<String> vectors = ordered.stream().filter(before -> !isSequence(before)).toList();
    ordered.removeAll(vectors);
    ordered.addAll(vectors);
    return ordered.stream().allMatch(before -> reads(before, reading));
  }

  private boolean isSequence(String id) {
    Optional<Node> node = node(id);
    return node.isPresent()
        ? node.get().predecessors().stream().anyMatch(this::isSequence)
        : input(id).code().isSequence();
  }

  private ModelParts.In input(String port) {
    String name = port.replaceFirst("\\..*", "");
    return parts.inputs().stream().filter(in -> in.name().equals(name)).findFirst().orElseThrow();
  }

  private boolean readsInput(String port, Optional<Node> embedding, List<CodeBlock> reading) {
    ModelParts.In in = input(port);
    int number = parts.inputs().indexOf(in);
    if (embedding.isPresent()) {
      reading.add(
          CodeBlock.of(
              "embedding($L, $L, $N)",
              number,
              column(in.input(), port),
              fields.name(embedding.get())));
      return true;
    }
    reading.add(CodeBlock.of("features($L)", number));
    return !(in.input().codec() instanceof Codec.OfTokens);
  }

  private Optional<Node> node(String id) {
    return graph.nodes().stream().filter(node -> node.id().equals(id)).findFirst();
  }

  private static boolean passesOn(Layer layer) {
    return layer instanceof Layer.Dropout
        || layer instanceof Layer.FinalState
        || (layer instanceof Layer.Pool pool && pool.kind() == Pooling.LAST);
  }
}
