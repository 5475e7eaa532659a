package dev.rondo.samples.translation;

import dev.rondo.Schedule;
import dev.rondo.runtime.train.ModelTrainer;
import dev.rondo.samples.translation.grammar.SentencePair;
import java.util.List;

/**
 * The sentences that ship with the sample: how many of its corpus are used, and how they are
 * learned, so that the sample ends within three minutes on two cores.
 */
final class ShippedSentences {
  private static final int EPOCHS = 3;

  /** In so few steps a model learns more at twice the usual rate, if it falls in the end. */
  private static final double LEARNING_RATE = 2e-3;

  private static final int TRAINING = 30_000;
  private static final int DEV = 500;

  /** The sentences are always the same; the seed of the training is another one. */
  private static final long SEED = 1;

  private ShippedSentences() {}

  /** Returns the sentences to train on and those to choose the best epoch by. */
  static TrainingSentences training() {
    ShippedCorpus corpus = ShippedCorpus.generate(SEED, TRAINING, DEV);
    return new TrainingSentences(pairs(corpus.train()), pairs(corpus.dev()));
  }

  private static List<Pair> pairs(List<SentencePair> written) {
    return written.stream().map(pair -> new Pair(pair.english(), pair.french())).toList();
  }

  /** Sets what fits these sentences better than what stands at the models. */
  static void configure(ModelTrainer<?, ?> trainer) {
    trainer.epochs(EPOCHS).learningRate(LEARNING_RATE).schedule(Schedule.COSINE);
  }

  /** Returns the sentences to test on, which people wrote. */
  static TestSentences test() {
    return TestSentences.of("the hand-written sentences", HeldOutPairs.read());
  }
}
