package spelled;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.answer.AnswerTargets;
import dev.rondo.runtime.data.answer.EachStep;
import dev.rondo.runtime.data.feature.SpelledCodec;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.ClassWeights;
import dev.rondo.runtime.train.Evaluation;
import dev.rondo.runtime.train.EvaluationMetric;
import dev.rondo.runtime.train.HeadCodec;
import dev.rondo.runtime.train.Losses;
import dev.rondo.runtime.train.Quality;
import dev.rondo.runtime.train.Temperatures;
import dev.rondo.runtime.train.Trainer;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TrainingOptions;
import dev.rondo.runtime.train.TrainingRun;
import dev.rondo.runtime.train.TrainingStep;
import java.util.List;
import javax.annotation.processing.Generated;

/** Trains {@link Speech}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class SpeechTrainer extends Trainer<SpeechTrainer, SpeechExample, SpeechPredictor> {
  private int wordsVocabulary = 30_000;
  private int wordsMinFrequency = 1;
  private double embeddingRareDropout = 0.5;
  private double dropout = 0.5;
  private final ClassWeights<Part> classWeights = new ClassWeights<>();

  private SpeechTrainer() {
    super(TrainingOptions.builder().build());
  }

  /** Returns a new trainer. */
  public static SpeechTrainer create() {
    return new SpeechTrainer();
  }

  /**
   * Sets how many tokens the vocabulary of {@code words} has at most: the most frequent ones. All
   * others are read as one unknown token.
   *
   * @param tokens at least 1; 30,000 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public SpeechTrainer wordsVocabulary(int tokens) {
    wordsVocabulary = Arguments.atLeastOne(tokens, "wordsVocabulary");
    return this;
  }

  /**
   * Sets how often a token of {@code words} must occur in the training data to be in the
   * vocabulary.
   *
   * @param times at least 1; 1 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public SpeechTrainer wordsMinFrequency(int times) {
    wordsMinFrequency = Arguments.atLeastOne(times, "wordsMinFrequency");
    return this;
  }

  /**
   * Sets the share of the uses of a token seen once in training in which it counts as unknown in
   * embedding.
   *
   * @param rate in [0, 1); 0.5 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public SpeechTrainer embeddingRareDropout(double rate) {
    embeddingRareDropout = Arguments.rate(rate, "embeddingRareDropout");
    return this;
  }

  /**
   * Sets the rate of {@code dropout}: the share of values that is dropped.
   *
   * @param rate in [0, 1); 0.5 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public SpeechTrainer dropout(double rate) {
    dropout = Arguments.rate(rate, "dropout");
    return this;
  }

  /**
   * Sets how much it counts in the loss where the right answer is this one: more than others if it
   * is rare, or costly to miss.
   *
   * @param weight above 0; 1 by default
   * @throws IllegalArgumentException if the value is null or the weight out of range
   */
  public SpeechTrainer weight(Part value, double weight) {
    classWeights.set(value, weight);
    return this;
  }

  /**
   * Fits the probabilities of answers to examples when the training ends: by a temperature, which
   * is stored with the model (Guo et al. 2017). Of answers that are given with 80 %, about four in
   * five are then right. Without it, probabilities stay as the training leaves them.
   *
   * @param examples that are not trained on, such as those of {@link #validateOn}
   * @throws IllegalArgumentException if they are null
   */
  public SpeechTrainer calibrate(Iterable<SpeechExample> examples) {
    return calibrateBy(examples);
  }

  /**
   * Sets what the best epoch is chosen by, and what {@code patience} waits for; the validation loss
   * by default.
   *
   * @throws IllegalArgumentException if it is null
   */
  public SpeechTrainer stopBy(Metric metric) {
    return chooseBy(metric);
  }

  @Override
  public SpeechPredictor fit(Iterable<SpeechExample> examples) {
    SpeechPredictor start = startingPoint();
    SpelledCodec<List<String>> words = start == null ? learnWords(examples) : start.words;
    EnumCodec<Part> expected =
        start == null ? EnumCodec.of(Part.values()) : start.expected.forTraining();
    codecs("words", words);
    codec("expected", expected.stored());
    SpeechNetwork network =
        new SpeechNetwork(words.size(), words.characters(), words.firstRare(), expected.size());
    network.embedding.rareDropout(embeddingRareDropout);
    network.dropout.rate(dropout);
    Weights weights = start == null ? null : start.host.weights();

    Rows<Steps[], float[][]> rows =
        rows(
            examples,
            List.of(new HeadCodec("expected", expected)),
            example -> {
              Steps wordsSteps = words.encode(example.words());
              float[] expectedTarget =
                  AnswerTargets.of(
                      "expected",
                      EachStep.of(expected),
                      example.expected(),
                      example.words().size());
              Steps[] inputs = {wordsSteps};
              float[][] targets = {expectedTarget};
              return new Row<>(inputs, targets, Steps.longest(inputs));
            });
    float[] expectedWeights = classWeights.of(expected.classes());

    try (TrainingRun run = start(network, weights, rows.size())) {
      SpeechPredictor model =
          new SpeechPredictor(words, expected, network, run.host(), TrainingHistory.none());
      while (run.nextEpoch()) {
        for (Batch<Steps[], float[][]> batch : run.batches(rows)) {
          try (TrainingStep step = run.nextStep(batch)) {
            NDList scores = network.forward(step, StepBatch.of(step, batch.inputs(), 0));
            NDArray loss =
                step.ofGroup(
                    0,
                    Losses.classes(
                        scores.get(0),
                        step.targets(batch.expected(), 0, expected.targetSize()),
                        options().labelSmoothing(),
                        expectedWeights),
                    expectedWeights);
            step.backward(loss);
            step.clipGradients(options().clipNorm());
            step.update();
          }
        }
        run.endEpoch(() -> validate(model::evaluate));
        show(model);
      }
      Temperatures temperatures = calibrated(run, model::temperatures);
      return new SpeechPredictor(
          words, expected.at(temperatures.of("expected")), network, run.host(), run.finish());
    }
  }

  private SpelledCodec<List<String>> learnWords(Iterable<SpeechExample> examples) {
    SpelledCodec.Learner<List<String>> learner = SpeechPredictor.WORDS.learner();
    Arguments.forEach(examples, "example", example -> learner.add(example.words()));
    return learner.build(wordsVocabulary, wordsMinFrequency);
  }

  @Override
  protected String lossDescription() {
    return "expected: DEFAULT " + classWeights;
  }

  /** What the best epoch can be chosen by, in place of the loss. */
  public enum Metric implements EvaluationMetric<Evaluation> {
    ACCURACY,
    MACRO_F1;

    @Override
    public Quality of(Evaluation evaluation) {
      return switch (this) {
        case ACCURACY -> Quality.share("accuracy", evaluation.accuracy());
        case MACRO_F1 -> Quality.share("macro F1", evaluation.macroF1());
      };
    }
  }
}
