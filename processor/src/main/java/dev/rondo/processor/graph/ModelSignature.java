package dev.rondo.processor.graph;

import dev.rondo.processor.type.TypeRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the user of a model sees of it: enough to generate its API, but nothing of its layers.
 *
 * @param type the annotated interface
 * @param stored what model files call the model
 * @param isPublic whether the interface, and all types around it, are public
 * @param declaresClose whether the interface extends {@link AutoCloseable}
 * @param method the name of the one abstract method; empty where there is not exactly one
 * @param varargs whether the last parameter of the method is written {@code String...}
 * @param inputs the parameters, in order, or the components of the one that is spread
 * @param spread the only parameter, where its components are the inputs
 * @param outputs the returned value, or one for each component of a returned record
 * @param returned how the method returns them
 * @param available what generated code may refer to
 */
public record ModelSignature(
    TypeRef type,
    String stored,
    boolean isPublic,
    boolean declaresClose,
    String method,
    boolean varargs,
    List<Input> inputs,
    Optional<Spread> spread,
    List<Output> outputs,
    Returned returned,
    Available available) {
  /** What the names of the generated classes end with. */
  public static final List<String> GENERATED =
      List.of(
          "Network",
          "Example",
          "Trainer",
          "Predictor",
          "Session",
          "Input",
          "Series",
          "Scores",
          "Evaluation");

  public ModelSignature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * What generated code may refer to.
   *
   * @param generated whether the user's module sees {@code javax.annotation.processing.Generated}
   * @param nullable whether the user's module sees {@code org.jspecify.annotations.Nullable}
   * @param nested simple names of the types nested in the interface, inherited ones too: what
   *     implements it inherits them
   * @param likeJavaLang simple names of {@code java.lang} that types of its package have too
   * @param warnings what the compiler would warn of in whatever names the user's types: {@code
   *     deprecation}, {@code removal}
   */
  public record Available(
      boolean generated,
      boolean nullable,
      List<String> nested,
      List<String> likeJavaLang,
      List<String> warnings) {
    public Available {
      nested = List.copyOf(nested);
      likeJavaLang = List.copyOf(likeJavaLang);
      warnings = List.copyOf(warnings);
    }

    /** Returns the simple names that do not mean there what they mean elsewhere. */
    public List<String> hidden() {
      return Stream.concat(nested.stream(), likeJavaLang.stream()).distinct().sorted().toList();
    }
  }

  /**
   * Returns the name of a generated class: {@code Outer.Inner} and {@code Trainer} give {@code
   * Outer_InnerTrainer}.
   */
  public TypeRef generated(String suffix) {
    return new TypeRef(type.packageName(), List.of(String.join("_", type.simpleNames()) + suffix));
  }

  /** Returns what the model learns from. */
  public Task task() {
    return outputs.stream()
        .map(output -> Task.of(output.head()))
        .filter(task -> task != Task.EXAMPLES)
        .findFirst()
        .orElse(Task.EXAMPLES);
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
        type,
        stored,
        isPublic,
        declaresClose,
        method,
        varargs,
        others,
        spread,
        otherOutputs,
        returned,
        available);
  }
}
