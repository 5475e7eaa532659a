package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * The predictor: the implementation of the model's interface.
 *
 * @param input the parameter of the model's method
 * @param varargs whether that parameter is written with three dots
 * @param inputs what several inputs are called
 * @param value the type of an answer, boxed
 * @param answer the type of an answer as the method returns it
 * @param methods the names of methods
 * @param closeableAlready whether the interface extends {@code AutoCloseable}
 * @param codecs the fields that encode and decode
 * @param decoder the codec that decodes scores
 * @param expected the accessor of an example for what the metrics compare with
 * @param networkArguments the arguments of the network's constructor, from local codecs
 * @param encoded the type of an input in numbers
 * @param encodedInput the numbers of the parameter
 * @param encodedEach a function from an input to its numbers
 * @param encodedExample a function from an example to the numbers of its input
 * @param noSession why there are no sessions; absent where there are
 * @param names fields and local variables
 */
public record PredictorPlan(
    Parameter input,
    boolean varargs,
    String inputs,
    TypeName value,
    TypeName answer,
    Methods methods,
    boolean closeableAlready,
    List<Codec> codecs,
    String decoder,
    String expected,
    CodeBlock networkArguments,
    TypeName encoded,
    CodeBlock encodedInput,
    CodeBlock encodedEach,
    CodeBlock encodedExample,
    Optional<String> noSession,
    Names names) {
  // what names() has besides the codecs
  public static final String NETWORK = "network";
  public static final String HOST = "host";
  public static final String HISTORY = "history";
  public static final String FILE = "file";
  public static final String STREAM = "stream";
  public static final String DEVICE = "device";
  public static final String MODEL = "model";
  public static final String STORED = "stored";
  public static final String ROWS = "rows";
  public static final String ROW = "row";
  public static final String EACH = "each";
  public static final String EXAMPLES = "examples";
  public static final String EXAMPLE = "example";
  public static final String METRICS = "metrics";
  public static final String PART = "part";
  public static final String INDEX = "i";
  public static final String SCORES = "scores";
  public static final String PASS = "pass";
  public static final String BATCH = "batch";
  public static final String SESSIONS = "sessions";
  public static final String BYTES = "bytes";

  static final List<String> FIELDS_AND_LOCALS =
      List.of(
          NETWORK, HOST, HISTORY, FILE, STREAM, DEVICE, MODEL, STORED, ROWS, ROW, EACH, EXAMPLES,
          EXAMPLE, METRICS, PART, INDEX, SCORES, PASS, BATCH, SESSIONS, BYTES);

  public PredictorPlan {
    codecs = List.copyOf(codecs);
  }

  /** The parameter of the model's method. */
  public record Parameter(TypeName type, String name) {}

  /**
   * A field that encodes or decodes.
   *
   * @param key the name in a model file
   * @param restored a function from what a model file keeps to the codec
   */
  public record Codec(TypeName type, String name, String key, CodeBlock restored) {}

  /**
   * The names of methods that follow from that of the interface's.
   *
   * @param scored predicts for one input, with probabilities
   * @param allScored predicts for several inputs, with probabilities
   * @param answers the methods that give answers alone; absent if the interface's gives
   *     probabilities itself
   * @param scores computes the scores of encoded inputs
   */
  public record Methods(
      String scored, String allScored, Optional<Answers> answers, String scores) {}

  /** The names of the methods that give answers without probabilities. */
  public record Answers(String one, String all) {}
}
