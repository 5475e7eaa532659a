package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * The trainer of a language model.
 *
 * @param frame its settings, and what stands before the loop
 * @param codec the variable of the text's codec
 * @param learn the name of the method that learns the codec
 * @param learner a new learner of the codec
 * @param built the call that ends the learning
 */
public record TextTrainerPlan(
    TrainerFrame frame, String codec, String learn, CodeBlock learner, CodeBlock built) {
  // what the frame's names have besides those of every trainer
  public static final String TEXT = "text";
  public static final String VALIDATION = "validation";
  public static final String STREAMS = "streams";
  public static final String STATE = "state";
  public static final String WINDOW = "window";
  public static final String TARGETS = "targets";

  static final List<String> LOCALS = List.of(TEXT, VALIDATION, STREAMS, STATE, WINDOW, TARGETS);
}
