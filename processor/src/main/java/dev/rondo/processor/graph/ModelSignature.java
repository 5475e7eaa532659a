package dev.rondo.processor.graph;

import java.util.List;

/**
 * What the user of a model sees of it: enough to generate its API, but nothing of its layers.
 *
 * @param type the annotated interface
 * @param isPublic whether the interface, and all types around it, are public
 * @param declaresClose whether the interface extends {@link AutoCloseable}
 * @param method the name of the one abstract method; empty where there is not exactly one
 * @param varargs whether the last parameter of the method is written {@code String...}
 * @param inputs the parameters, in order
 * @param outputs the returned value, or one for each component of a returned record
 * @param available what generated code may refer to
 */
public record ModelSignature(
    TypeRef type,
    boolean isPublic,
    boolean declaresClose,
    String method,
    boolean varargs,
    List<Input> inputs,
    List<Output> outputs,
    Available available) {
  /** What the names of the generated classes end with. */
  public static final List<String> GENERATED =
      List.of("Network", "Example", "Trainer", "Predictor", "Session");

  public ModelSignature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * What generated code may refer to.
   *
   * @param generated whether the user's module sees {@code javax.annotation.processing.Generated}
   * @param nullable whether the user's module sees {@code org.jspecify.annotations.Nullable}
   * @param hidden simple names that do not mean there what they mean elsewhere: those of types
   *     nested in the interface, and those of {@code java.lang} that types of its package have too
   */
  public record Available(boolean generated, boolean nullable, List<String> hidden) {
    public Available {
      hidden = List.copyOf(hidden);
    }
  }

  /**
   * Returns the name of a generated class: {@code Outer.Inner} and {@code Trainer} give {@code
   * Outer_InnerTrainer}.
   */
  public TypeRef generated(String suffix) {
    return new TypeRef(type.packageName(), List.of(String.join("_", type.simpleNames()) + suffix));
  }

  /** Returns whether the model continues texts: it has no examples then. */
  public boolean languageModel() {
    return outputs.stream().anyMatch(output -> output.kind() instanceof Output.NextToken);
  }

  /** Returns whether the model writes one text given another. */
  public boolean translates() {
    return outputs.stream().anyMatch(output -> output.kind() instanceof Output.Translated);
  }

  /** Returns the input of that name. */
  public Input input(String name) {
    return inputs.stream().filter(input -> input.name().equals(name)).findFirst().orElseThrow();
  }

  /** Returns the output of that name. */
  public Output output(String name) {
    return outputs.stream().filter(output -> output.name().equals(name)).findFirst().orElseThrow();
  }

  /** Returns the same with other inputs and outputs. */
  public ModelSignature with(List<Input> others, List<Output> otherOutputs) {
    return new ModelSignature(
        type, isPublic, declaresClose, method, varargs, others, otherOutputs, available);
  }
}
