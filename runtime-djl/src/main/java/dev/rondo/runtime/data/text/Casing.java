package dev.rondo.runtime.data.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks at the case of the words that a vocabulary is learned from. */
final class Casing {
  /** In so many words with small letters some begin with a capital in every usual text. */
  private static final long ENOUGH = 1_000;

  private Casing() {}

  /**
   * Returns what is likely to be a mistake in a text whose case is kept: that it has no capitals,
   * so that words with one will all be unknown. Writing systems without case are none.
   *
   * @param counts how often each token was seen
   */
  static Optional<String> warning(Map<String, Long> counts) {
    long small = 0;
    for (Map.Entry<String, Long> token : counts.entrySet()) {
      if (token.getKey().codePoints().anyMatch(Character::isUpperCase)) {
        return Optional.empty();
      }
      if (token.getKey().codePoints().anyMatch(Character::isLowerCase)) {
        small += token.getValue();
      }
    }
    return small < ENOUGH
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "none of %,d words that the vocabulary is learned from has a capital letter, but"
                    + " the model keeps case, so that it will not know words that are written with"
                    + " one. Write @Text(lowercase = true), or learn from text with capitals.",
                small));
  }
}
