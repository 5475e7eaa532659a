package dev.rondo.processor.plan.layer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Pooling;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.RuntimeTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the runtime has one use of a layer.
 *
 * @param type the runtime's class
 * @param arguments of its constructor, after the name; none where there are options
 * @param options calls on its builder, the required ones first
 * @param call the method that computes with it
 * @param behind the ids of the nodes whose layers that method is given, too
 * @param result what that method gives
 * @param stored what a model file says of it; empty if files are the same with and without it
 */
public record LayerCode(
    ClassName type,
    List<CodeBlock> arguments,
    List<CodeBlock> options,
    String call,
    List<String> behind,
    Result result,
    Optional<String> stored) {
  LayerCode(
      ClassName type,
      List<CodeBlock> arguments,
      String call,
      Result result,
      Optional<String> stored) {
    this(type, arguments, List.of(), call, List.of(), result, stored);
  }

  /** What a layer gives, and the name of a variable that holds it. */
  public enum Result {
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
   * @param fedBackSize features that a Jordan network feeds back
   */
  public static LayerCode of(
      Layer layer, CodeBlock inputSize, CodeBlock outputSize, Optional<CodeBlock> fedBackSize) {
    if (layer instanceof Layer.Embedding embedding) {
      return new LayerCode(
          RuntimeTypes.EMBEDDING_LAYER,
          List.of(),
          List.of(set("Vocabulary", inputSize), set("Size", outputSize)),
          "forward",
          List.of(),
          Result.STEPS,
          Optional.of(
              "Embedding(size = %s%s)"
                  .formatted(embedding.size(), embedding.tied() ? ", tied = true" : "")));
    }
    if (layer instanceof Layer.Recurrent recurrent) {
      return RecurrentCode.of(recurrent, inputSize, fedBackSize);
    }
    if (layer instanceof Layer.Dense dense) {
      return new LayerCode(
          RuntimeTypes.DENSE_LAYER,
          List.of(),
          dense(dense.activation(), inputSize, outputSize),
          "forward",
          List.of(),
          Result.AS_BEFORE,
          Optional.of(stored(dense)));
    }
    if (layer instanceof Layer.Convolution convolution) {
      return ConvolutionCode.of(convolution, inputSize);
    }
    if (layer instanceof Layer.Dropout dropout) {
      return new LayerCode(
          RuntimeTypes.DROPOUT_LAYER,
          List.of(Code.number(dropout.rate())),
          "forward",
          Result.AS_BEFORE,
          Optional.empty());
    }
    if (layer instanceof Layer.LayerNorm) {
      return new LayerCode(
          RuntimeTypes.LAYER_NORM_LAYER,
          List.of(inputSize),
          "forward",
          Result.AS_BEFORE,
          Optional.of("LayerNorm"));
    }
    if (layer instanceof Layer.BatchNorm) {
      return new LayerCode(
          RuntimeTypes.BATCH_NORM_LAYER,
          List.of(inputSize),
          "forward",
          Result.AS_BEFORE,
          Optional.of("BatchNorm"));
    }
    if (layer instanceof Layer.Crf) {
      return new LayerCode(
          RuntimeTypes.CRF_LAYER,
          List.of(outputSize),
          "tags",
          Result.AS_BEFORE,
          Optional.of("Crf"));
    }
    return pool(((Layer.Pool) layer).kind(), inputSize);
  }

  /**
   * Decides for attention.
   *
   * @param memorySize features of a step of the encoder
   * @param outputSize features of a step of the decoder, and of what goes out
   */
  public static LayerCode of(
      Layer.Attention attention, CodeBlock memorySize, CodeBlock outputSize) {
    return new LayerCode(
        RuntimeTypes.ATTENTION_LAYER,
        List.of(),
        List.of(
            set("Memory", memorySize),
            set("Units", outputSize),
            CodeBlock.of("optScore($L)", Code.constant(attention.score()))),
        attention.inputFeeding() ? "feed" : "forward",
        List.of(),
        Result.AS_BEFORE,
        Optional.of(
            "Attention(score = %s%s)"
                .formatted(
                    attention.score(), attention.inputFeeding() ? ", inputFeeding = true" : "")));
  }

  private static List<CodeBlock> dense(
      Activation activation, CodeBlock inputSize, CodeBlock outputSize) {
    List<CodeBlock> options =
        new ArrayList<>(List.of(set("Inputs", inputSize), set("Units", outputSize)));
    if (activation != Activation.NONE) {
      options.add(CodeBlock.of("optActivation($L)", Code.constant(activation)));
    }
    return options;
  }

  /** Returns the call that sets what a builder requires. */
  static CodeBlock set(String what, CodeBlock value) {
    return CodeBlock.of("set$L($L)", what, value);
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

  private static String stored(Layer.Dense layer) {
    return layer.units() instanceof Layer.Units.Written written
        ? "Dense(units = " + written.count() + ", activation = " + layer.activation() + ")"
        : "Dense";
  }
}
