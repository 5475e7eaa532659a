package dev.rondo.samples.tagger;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

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

  /**
   * Leaves dev sentences out that have tags which training does not show: they have no loss.
   *
   * @param err is told how many
   */
  TrainingSentences withKnownTags(PrintStream err) {
    Set<String> known =
        train.stream().flatMap(sentence -> sentence.tags().stream()).collect(Collectors.toSet());
    List<Tagged> learnable =
        dev.stream().filter(sentence -> known.containsAll(sentence.tags())).toList();
    if (learnable.size() < dev.size()) {
      err.printf(
          "left out %s of %s dev sentences: they have tags that training does not show%n",
          dev.size() - learnable.size(), dev.size());
    }
    return new TrainingSentences(train, learnable);
  }
}
