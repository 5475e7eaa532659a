package dev.rondo.samples.corpora.names;

import java.util.List;
import java.util.Locale;

/**
 * A sentence whose words are tagged.
 *
 * @param words words and marks
 * @param tags one for each: {@code B-PERSON} begins a name, {@code I-PERSON} goes on with it,
 *     {@code O} is outside of names; further labels are {@code PLACE}, {@code ORGANISATION} and
 *     {@code DATE}
 */
public record TaggedSentence(List<String> words, List<String> tags) {
  /** Copies the lists, and checks that there is a tag for each word. */
  public TaggedSentence {
    words = List.copyOf(words);
    tags = List.copyOf(tags);
    if (words.size() != tags.size()) {
      throw new IllegalArgumentException(words + " and " + tags + " are not as many");
    }
  }

  /** Returns the words, separated by spaces. */
  public String text() {
    return String.join(" ", words);
  }

  /** Returns what is the same in sentences that differ in capitals only. */
  String key() {
    return text().toLowerCase(Locale.ROOT);
  }
}
