package variants;

import ai.djl.ndarray.NDArray;
import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.PairEncoder;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.Losses;
import dev.rondo.runtime.train.Temperatures;
import dev.rondo.runtime.train.Trainer;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TrainingOptions;
import dev.rondo.runtime.train.TrainingRun;
import dev.rondo.runtime.train.TrainingStep;
import javax.annotation.processing.Generated;

/** Trains {@link JordanModel}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class JordanModelTrainer
    extends Trainer<JordanModelTrainer, JordanModelExample, JordanModelPredictor> {
  private int textVocabulary = 30_000;
  private int textMinFrequency = 1;
  private double recurrent2RecurrentDropout = 0.0;

  private JordanModelTrainer() {
    super(TrainingOptions.builder().build());
  }

  /** Returns a new trainer. */
  public static JordanModelTrainer create() {
    return new JordanModelTrainer();
  }

  /**
   * Sets how many tokens the vocabulary of {@code text} has at most: the most frequent ones. All
   * others are read as one unknown token.
   *
   * @param tokens at least 1; 30,000 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public JordanModelTrainer textVocabulary(int tokens) {
    textVocabulary = Arguments.atLeastOne(tokens, "textVocabulary");
    return this;
  }

  /**
   * Sets how often a token of {@code text} must occur in the training data to be in the vocabulary.
   *
   * @param times at least 1; 1 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public JordanModelTrainer textMinFrequency(int times) {
    textMinFrequency = Arguments.atLeastOne(times, "textMinFrequency");
    return this;
  }

  /**
   * Sets the rate of recurrent dropout in {@code recurrent2}: of what it feeds back, the same
   * values at all steps.
   *
   * @param rate in [0, 1); 0.0 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public JordanModelTrainer recurrent2RecurrentDropout(double rate) {
    recurrent2RecurrentDropout = Arguments.rate(rate, "recurrent2RecurrentDropout");
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
  public JordanModelTrainer calibrate(Iterable<JordanModelExample> examples) {
    return calibrateBy(examples);
  }

  @Override
  public JordanModelPredictor fit(Iterable<JordanModelExample> examples) {
    JordanModelPredictor start = startingPoint();
    TextCodec text = start == null ? learnText(examples) : start.text;
    EnumCodec<Verdict> expected =
        start == null ? EnumCodec.of(Verdict.values()) : start.expected.forTraining();
    codec("text", text.stored());
    codec("expected", expected.stored());
    JordanModelNetwork network = new JordanModelNetwork(text.size(), expected.size());
    network.recurrent2.recurrentDropout(recurrent2RecurrentDropout);
    Weights weights = start == null ? null : start.host.weights();

    Rows<int[], Integer> rows = rows(examples, expected, new PairEncoder<>(text, expected));

    try (TrainingRun run = start(network, weights, rows.size())) {
      JordanModelPredictor model =
          new JordanModelPredictor(text, expected, network, run.host(), TrainingHistory.none());
      while (run.nextEpoch()) {
        for (Batch<int[], Integer> batch : run.batches(rows)) {
          try (TrainingStep step = run.nextStep(batch)) {
            NDArray scores = network.forward(step, TokenBatch.of(step, batch.inputs()));
            NDArray targets = step.classes(batch.expected());
            NDArray loss = Losses.crossEntropy(scores, targets, options().labelSmoothing());
            step.backward(loss);
            step.clipGradients(options().clipNorm());
            step.update();
          }
        }
        validate(run, model.classifier);
        show(model);
      }
      Temperatures temperatures = calibrated(run, model.classifier);
      return new JordanModelPredictor(
          text, expected.at(temperatures.of("expected")), network, run.host(), run.finish());
    }
  }

  private TextCodec learnText(Iterable<JordanModelExample> examples) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.WORDS, "", true);
    Arguments.forEach(examples, "example", example -> learner.add(example.text()));
    return learner.build(textVocabulary, textMinFrequency);
  }
}
