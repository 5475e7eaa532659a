package dev.rondo.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * The network: its layers, and the calls that compute with them.
 *
 * @param frame its layers
 * @param inputs the parameters of {@code forward}
 * @param steps the statements of {@code forward} but the last
 * @param scores what {@code forward} returns
 * @param scoresMeaning what Javadoc says of it, as in "the score of each class"
 * @param scoresShape its shape and unit
 * @param stepping what a network that can be fed step by step has besides; absent for others
 * @param everyStep whether there are scores for each step
 * @param outputLayer the field whose units are the number of scores
 * @param names parameters and local variables
 */
public record NetworkPlan(
    NetworkFrame frame,
    List<Input> inputs,
    List<Step> steps,
    CodeBlock scores,
    String scoresMeaning,
    String scoresShape,
    Optional<Stepping> stepping,
    boolean everyStep,
    String outputLayer,
    Names names) {
  // what names() has besides layers and inputs
  public static final String PASS = "pass";
  public static final String LIST = "inputs";
  public static final String SHAPES = "inputShapes";

  public NetworkPlan {
    inputs = List.copyOf(inputs);
    steps = List.copyOf(steps);
  }

  /** A size that is known at run time only; always an {@code int}. */
  public record Size(String name, CodeBlock meaning) {}

  /**
   * A layer with weights of its own.
   *
   * @param type its class in the runtime
   * @param created the expression that creates it
   * @param variants calls on the new layer
   */
  public record LayerField(
      ClassName type, String name, CodeBlock created, List<CodeBlock> variants) {
    public LayerField {
      variants = List.copyOf(variants);
    }
  }

  /**
   * What a network that can be fed step by step has besides.
   *
   * @param state the parameter that carries the state of the layers
   * @param kernel the layers for a kernel; absent if none can compute them
   */
  public record Stepping(String state, Optional<Kernel> kernel) {}

  /**
   * The layers for a kernel.
   *
   * @param type what they are put into
   * @param method that returns them
   */
  public record Kernel(ClassName type, String method, CodeBlock layers) {}

  /**
   * What the Javadoc says of a layer.
   *
   * @param note what stands in a row of its own below, if anything
   */
  public record TableRow(
      String layer, String written, String output, String parameters, Optional<String> note) {}

  /** A parameter of {@code forward}. */
  public record Input(TypeName type, String name, String meaning) {}

  /**
   * An assignment.
   *
   * @param declared the variable's type where it is new
   */
  public record Step(Optional<TypeName> declared, String variable, CodeBlock value) {}
}
