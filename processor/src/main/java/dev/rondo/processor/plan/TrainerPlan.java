package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * The trainer of a model that learns from examples with one answer each.
 *
 * @param frame its settings, and what stands before the loop
 * @param learning how the vocabulary is learned
 * @param input the type of the numbers of an input
 * @param encodedInput the numbers of {@code example}'s input
 * @param encodedOutput the numbers of {@code example}'s output
 * @param target the type of the numbers of an output
 * @param targets what the scores of a batch should become
 * @param loss the loss of the scores of a batch
 */
public record TrainerPlan(
    TrainerFrame frame,
    Learning learning,
    TypeName input,
    CodeBlock encodedInput,
    CodeBlock encodedOutput,
    TypeName target,
    CodeBlock targets,
    CodeBlock loss) {
  // what the frame's names have besides those of every trainer
  public static final String EXAMPLES = "examples";
  public static final String EXAMPLE = "example";
  public static final String TOKENS = "tokens";
  public static final String ROWS = "rows";
  public static final String BATCH = "batch";
  public static final String TARGETS = "targets";

  static final List<String> LOCALS = List.of(EXAMPLES, EXAMPLE, TOKENS, ROWS, BATCH, TARGETS);

  /**
   * A field with a setter.
   *
   * @param initial its default
   * @param shown its default in Javadoc
   * @param parameter the parameter of the setter
   * @param checked what the setter assigns
   * @param summary the first sentence of the setter's Javadoc
   * @param range what Javadoc says of the parameter
   */
  public record Setting(
      TypeName type,
      String name,
      CodeBlock initial,
      String shown,
      String parameter,
      CodeBlock checked,
      String summary,
      String range) {}

  /**
   * A codec of the loop.
   *
   * @param created how a codec that needs no training data is made, or the call of the method that
   *     learns it
   * @param continued the codec of the predictor that training starts from
   */
  public record Codec(TypeName type, String name, CodeBlock created, CodeBlock continued) {}

  /**
   * The method that learns a codec from the training data.
   *
   * @param type the codec
   * @param method the name of the method
   * @param learnerType the type of the learner
   * @param learner a new learner
   * @param fed what it gives the learner of each {@code example}, one after the other
   * @param built the call that ends it
   */
  public record Learning(
      TypeName type,
      String method,
      TypeName learnerType,
      CodeBlock learner,
      List<CodeBlock> fed,
      CodeBlock built) {
    public Learning {
      fed = List.copyOf(fed);
    }
  }
}
