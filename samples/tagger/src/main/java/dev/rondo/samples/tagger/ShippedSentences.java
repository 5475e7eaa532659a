package dev.rondo.samples.tagger;

import dev.rondo.samples.corpora.names.ShippedNames;
import dev.rondo.samples.corpora.names.TaggedSentence;
import java.util.List;

/** The sentences with names that ship with the samples. */
final class ShippedSentences {
  /** How often they are gone through; the fifth time finds few more names of dev sentences. */
  static final int EPOCHS = 5;

  private ShippedSentences() {}

  /** Returns the sentences to train on and those to choose the best epoch by. */
  static TrainingSentences training() {
    ShippedNames names = ShippedNames.generate();
    return new TrainingSentences(tagged(names.train()), tagged(names.dev()));
  }

  /** Returns the sentences to test on, which people wrote. */
  static List<Tagged> test() {
    return tagged(ShippedNames.handWritten());
  }

  private static List<Tagged> tagged(List<TaggedSentence> sentences) {
    return sentences.stream()
        .map(sentence -> new Tagged(sentence.words(), sentence.tags()))
        .toList();
  }
}
