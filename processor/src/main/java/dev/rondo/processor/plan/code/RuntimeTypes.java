package dev.rondo.processor.plan.code;

import com.palantir.javapoet.ClassName;

/**
 * The types that generated code calls, by name only: the processor does not depend on the runtime.
 */
public final class RuntimeTypes {
  /** The runtime's package, and the name of its module. */
  public static final String RUNTIME = "dev.rondo.runtime";

  // engine
  public static final ClassName DEVICE = ClassName.get(RUNTIME + ".engine", "Device");

  // layer
  public static final ClassName NETWORK = layer("Network");
  public static final ClassName LANGUAGE_NETWORK = layer("LanguageNetwork");
  public static final ClassName TRANSLATION_NETWORK = layer("TranslationNetwork");
  public static final ClassName BRIDGE = layer("Bridge");
  public static final ClassName ENCODER_STATES = layer("EncoderStates");
  public static final ClassName ENCODING = layer("Encoding");
  public static final ClassName DECODER_LAYERS = layer("DecoderLayers");
  public static final ClassName CAUSAL_NETWORK = layer("CausalNetwork");
  public static final ClassName STREAM_STATE = layer("StreamState");
  public static final ClassName WRITING_LAYERS = layer("WritingLayers");
  public static final ClassName STEP_LAYERS = layer("StepLayers");
  public static final ClassName NETWORK_HOST = layer("NetworkHost");
  public static final ClassName PASS = layer("Pass");
  public static final ClassName TOKEN_BATCH = layer("TokenBatch");
  public static final ClassName SEQUENCES = layer("Sequences");
  public static final ClassName EMBEDDING_LAYER = layer("EmbeddingLayer");
  public static final ClassName RNN_LAYER = layer("RnnLayer");
  public static final ClassName LSTM_LAYER = layer("LstmLayer");
  public static final ClassName GRU_LAYER = layer("GruLayer");
  public static final ClassName JORDAN_LAYER = layer("JordanLayer");
  public static final ClassName LAYER_NORM_LAYER = layer("LayerNormLayer");
  public static final ClassName DENSE_LAYER = layer("DenseLayer");
  public static final ClassName DROPOUT_LAYER = layer("DropoutLayer");
  public static final ClassName POOL_LAYER = layer("PoolLayer");
  public static final ClassName ATTENTION_LAYER = layer("AttentionLayer");
  public static final ClassName ATTENTION_POOL_LAYER = layer("AttentionPoolLayer");

  // data
  public static final ClassName ARGUMENTS = data("Arguments");
  public static final ClassName TEXT_CODEC = data("TextCodec");
  public static final ClassName TOKENS_CODEC = data("TokensCodec");
  public static final ClassName ENUM_CODEC = data("EnumCodec");
  public static final ClassName BOOLEAN_CODEC = data("BooleanCodec");
  public static final ClassName EXAMPLE_FILE = data("ExampleFile");
  public static final ClassName ROW = data("Row");
  public static final ClassName ROWS = data("Rows");
  public static final ClassName BATCH = data("Batch");
  public static final ClassName CHUNKS = data("Chunks");
  public static final ClassName TARGETS = data("Targets");
  public static final ClassName TEXT_SOURCE = data("TextSource");
  public static final ClassName TEXT_STREAMS = data("TextStreams");
  public static final ClassName WINDOW = data("Window");

  // decode
  public static final ClassName SAMPLING = decode("Sampling");
  public static final ClassName TEXT_WRITER = decode("TextWriter");
  public static final ClassName DECODING = decode("Decoding");
  public static final ClassName TEXT_TRANSLATOR = decode("TextTranslator");
  public static final ClassName TRANSLATION = decode("Translation");
  public static final ClassName NEXT_TOKEN = decode("NextToken");

  // session
  public static final ClassName SESSIONS = ClassName.get(RUNTIME + ".session", "Sessions");
  public static final ClassName SESSION_MEMORY =
      ClassName.get(RUNTIME + ".session", "SessionMemory");

  // train
  public static final ClassName TRAINER = train("Trainer");
  public static final ClassName TEXT_TRAINER = train("TextTrainer");
  public static final ClassName TEXT_EVALUATION = train("TextEvaluation");
  public static final ClassName TEXT_EVALUATOR = train("TextEvaluator");
  public static final ClassName TRANSLATION_EVALUATION = train("TranslationEvaluation");
  public static final ClassName TRANSLATION_EVALUATOR = train("TranslationEvaluator");
  public static final ClassName TRAINING_OPTIONS = train("TrainingOptions");
  public static final ClassName TRAINING_RUN = train("TrainingRun");
  public static final ClassName TRAINING_STEP = train("TrainingStep");
  public static final ClassName LOSSES = train("Losses");
  public static final ClassName TRAINING_HISTORY = train("TrainingHistory");
  public static final ClassName EVALUATION = train("Evaluation");
  public static final ClassName CLASSIFICATION_METRICS = train("ClassificationMetrics");

  // store
  public static final ClassName WEIGHTS = layer("Weights");
  public static final ClassName SIGNATURE = store("Signature");
  public static final ClassName MODEL_READER = store("ModelReader");
  public static final ClassName MODEL_WRITER = store("ModelWriter");
  public static final ClassName MODEL_FILE_EXCEPTION = store("ModelFileException");

  // DJL
  public static final ClassName ND_ARRAY = ClassName.get("ai.djl.ndarray", "NDArray");
  public static final ClassName ND_LIST = ClassName.get("ai.djl.ndarray", "NDList");
  public static final ClassName SHAPE = ClassName.get("ai.djl.ndarray.types", "Shape");

  private RuntimeTypes() {}

  private static ClassName layer(String name) {
    return ClassName.get(RUNTIME + ".layer", name);
  }

  private static ClassName data(String name) {
    return ClassName.get(RUNTIME + ".data", name);
  }

  private static ClassName decode(String name) {
    return ClassName.get(RUNTIME + ".decode", name);
  }

  private static ClassName train(String name) {
    return ClassName.get(RUNTIME + ".train", name);
  }

  private static ClassName store(String name) {
    return ClassName.get(RUNTIME + ".store", name);
  }
}
