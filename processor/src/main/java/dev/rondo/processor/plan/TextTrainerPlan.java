package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * The trainer of a language model: its settings beyond those that all trainers have, and the
 * training loop.
 *
 * @param options calls on the builder of options, for what {@code @Training} writes
 * @param settings the fields with setters
 * @param codec the variable of the text's codec
 * @param continuedCodec the codec of the predictor that training starts from
 * @param learn the name of the method that learns the codec
 * @param learner a new learner of the codec
 * @param built the call that ends the learning
 * @param networkArguments the arguments of the network's constructor
 * @param rates calls on the network's layers that pass the settings on
 * @param continuedWeights the weights of the predictor that training starts from
 * @param names local variables
 */
public record TextTrainerPlan(
    List<CodeBlock> options,
    List<TrainerPlan.Setting> settings,
    String codec,
    CodeBlock continuedCodec,
    String learn,
    CodeBlock learner,
    CodeBlock built,
    CodeBlock networkArguments,
    List<CodeBlock> rates,
    CodeBlock continuedWeights,
    Names names) {
  // what names() has besides settings and the codec
  public static final String TEXT = "text";
  public static final String VALIDATION = "validation";
  public static final String START = "start";
  public static final String NETWORK = "network";
  public static final String WEIGHTS = "weights";
  public static final String STREAMS = "streams";
  public static final String RUN = "run";
  public static final String MODEL = "model";
  public static final String STATE = "state";
  public static final String WINDOW = "window";
  public static final String STEP = "step";
  public static final String SCORES = "scores";
  public static final String TARGETS = "targets";
  public static final String LOSS = "loss";
  public static final String LEARNER = "learner";

  static final List<String> LOCALS =
      List.of(
          TEXT,
          VALIDATION,
          START,
          NETWORK,
          WEIGHTS,
          STREAMS,
          RUN,
          MODEL,
          STATE,
          WINDOW,
          STEP,
          SCORES,
          TARGETS,
          LOSS,
          LEARNER);

  public TextTrainerPlan {
    options = List.copyOf(options);
    settings = List.copyOf(settings);
    rates = List.copyOf(rates);
  }
}
