package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * The predictor of a model that translates.
 *
 * @param method the model's method
 * @param input the parameter of that method
 * @param inputs what several texts are called
 * @param source the accessor of an example for the text that is read
 * @param target the accessor of an example for the text that is written
 * @param codecs the fields that encode and decode
 * @param written the codec of what is written; that of what is read is the first
 * @param search how the method searches
 * @param greedy how it searches after each epoch of training
 * @param closeableAlready whether the interface extends {@code AutoCloseable}
 * @param networkArguments the arguments of the network's constructor, from local codecs
 * @param names fields and local variables
 */
public record TranslationPredictorPlan(
    String method,
    String input,
    String inputs,
    String source,
    String target,
    List<PredictorPlan.Codec> codecs,
    String written,
    CodeBlock search,
    CodeBlock greedy,
    boolean closeableAlready,
    CodeBlock networkArguments,
    Names names) {
  // what names() has besides the codecs and PredictorPlan's names of files, network and host
  public static final String SEARCH = "DECODING";
  public static final String TRANSLATOR = "translator";
  public static final String EVALUATOR = "evaluator";
  public static final String DECODING = "decoding";

  static final List<String> FIELDS_AND_LOCALS =
      List.of(
          PredictorPlan.NETWORK,
          PredictorPlan.HOST,
          PredictorPlan.HISTORY,
          PredictorPlan.FILE,
          PredictorPlan.STREAM,
          PredictorPlan.DEVICE,
          PredictorPlan.MODEL,
          PredictorPlan.STORED,
          PredictorPlan.EXAMPLES,
          SEARCH,
          TRANSLATOR,
          EVALUATOR,
          DECODING);

  public TranslationPredictorPlan {
    codecs = List.copyOf(codecs);
  }
}
