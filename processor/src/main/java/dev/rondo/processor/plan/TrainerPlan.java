package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * The trainer: its settings beyond those that all trainers have, and the training loop.
 *
 * @param options calls on the builder of options, for what {@code @Training} writes
 * @param settings the fields with setters
 * @param codecs where the loop's codecs come from
 * @param learning how the vocabulary is learned
 * @param networkArguments the arguments of the network's constructor
 * @param rates calls on the network's layers that pass the settings on
 * @param continuedWeights the weights of the predictor that training starts from
 * @param input the type of the numbers of an input
 * @param encodedInput the numbers of {@code example}'s input
 * @param encodedOutput the numbers of {@code example}'s output
 * @param target the type of the numbers of an output
 * @param targets what the scores of a batch should become
 * @param loss the loss of the scores of a batch
 * @param names local variables
 */
public record TrainerPlan(
    List<CodeBlock> options,
    List<Setting> settings,
    List<Codec> codecs,
    Learning learning,
    CodeBlock networkArguments,
    List<CodeBlock> rates,
    CodeBlock continuedWeights,
    TypeName input,
    CodeBlock encodedInput,
    CodeBlock encodedOutput,
    TypeName target,
    CodeBlock targets,
    CodeBlock loss,
    Names names) {
  // what names() has besides settings and codecs
  public static final String EXAMPLES = "examples";
  public static final String EXAMPLE = "example";
  public static final String START = "start";
  public static final String WEIGHTS = "weights";
  public static final String NETWORK = "network";
  public static final String TOKENS = "tokens";
  public static final String ROWS = "rows";
  public static final String RUN = "run";
  public static final String MODEL = "model";
  public static final String BATCH = "batch";
  public static final String STEP = "step";
  public static final String SCORES = "scores";
  public static final String TARGETS = "targets";
  public static final String LOSS = "loss";
  public static final String LEARNER = "learner";

  static final List<String> LOCALS =
      List.of(
          EXAMPLES, EXAMPLE, START, WEIGHTS, NETWORK, TOKENS, ROWS, RUN, MODEL, BATCH, STEP, SCORES,
          TARGETS, LOSS, LEARNER);

  public TrainerPlan {
    options = List.copyOf(options);
    settings = List.copyOf(settings);
    codecs = List.copyOf(codecs);
    rates = List.copyOf(rates);
  }

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
   * @param fed what it gives the learner of each {@code example}
   * @param built the call that ends it
   */
  public record Learning(
      TypeName type,
      String method,
      TypeName learnerType,
      CodeBlock learner,
      CodeBlock fed,
      CodeBlock built) {}
}
