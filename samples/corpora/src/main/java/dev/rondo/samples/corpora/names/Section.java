package dev.rondo.samples.corpora.names;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Phrases that stand for each other. */
final class Section {
  private final String label;

  /** A phrase that is drawn more often is there as often. */
  private final List<Phrase> phrases = new ArrayList<>();

  /**
   * Creates a section without phrases.
   *
   * @param label what its phrases are names of; empty if they are none
   */
  Section(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  void add(int weight, Phrase phrase) {
    for (int i = 0; i < weight; i++) {
      phrases.add(phrase);
    }
  }

  List<Phrase> phrases() {
    return phrases;
  }

  Phrase draw(RandomGenerator random) {
    return phrases.get(random.nextInt(phrases.size()));
  }
}
