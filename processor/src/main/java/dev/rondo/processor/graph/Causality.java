package dev.rondo.processor.graph;

import dev.rondo.data.Normalization;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Pooling;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the answer after a step depends on no later step, so that a model can be fed by steps.
 */
public final class Causality {
  private Causality() {}

  /**
   * Returns what speaks against it, as a sentence without its end; nothing where it does.
   *
   * @param nodes of the model
   */
  public static Optional<String> obstacle(List<Node> nodes) {
    Set<String> inner = InnerNodes.of(nodes).keySet(); // a step is there as a whole
    return nodes.stream()
        .filter(node -> !inner.contains(node.id()))
        .flatMap(node -> obstacle(node).stream())
        .findFirst();
  }

  /**
   * Returns what speaks against it, as a sentence without its end; nothing where it does. Besides
   * layers this can be how sequences are joined.
   */
  public static Optional<String> obstacle(ModelGraph graph) {
    return obstacle(graph.nodes())
        .or(() -> Reductions.obstacle(graph))
        .or(
            () ->
                graph.signature().outputs().stream()
                    .filter(output -> output.head() instanceof Head.Transcript)
                    .findFirst()
                    .map(output -> "@Ctc decides a text of all steps together"))
        .or(
            () ->
                graph.signature().inputs().stream()
                    .flatMap(input -> obstacle(input).stream())
                    .findFirst());
  }

  /** Returns whether a model writes down a sound, and does nothing else. */
  public static boolean isTranscriptOfSound(ModelGraph graph) {
    List<Input> inputs = graph.signature().inputs();
    List<Output> outputs = graph.signature().outputs();
    return inputs.size() == 1
        && outputs.size() == 1
        && inputs.get(0).codec() instanceof Codec.Sound
        && outputs.get(0).head() instanceof Head.Transcript
        && graph.signature().returned().record().isEmpty()
        && graph.signature().spread().isEmpty();
  }

  /**
   * Returns what speaks against writing down a sound while it comes, as a sentence without its end;
   * nothing where it does. Convolutions may: they wait for the steps that they read.
   */
  public static Optional<String> obstacleToListening(ModelGraph graph) {
    Input input = graph.signature().inputs().get(0);
    if (input.codec() instanceof Codec.Sound sound
        && sound.normalization() == Normalization.UTTERANCE) {
      return Optional.of(
          "\""
              + input.name()
              + "\" is normalized over the whole sound, which @Audio(normalize = GLOBAL) is not");
    }
    for (Node node : graph.nodes()) {
      if (node.layer() instanceof Layer.Convolution && node.shared().isPresent()) {
        return Optional.of("a @Convolution is @Shared");
      }
    }
    return obstacle(
            graph.nodes().stream()
                .filter(node -> !(node.layer() instanceof Layer.Convolution))
                .toList())
        .or(() -> Reductions.obstacle(graph));
  }

  private static Optional<String> obstacle(Input input) {
    if (input.codec() instanceof Codec.Sound) {
      return Optional.of("\"" + input.name() + "\" is a sound, which is heard as a whole");
    }
    return input.codec() instanceof Codec.Pictures pictures
            && pictures.normalization() == Normalization.UTTERANCE
        ? Optional.of("\"" + input.name() + "\" is normalized over all pictures of a clip")
        : Optional.empty();
  }

  private static Optional<String> obstacle(Node node) {
    if (node.layer() instanceof Layer.Recurrent layer && layer.direction() != Direction.FORWARD) {
      return Optional.of("@" + annotation(layer) + " reads backward");
    }
    if (node.layer() instanceof Layer.Convolution) {
      return Optional.of("@Convolution reads steps that are yet to come");
    }
    if (node.layer() instanceof Layer.Pool pool && pool.kind() == Pooling.ATTENTION) {
      return Optional.of("@Pool(ATTENTION) weighs each step against all others");
    }
    if (node.layer() instanceof Layer.Crf) {
      return Optional.of("@Crf decides all tags of a sequence together, and needs its end");
    }
    return Optional.empty();
  }

  private static String annotation(Layer.Recurrent layer) {
    return switch (layer.cell()) {
      case RNN -> "Recurrent";
      case LSTM -> "LSTM";
      case GRU -> "GRU";
    };
  }
}
