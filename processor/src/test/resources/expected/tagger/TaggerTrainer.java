package tagger;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.answer.TagSequence;
import dev.rondo.runtime.data.text.TokensCodec;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.Evaluation;
import dev.rondo.runtime.train.EvaluationMetric;
import dev.rondo.runtime.train.Quality;
import dev.rondo.runtime.train.Temperatures;
import dev.rondo.runtime.train.Trainer;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TrainingOptions;
import dev.rondo.runtime.train.TrainingRun;
import dev.rondo.runtime.train.TrainingStep;
import javax.annotation.processing.Generated;

/** Trains {@link Tagger}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class TaggerTrainer extends Trainer<TaggerTrainer, TaggerExample, TaggerPredictor> {
  private int wordsVocabulary = 30_000;
  private int wordsMinFrequency = 1;
  private double dropout = 0.5;

  private TaggerTrainer() {
    super(TrainingOptions.builder().build());
  }

  /** Returns a new trainer. */
  public static TaggerTrainer create() {
    return new TaggerTrainer();
  }

  /**
   * Sets how many tokens the vocabulary of {@code words} has at most: the most frequent ones. All
   * others are read as one unknown token.
   *
   * @param tokens at least 1; 30,000 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public TaggerTrainer wordsVocabulary(int tokens) {
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
  public TaggerTrainer wordsMinFrequency(int times) {
    wordsMinFrequency = Arguments.atLeastOne(times, "wordsMinFrequency");
    return this;
  }

  /**
   * Sets the rate of {@code dropout}: the share of values that is dropped.
   *
   * @param rate in [0, 1); 0.5 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public TaggerTrainer dropout(double rate) {
    dropout = Arguments.rate(rate, "dropout");
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
  public TaggerTrainer calibrate(Iterable<TaggerExample> examples) {
    return calibrateBy(examples);
  }

  /**
   * Sets what the best epoch is chosen by, and what {@code patience} waits for; the validation loss
   * by default.
   *
   * @throws IllegalArgumentException if it is null
   */
  public TaggerTrainer stopBy(Metric metric) {
    return chooseBy(metric);
  }

  @Override
  public TaggerPredictor fit(Iterable<TaggerExample> examples) {
    TaggerPredictor start = startingPoint();
    TokensCodec words = start == null ? learnWords(examples) : start.words;
    EnumCodec<Tag> expected =
        start == null ? EnumCodec.of(Tag.values()) : start.expected.forTraining();
    codec("words", words.stored());
    codec("expected", expected.stored());
    TaggerNetwork network = new TaggerNetwork(words.size(), expected.size());
    network.dropout.rate(dropout);
    Weights weights = start == null ? null : start.host.weights();

    Rows<Steps[], float[][]> rows =
        rows(
            examples,
            example -> {
              Steps wordsSteps = Steps.tokens(words.encode(example.words()));
              float[] expectedTarget =
                  TagSequence.targets(
                      "expected", expected, example.expected(), example.words().size());
              Steps[] inputs = {wordsSteps};
              float[][] targets = {expectedTarget};
              return new Row<>(inputs, targets, Steps.longest(inputs));
            });

    try (TrainingRun run = start(network, weights, rows.size())) {
      TaggerPredictor model =
          new TaggerPredictor(words, expected, network, run.host(), TrainingHistory.none());
      while (run.nextEpoch()) {
        for (Batch<Steps[], float[][]> batch : run.batches(rows)) {
          try (TrainingStep step = run.nextStep(batch)) {
            NDList scores = network.forward(step, StepBatch.of(step, batch.inputs(), 0));
            NDArray loss =
                step.ofGroup(
                    0, network.crf.loss(step, expected, scores.get(0), batch.expected(), 0));
            step.backward(loss);
            step.clipGradients(options().clipNorm());
            step.update();
          }
        }
        run.endEpoch(() -> validate(model::evaluate));
        show(model);
      }
      Temperatures temperatures = calibrated(run, model::temperatures);
      return new TaggerPredictor(
          words, expected.at(temperatures.of("expected")), network, run.host(), run.finish());
    }
  }

  private TokensCodec learnWords(Iterable<TaggerExample> examples) {
    TokensCodec.Learner learner = TokensCodec.learner("", false);
    Arguments.forEach(examples, "example", example -> learner.add(example.words()));
    return learner.build(wordsVocabulary, wordsMinFrequency);
  }

  @Override
  protected String lossDescription() {
    return "expected: CRF";
  }

  /** What the best epoch can be chosen by, in place of the loss. */
  public enum Metric implements EvaluationMetric<Evaluation> {
    ACCURACY,
    MACRO_F1,
    SPAN_F1;

    @Override
    public Quality of(Evaluation evaluation) {
      return switch (this) {
        case ACCURACY -> Quality.share("accuracy", evaluation.accuracy());
        case MACRO_F1 -> Quality.share("macro F1", evaluation.macroF1());
        case SPAN_F1 -> Quality.share("span F1", evaluation.spanF1());
      };
    }
  }
}
