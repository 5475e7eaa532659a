package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * What the trainers of all models have: settings beyond those of every trainer, and what stands
 * before the training loop.
 *
 * @param options calls on the builder of options, for what {@code @Training} writes
 * @param settings the fields with setters
 * @param codecs where the loop's codecs come from
 * @param networkArguments the arguments of the network's constructor
 * @param rates calls on the network's layers that pass the settings on
 * @param continuedWeights the weights of the predictor that training starts from
 * @param names local variables
 */
public record TrainerFrame(
    List<CodeBlock> options,
    List<TrainerPlan.Setting> settings,
    List<TrainerPlan.Codec> codecs,
    CodeBlock networkArguments,
    List<CodeBlock> rates,
    CodeBlock continuedWeights,
    Names names) {
  // what names() has in every trainer besides settings and codecs
  public static final String START = "start";
  public static final String NETWORK = "network";
  public static final String WEIGHTS = "weights";
  public static final String RUN = "run";
  public static final String MODEL = "model";
  public static final String STEP = "step";
  public static final String SCORES = "scores";
  public static final String LOSS = "loss";
  public static final String LEARNER = "learner";

  private static final List<String> LOCALS =
      List.of(START, NETWORK, WEIGHTS, RUN, MODEL, STEP, SCORES, LOSS, LEARNER);

  public TrainerFrame {
    options = List.copyOf(options);
    settings = List.copyOf(settings);
    codecs = List.copyOf(codecs);
    rates = List.copyOf(rates);
  }

  /** Returns the names in every trainer and some more. */
  static List<String> locals(List<String> more) {
    List<String> all = new ArrayList<>(LOCALS);
    all.addAll(more);
    return all;
  }
}
