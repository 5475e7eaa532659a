package dev.rondo.samples.tagger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Sentences to train a model on.
 *
 * @param train those that it learns from
 * @param dev those that the best epoch is chosen by; empty for none
 */
record TrainingSentences(List<Tagged> train, List<Tagged> dev) {
  private static final int SENTENCES_PER_DEV_SENTENCE = 10;

  /** Sets a tenth of the sentences aside as dev sentences, picked at random by the seed. */
  static TrainingSentences split(List<Tagged> sentences, long seed) {
    List<Tagged> shuffled = new ArrayList<>(sentences);
    Collections.shuffle(shuffled, new Random(seed));
    int dev = shuffled.size() / SENTENCES_PER_DEV_SENTENCE;
    return new TrainingSentences(
        List.copyOf(shuffled.subList(dev, shuffled.size())), List.copyOf(shuffled.subList(0, dev)));
  }
}
