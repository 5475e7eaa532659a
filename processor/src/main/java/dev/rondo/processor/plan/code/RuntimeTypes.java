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
  public static final ClassName TOKEN_NETWORK = network("TokenNetwork");
  public static final ClassName LANGUAGE_NETWORK = network("LanguageNetwork");
  public static final ClassName TRANSLATION_NETWORK = network("TranslationNetwork");
  public static final ClassName BRIDGE = layer("Bridge");
  public static final ClassName ENCODER_STATES = layer("EncoderStates");
  public static final ClassName ENCODING = layer("Encoding");
  public static final ClassName DECODER_LAYERS = network("DecoderLayers");
  public static final ClassName CAUSAL_NETWORK = network("CausalNetwork");
  public static final ClassName STREAM_STATE = layer("StreamState");
  public static final ClassName WRITING_LAYERS = network("WritingLayers");
  public static final ClassName STEP_LAYERS = network("StepLayers");
  public static final ClassName NETWORK_HOST = layer("NetworkHost");
  public static final ClassName PASS = layer("Pass");
  public static final ClassName TOKEN_BATCH = layer("TokenBatch");
  public static final ClassName STEP_BATCH = layer("StepBatch");
  public static final ClassName FEATURE_NETWORK = network("FeatureNetwork");
  public static final ClassName STEP_NETWORK = network("StepNetwork");
  public static final ClassName FEATURE_LAYERS = network("FeatureLayers");
  public static final ClassName HEAD_SHAPE = layer("HeadShape");
  public static final ClassName INPUT_SHAPE = layer("InputShape");
  public static final ClassName INFERENCE = layer("Inference");
  public static final ClassName ANSWERING = ClassName.get(RUNTIME + ".serve", "Answering");
  public static final ClassName SERVING = ClassName.get(RUNTIME + ".serve", "Serving");
  public static final ClassName PREDICTOR = predict("Predictor");
  public static final ClassName TOKEN_CLASSIFIER = predict("TokenClassifier");
  public static final ClassName PRECISION = ClassName.get(RUNTIME + ".serve", "Precision");
  public static final ClassName SEQUENCES = layer("Sequences");
  public static final ClassName READS = layer("Reads");
  public static final ClassName EMBEDDING_LAYER = layer("EmbeddingLayer");
  public static final ClassName RNN_LAYER = layer("RnnLayer");
  public static final ClassName LSTM_LAYER = layer("LstmLayer");
  public static final ClassName GRU_LAYER = layer("GruLayer");
  public static final ClassName JORDAN_LAYER = layer("JordanLayer");
  public static final ClassName LAYER_NORM_LAYER = layer("LayerNormLayer");
  public static final ClassName CONVOLUTION_LAYER = layer("ConvolutionLayer");
  public static final ClassName PICTURE_CONVOLUTION_LAYER = layer("PictureConvolutionLayer");
  public static final ClassName BATCH_NORM_LAYER = layer("BatchNormLayer");
  public static final ClassName DENSE_LAYER = layer("DenseLayer");
  public static final ClassName CRF_LAYER = layer("CrfLayer");
  public static final ClassName DROPOUT_LAYER = layer("DropoutLayer");
  public static final ClassName POOL_LAYER = layer("PoolLayer");
  public static final ClassName ATTENTION_LAYER = layer("AttentionLayer");
  public static final ClassName ATTENTION_POOL_LAYER = layer("AttentionPoolLayer");

  // data
  public static final ClassName ARGUMENTS = data("Arguments");
  public static final ClassName LENGTH_LIMIT = text("LengthLimit");
  public static final ClassName TEXT_CODEC = text("TextCodec");
  public static final ClassName TOKENS_CODEC = text("TokensCodec");
  public static final ClassName ENUM_CODEC = data("EnumCodec");
  public static final ClassName BOOLEAN_CODEC = data("BooleanCodec");
  public static final ClassName CATEGORY_CODEC = data("CategoryCodec");
  public static final ClassName STEPS = data("Steps");
  public static final ClassName EVIDENCE = text("Evidence");
  public static final ClassName NUMBER_CODEC = answer("NumberCodec");
  public static final ClassName NUMBERS_CODEC = answer("NumbersCodec");
  public static final ClassName LABELS_CODEC = answer("LabelsCodec");
  public static final ClassName NUMBER_LISTS = answer("NumberLists");
  public static final ClassName ANSWER_TARGETS = answer("AnswerTargets");
  public static final ClassName TRANSCRIPT_CODEC = answer("TranscriptCodec");
  public static final ClassName TAG_SEQUENCE = answer("TagSequence");
  public static final ClassName EACH_STEP = answer("EachStep");
  public static final ClassName FEATURES = feature("Features");
  public static final ClassName RECORD_FEATURES = feature("RecordFeatures");
  public static final ClassName SEQUENCE_CODEC = feature("SequenceCodec");
  public static final ClassName SPELLED_CODEC = feature("SpelledCodec");
  public static final ClassName SPELLED_STEP_ENCODER = feature("SpelledStepEncoder");
  public static final ClassName SERIES_CODEC = feature("SeriesCodec");
  public static final ClassName MATRIX_CODEC = feature("MatrixCodec");
  public static final ClassName AUDIO_CODEC = feature("AudioCodec");
  public static final ClassName SOUND_SETTINGS =
      ClassName.get(RUNTIME + ".data.sound", "SoundSettings");
  public static final ClassName SOUND_CHUNKS =
      ClassName.get(RUNTIME + ".data.sound", "SoundChunks");
  public static final ClassName SOUND_AUGMENTATION =
      ClassName.get(RUNTIME + ".data.sound", "SoundAugmentation");
  public static final ClassName PICTURE_CODEC = feature("PictureCodec");
  public static final ClassName PICTURE_SETTINGS =
      ClassName.get(RUNTIME + ".data.picture", "PictureSettings");
  public static final ClassName VECTOR_CODEC = feature("VectorCodec");
  public static final ClassName STEP_ENCODER = feature("StepEncoder");
  public static final ClassName WHOLE_NUMBERS = forecast("WholeNumbers");
  public static final ClassName FORECAST_CODEC = forecast("ForecastCodec");
  public static final ClassName FORECAST_DESCRIPTION = forecast("ForecastDescription");
  public static final ClassName FORECAST_TARGET = forecast("ForecastTarget");
  public static final ClassName KNOWN = forecast("Known");
  public static final ClassName SERIES_CONSTANTS = forecast("SeriesConstants");
  public static final ClassName FORECAST_SERIES = forecast("ForecastSeries");
  public static final ClassName FORECAST_WINDOW = forecast("ForecastWindow");
  public static final ClassName FORECAST_BACKTEST = forecast("ForecastBacktest");
  public static final ClassName FORECAST_EVALUATION = series("ForecastEvaluation");
  public static final ClassName TARGETS_EVALUATION = series("TargetsEvaluation");
  public static final ClassName REGULAR_TIMES = series("RegularTimes");
  public static final ClassName TIME_POLICY = series("TimePolicy");
  public static final ClassName ANOMALY = ClassName.get("dev.rondo", "Anomaly");
  public static final ClassName ANOMALY_CODEC = anomaly("AnomalyCodec");
  public static final ClassName ANOMALY_COMPONENTS = anomaly("AnomalyComponents");
  public static final ClassName ANOMALY_DESCRIPTION = anomaly("AnomalyDescription");
  public static final ClassName ANOMALY_DETECTOR = anomaly("AnomalyDetector");
  public static final ClassName ANOMALY_SESSION = anomaly("AnomalySession");
  public static final ClassName ANOMALY_SCALE = ClassName.get(RUNTIME + ".series", "AnomalyScale");
  public static final ClassName ANOMALY_TRAINER = train("AnomalyTrainer");
  public static final ClassName SERIES_TRAINER = train("SeriesTrainer");
  public static final ClassName FORECAST_TRAINER = train("ForecastTrainer");
  public static final ClassName EXAMPLE_FILE = data("ExampleFile");
  public static final ClassName EXAMPLE_FILE_EXCEPTION = data("ExampleFileException");
  public static final ClassName GROUPING = file("Grouping");
  public static final ClassName CONLL = file("Conll");
  public static final ClassName READ_OPTION = file("ReadOption");
  public static final ClassName EXAMPLE_SOURCE = file("ExampleSource");
  public static final ClassName RECORD_READER = file("RecordReader");
  public static final ClassName COLUMNS = file("Columns");
  public static final ClassName NUMBER_COLUMN = file("NumberColumn");
  public static final ClassName FLAG_COLUMN = file("FlagColumn");
  public static final ClassName TEXT_COLUMN = file("TextColumn");
  public static final ClassName VALUE_COLUMN = file("ValueColumn");
  public static final ClassName TEXT_FORMAT = file("TextFormat");
  public static final ClassName CONSTANT_COLUMN = file("ConstantColumn");
  public static final ClassName CONSTANTS_COLUMN = file("ConstantsColumn");
  public static final ClassName VECTOR_COLUMN = file("VectorColumn");
  public static final ClassName SERIES_COLUMN = file("SeriesColumn");
  public static final ClassName SEQUENCE_COLUMN = file("SequenceColumn");
  public static final ClassName ROW = data("Row");
  public static final ClassName ROWS = data("Rows");
  public static final ClassName PAIR_EXAMPLE = data("PairExample");
  public static final ClassName PAIR_ENCODER = data("PairEncoder");
  public static final ClassName BATCH = data("Batch");
  public static final ClassName CHUNK = text("Chunk");
  public static final ClassName CHUNKS = text("Chunks");
  public static final ClassName TARGETS = data("Targets");
  public static final ClassName TEXT_SOURCE = text("TextSource");
  public static final ClassName TEXT_STREAMS = text("TextStreams");
  public static final ClassName WINDOW = text("Window");

  // decode
  public static final ClassName SAMPLING = decode("Sampling");
  public static final ClassName TEXT_WRITER = decode("TextWriter");
  public static final ClassName DECODING = decode("Decoding");
  public static final ClassName TEXT_TRANSLATOR = decode("TextTranslator");
  public static final ClassName TRANSLATION = decode("Translation");
  public static final ClassName NEXT_TOKEN = decode("NextToken");

  // session
  public static final ClassName SESSION = session("Session");
  public static final ClassName SESSIONS = ClassName.get(RUNTIME + ".session", "Sessions");
  public static final ClassName SESSION_MEMORY =
      ClassName.get(RUNTIME + ".session", "SessionMemory");

  public static final ClassName STEP_SESSIONS = session("StepSessions");
  public static final ClassName SOUND_SESSIONS = session("SoundSessions");
  public static final ClassName SOUND_MEMORY = session("SoundMemory");
  public static final ClassName STEP_MEMORY = session("StepMemory");
  public static final ClassName STEP_INPUT = session("StepInput");
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
  public static final ClassName HEAD_LOSS = metric("HeadLoss");
  public static final ClassName CLASS_WEIGHTS = train("ClassWeights");
  public static final ClassName HEAD_CODEC = train("HeadCodec");
  public static final ClassName EVALUATION_METRIC = train("EvaluationMetric");
  public static final ClassName QUALITY = train("Quality");
  public static final ClassName NUMBER_METRICS = metric("NumberMetrics");
  public static final ClassName NUMBER_EVALUATION = train("NumberEvaluation");
  public static final ClassName VECTOR_METRICS = metric("VectorMetrics");
  public static final ClassName VECTOR_EVALUATION = train("VectorEvaluation");
  public static final ClassName TEMPERATURES = train("Temperatures");
  public static final ClassName TEMPERATURE_FIT = train("TemperatureFit");
  public static final ClassName LABELS_METRICS = metric("LabelsMetrics");
  public static final ClassName LABELS_EVALUATION = train("LabelsEvaluation");
  public static final ClassName TAG_METRICS = metric("TagMetrics");
  public static final ClassName TRANSCRIPT_METRICS = metric("TranscriptMetrics");
  public static final ClassName TRANSCRIPT_EVALUATION = train("TranscriptEvaluation");
  public static final ClassName STEP_METRICS = metric("StepMetrics");
  public static final ClassName HEADS_EVALUATION = train("HeadsEvaluation");
  public static final ClassName TRAINING_HISTORY = train("TrainingHistory");
  public static final ClassName PROVENANCE = train("Provenance");
  public static final ClassName LEARNED = train("Learned");
  public static final ClassName EVALUATION = train("Evaluation");
  public static final ClassName CLASSIFICATION_METRICS = metric("ClassificationMetrics");

  // store
  public static final ClassName WEIGHTS = layer("Weights");
  public static final ClassName SIGNATURE = store("Signature");
  public static final ClassName MODEL_READER = store("ModelReader");
  public static final ClassName MODEL_FILE_EXCEPTION = store("ModelFileException");

  // DJL
  public static final ClassName ND_ARRAY = ClassName.get("ai.djl.ndarray", "NDArray");
  public static final ClassName ND_LIST = ClassName.get("ai.djl.ndarray", "NDList");

  private RuntimeTypes() {}

  private static ClassName network(String name) {
    return ClassName.get(RUNTIME + ".layer.network", name);
  }

  private static ClassName predict(String name) {
    return ClassName.get(RUNTIME + ".predict", name);
  }

  private static ClassName layer(String name) {
    return ClassName.get(RUNTIME + ".layer", name);
  }

  private static ClassName data(String name) {
    return ClassName.get(RUNTIME + ".data", name);
  }

  private static ClassName anomaly(String name) {
    return ClassName.get(RUNTIME + ".anomaly", name);
  }

  private static ClassName series(String name) {
    return ClassName.get(RUNTIME + ".series", name);
  }

  private static ClassName forecast(String name) {
    return ClassName.get(RUNTIME + ".forecast", name);
  }

  private static ClassName answer(String name) {
    return ClassName.get(RUNTIME + ".data.answer", name);
  }

  private static ClassName file(String name) {
    return ClassName.get(RUNTIME + ".data.file", name);
  }

  private static ClassName feature(String name) {
    return ClassName.get(RUNTIME + ".data.feature", name);
  }

  private static ClassName session(String name) {
    return ClassName.get(RUNTIME + ".session", name);
  }

  private static ClassName decode(String name) {
    return ClassName.get(RUNTIME + ".decode", name);
  }

  private static ClassName train(String name) {
    return ClassName.get(RUNTIME + ".train", name);
  }

  private static ClassName text(String name) {
    return ClassName.get(RUNTIME + ".data.text", name);
  }

  private static ClassName metric(String name) {
    return ClassName.get(RUNTIME + ".train.metric", name);
  }

  private static ClassName store(String name) {
    return ClassName.get(RUNTIME + ".store", name);
  }
}
