package dev.rondo.runtime.train;

import dev.rondo.runtime.data.StoredCodec;
import java.util.Optional;
import java.util.Set;

/** Looks at vocabularies before the training: of an empty one the network sees nothing. */
final class VocabularyCheck {
  /** The kinds of codecs whose entries are learned, and may be none. */
  private static final Set<String> LEARNED =
      Set.of("text", "tokens", "characters", "category", "id");

  private VocabularyCheck() {}

  /**
   * Returns a warning if nothing is known of an input; empty if all is well.
   *
   * @param name of the input
   */
  static Optional<String> warning(String name, StoredCodec codec) {
    if (!LEARNED.contains(codec.kind()) || !codec.entries().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ("the vocabulary of \"%s\" is empty: nothing occurs as often as minFrequency says in the"
             + " training data, so that all is read as unknown. Lower minFrequency, or look at what"
             + " the examples hold.")
            .formatted(name));
  }
}
