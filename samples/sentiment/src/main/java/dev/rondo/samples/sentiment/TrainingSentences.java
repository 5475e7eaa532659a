package dev.rondo.samples.sentiment;

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
record TrainingSentences(List<SentimentModelExample> train, List<SentimentModelExample> dev) {
  private static final int TRAINING_SENTENCES_PER_DEV_SENTENCE = 9;

  /** Sets a tenth of the sentences aside as dev sentences, picked at random by the seed. */
  static TrainingSentences split(List<SentimentModelExample> sentences, long seed) {
    List<SentimentModelExample> shuffled = new ArrayList<>(sentences);
    Collections.shuffle(shuffled, new Random(seed));
    int dev = shuffled.size() / (TRAINING_SENTENCES_PER_DEV_SENTENCE + 1);
    return new TrainingSentences(
        List.copyOf(shuffled.subList(dev, shuffled.size())), List.copyOf(shuffled.subList(0, dev)));
  }
}
