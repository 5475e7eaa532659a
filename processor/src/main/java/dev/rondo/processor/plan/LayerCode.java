package dev.rondo.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Pooling;
import dev.rondo.processor.graph.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the runtime has one use of a layer.
 *
 * @param type the runtime's class
 * @param arguments of its constructor, after the name
 * @param call the method that computes with it
 * @param result what that method gives
 * @param stored what a model file says of it; empty if files are the same with and without it
 */
record LayerCode(
    ClassName type,
    List<CodeBlock> arguments,
    String call,
    Result result,
    Optional<String> stored) {
  /** What a layer gives, and the name of a variable that holds it. */
  enum Result {
    /** A vector for each step, in a variable named after the input. */
    STEPS,
    /** The final state of a recurrent layer. */
    STATE,
    /** A vector made of a sequence. */
    POOLED,
    /** The same as came in, with other values. */
    AS_BEFORE
  }

  /**
   * Decides for one layer.
   *
   * @param inputSize features, or the size of the vocabulary, that come in
   * @param outputSize features that go out
   */
  static LayerCode of(Layer layer, CodeBlock inputSize, CodeBlock outputSize) {
    if (layer instanceof Layer.Embedding embedding) {
      return new LayerCode(
          RuntimeTypes.EMBEDDING_LAYER,
          List.of(inputSize, outputSize),
          "forward",
          Result.STEPS,
          Optional.of("Embedding(size = " + embedding.size() + ")"));
    }
    if (layer instanceof Layer.Recurrent recurrent) {
      return recurrent(recurrent, inputSize);
    }
    if (layer instanceof Layer.Dense dense) {
      return new LayerCode(
          RuntimeTypes.DENSE_LAYER,
          List.of(inputSize, outputSize, Code.constant(dense.activation())),
          "forward",
          Result.AS_BEFORE,
          Optional.of(stored(dense)));
    }
    if (layer instanceof Layer.Dropout dropout) {
      return new LayerCode(
          RuntimeTypes.DROPOUT_LAYER,
          List.of(Code.number(dropout.rate())),
          "forward",
          Result.AS_BEFORE,
          Optional.empty());
    }
    return pool(((Layer.Pool) layer).kind(), inputSize);
  }

  private static LayerCode recurrent(Layer.Recurrent layer, CodeBlock inputSize) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(inputSize);
    arguments.add(Code.array(layer.units()));
    arguments.add(Code.constant(layer.direction()));
    arguments.add(Code.number(layer.dropout()));
    ClassName type =
        switch (layer.cell()) {
          case RNN -> {
            arguments.add(Code.constant(layer.activation()));
            yield RuntimeTypes.RNN_LAYER;
          }
          case LSTM -> RuntimeTypes.LSTM_LAYER;
          case GRU -> RuntimeTypes.GRU_LAYER;
        };
    boolean steps = layer.returns() == Layer.Returns.STEPS;
    return new LayerCode(
        type,
        arguments,
        steps ? "forward" : "finalState",
        steps ? Result.STEPS : Result.STATE,
        Optional.of(stored(layer)));
  }

  private static LayerCode pool(Pooling kind, CodeBlock inputSize) {
    boolean attention = kind == Pooling.ATTENTION;
    return new LayerCode(
        attention ? RuntimeTypes.ATTENTION_POOL_LAYER : RuntimeTypes.POOL_LAYER,
        List.of(attention ? inputSize : Code.constant(kind)),
        "forward",
        Result.POOLED,
        Optional.of("Pool(" + kind + ")"));
  }

  // Only what differs from the default is stored, so that a member added to an annotation later
  // leaves the files of today as they are. Rates are free to change from training to training.

  private static String stored(Layer.Recurrent layer) {
    List<String> members = new ArrayList<>();
    members.add(
        "units = "
            + (layer.units().size() == 1
                ? layer.units().get(0)
                : layer.units().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "{", "}"))));
    if (layer.direction() != Direction.FORWARD) {
      members.add("direction = " + layer.direction());
    }
    if (layer.activation() != Activation.TANH) {
      members.add("activation = " + layer.activation());
    }
    String name =
        switch (layer.cell()) {
          case RNN -> "Recurrent";
          case LSTM -> "LSTM";
          case GRU -> "GRU";
        };
    return name + "(" + String.join(", ", members) + ")";
  }

  private static String stored(Layer.Dense layer) {
    return layer.units() instanceof Layer.Units.Written written
        ? "Dense(units = " + written.count() + ", activation = " + layer.activation() + ")"
        : "Dense";
  }
}
