package dev.rondo.samples.translation;

import dev.rondo.samples.corpora.translation.HeldOutPairs;
import dev.rondo.samples.corpora.translation.ShippedCorpus;
import dev.rondo.samples.corpora.translation.grammar.SentencePair;
import java.util.List;

/**
 * The sentences that ship with the samples: as many of its corpus as {@link SmallTranslator} learns
 * within three minutes on two cores.
 */
final class ShippedSentences {
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

  /** Returns the sentences to test on, which people wrote. */
  static TestSentences test() {
    return TestSentences.of(
        "the hand-written sentences",
        HeldOutPairs.read().stream().map(pair -> new Pair(pair.english(), pair.french())).toList());
  }
}
