package dev.rondo.samples.tagger;

import dev.rondo.runtime.data.file.Conll;
import dev.rondo.runtime.data.file.SpanTags;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sentence with the right tags.
 *
 * @param words words and marks
 * @param tags one for each
 */
record Tagged(List<String> words, List<String> tags) {
  private static final Pattern OF_NAMES = Pattern.compile("O|[BIESLU]-.+");

  /**
   * Reads a corpus. Tags that say where names are become {@link SpanTags#BIO}, whatever scheme the
   * file has.
   */
  static List<Tagged> read(Path file, Conll columns) {
    List<Tagged> sentences = readAsWritten(file, columns);
    return areNames(sentences) ? readAsWritten(file, columns.to(SpanTags.BIO)) : sentences;
  }

  private static List<Tagged> readAsWritten(Path file, Conll columns) {
    return WordTaggerExample.read(file, columns).stream()
        .map(example -> new Tagged(example.words(), example.expected()))
        .toList();
  }

  /** Returns whether the tags say where names are. */
  static boolean areNames(Collection<Tagged> sentences) {
    return sentences.stream()
        .flatMap(sentence -> sentence.tags().stream())
        .distinct()
        .allMatch(tag -> OF_NAMES.matcher(tag).matches());
  }
}
