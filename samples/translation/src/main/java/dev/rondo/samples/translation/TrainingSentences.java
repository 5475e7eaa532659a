package dev.rondo.samples.translation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Sentences to train a model on.
 *
 * @param train those that it learns from
 * @param dev those that the best epoch is chosen by; empty for none
 */
record TrainingSentences(List<Pair> train, List<Pair> dev) {
  private static final int SENTENCES_PER_DEV_SENTENCE = 10;

  /** To translate more of them after each epoch takes long and tells little more. */
  private static final int MOST_DEV_SENTENCES = 1_000;

  /**
   * Sets a tenth of the sentences aside as dev sentences, 1,000 at most, picked at random by the
   * seed. All translations of a sentence stay together: none is trained on and tested, too.
   */
  static TrainingSentences split(List<Pair> pairs, long seed) {
    Set<String> distinct = new LinkedHashSet<>();
    pairs.forEach(pair -> distinct.add(pair.english()));
    List<String> shuffled = new ArrayList<>(distinct);
    Collections.shuffle(shuffled, new Random(seed));
    int count = Math.min(shuffled.size() / SENTENCES_PER_DEV_SENTENCE, MOST_DEV_SENTENCES);
    Set<String> aside = new HashSet<>(shuffled.subList(0, count));
    return new TrainingSentences(
        pairs.stream().filter(pair -> !aside.contains(pair.english())).toList(),
        pairs.stream().filter(pair -> aside.contains(pair.english())).toList());
  }

  /**
   * Returns the pair that shows how well the model translates so far, a dev pair if there is one.
   */
  Pair shown() {
    return (dev.isEmpty() ? train : dev).get(0);
  }
}
