package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * The predictor of a language model.
 *
 * @param method the model's method
 * @param input the parameter of that method
 * @param codec the field that encodes and decodes the text
 * @param closeableAlready whether the interface extends {@code AutoCloseable}
 * @param networkArguments the arguments of the network's constructor, from the local codec
 * @param names fields and local variables
 */
public record TextPredictorPlan(
    String method,
    String input,
    PredictorPlan.Codec codec,
    boolean closeableAlready,
    CodeBlock networkArguments,
    Names names) {
  // what names() has besides the codec and PredictorPlan's names of files, network and host
  public static final String WRITER = "writer";
  public static final String EVALUATOR = "evaluator";
  public static final String SAMPLING = "sampling";
  public static final String TEXTS = "texts";
  public static final String FILES = "files";
  public static final String TEXT = "text";

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
          PredictorPlan.SESSIONS,
          PredictorPlan.BYTES,
          WRITER,
          EVALUATOR,
          SAMPLING,
          TEXTS,
          FILES,
          TEXT);

  /** Returns the name of the method that writes as it is read. */
  public String streamed() {
    return streamed(method);
  }

  /** Returns the name of the method that writes as it is read, for a model's method. */
  public static String streamed(String method) {
    return method + "Stream";
  }
}
