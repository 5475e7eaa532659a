package listener;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.answer.AnswerTargets;
import dev.rondo.runtime.data.answer.TranscriptCodec;
import dev.rondo.runtime.data.feature.AudioCodec;
import dev.rondo.runtime.data.sound.SoundAugmentation;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.EvaluationMetric;
import dev.rondo.runtime.train.Losses;
import dev.rondo.runtime.train.Quality;
import dev.rondo.runtime.train.Trainer;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TrainingOptions;
import dev.rondo.runtime.train.TrainingRun;
import dev.rondo.runtime.train.TrainingStep;
import dev.rondo.runtime.train.TranscriptEvaluation;
import javax.annotation.processing.Generated;

/** Trains {@link Listener}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class ListenerTrainer
    extends Trainer<ListenerTrainer, ListenerExample, ListenerPredictor> {
  private SoundAugmentation speechAugmentation = SoundAugmentation.none();
  private int expectedVocabulary = 30_000;
  private int expectedMinFrequency = 1;

  private ListenerTrainer() {
    super(TrainingOptions.builder().build());
  }

  /** Returns a new trainer. */
  public static ListenerTrainer create() {
    return new ListenerTrainer();
  }

  /**
   * Sets how {@code speech} is changed each time that it is learned from.
   *
   * @param changes speed, vocal tract, noise and masks; nothing by default
   * @throws IllegalArgumentException if they are null
   */
  public ListenerTrainer speechAugmentation(SoundAugmentation changes) {
    speechAugmentation = Arguments.notNull(changes, "changes");
    return this;
  }

  /**
   * Sets how many tokens the vocabulary of {@code expected} has at most: the most frequent ones.
   * All others are read as one unknown token.
   *
   * @param tokens at least 1; 30,000 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public ListenerTrainer expectedVocabulary(int tokens) {
    expectedVocabulary = Arguments.atLeastOne(tokens, "expectedVocabulary");
    return this;
  }

  /**
   * Sets how often a token of {@code expected} must occur in the training data to be in the
   * vocabulary.
   *
   * @param times at least 1; 1 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public ListenerTrainer expectedMinFrequency(int times) {
    expectedMinFrequency = Arguments.atLeastOne(times, "expectedMinFrequency");
    return this;
  }

  /**
   * Sets what the best epoch is chosen by, and what {@code patience} waits for; the validation loss
   * by default.
   *
   * @throws IllegalArgumentException if it is null
   */
  public ListenerTrainer stopBy(Metric metric) {
    return chooseBy(metric);
  }

  @Override
  public ListenerPredictor fit(Iterable<ListenerExample> examples) {
    ListenerPredictor start = startingPoint();
    AudioCodec speech = start == null ? learnSpeech(examples) : start.speech;
    TranscriptCodec expected = start == null ? learnExpected(examples) : start.expected;
    codecs("speech", speech);
    codec("expected", expected.stored());
    augmentation("speech", speechAugmentation);
    ListenerNetwork network = new ListenerNetwork(speech.width(), expected.size());
    Weights weights = start == null ? null : start.host.weights();

    Rows<Steps[], float[][]> rows =
        rows(
            examples,
            (example, random) -> {
              Steps speechSteps = speech.encode(example.speech(), speechAugmentation, random);
              float[] expectedTarget =
                  expected.target("expected", example.expected(), speechSteps.length(), 2);
              Steps[] inputs = {speechSteps};
              float[][] targets = {expectedTarget};
              return new Row<>(inputs, targets, Steps.longest(inputs));
            });

    try (TrainingRun run = start(network, weights, rows.size())) {
      ListenerPredictor model =
          new ListenerPredictor(speech, expected, network, run.host(), TrainingHistory.none());
      while (run.nextEpoch()) {
        for (Batch<Steps[], float[][]> batch : run.batches(rows)) {
          try (TrainingStep step = run.nextStep(batch)) {
            NDList scores = network.forward(step, StepBatch.of(step, batch.inputs(), 0));
            NDArray loss = Losses.transcripts(scores.get(0), batch, 0, 0, 2);
            step.backward(loss);
            step.clipGradients(options().clipNorm());
            step.update();
          }
        }
        run.endEpoch(() -> validate(model::evaluate));
        show(model);
      }
      return new ListenerPredictor(speech, expected, network, run.host(), run.finish());
    }
  }

  private AudioCodec learnSpeech(Iterable<ListenerExample> examples) {
    AudioCodec.Learner learner = ListenerPredictor.SPEECH.learner();
    Arguments.forEach(examples, "example", example -> learner.add(example.speech()));
    return learner.build();
  }

  private TranscriptCodec learnExpected(Iterable<ListenerExample> examples) {
    TranscriptCodec.Learner learner = TranscriptCodec.learner(Tokens.CHARACTERS, "", false, 1);
    Arguments.forEach(
        examples,
        "example",
        example -> AnswerTargets.learn("expected", learner::add, example.expected()));
    return learner.build(expectedVocabulary, expectedMinFrequency);
  }

  @Override
  protected String lossDescription() {
    return "expected: DEFAULT";
  }

  /** What the best epoch can be chosen by, in place of the loss. */
  public enum Metric implements EvaluationMetric<TranscriptEvaluation> {
    CHARACTER_ERROR_RATE,
    WORD_ERROR_RATE,
    EXACT;

    @Override
    public Quality of(TranscriptEvaluation evaluation) {
      return switch (this) {
        case CHARACTER_ERROR_RATE ->
            Quality.error("character error rate", evaluation.characterErrorRate());
        case WORD_ERROR_RATE -> Quality.error("word error rate", evaluation.wordErrorRate());
        case EXACT -> Quality.share("exact", evaluation.exact());
      };
    }
  }
}
