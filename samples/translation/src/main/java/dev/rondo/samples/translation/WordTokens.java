package dev.rondo.samples.translation;

import dev.rondo.runtime.metric.Bleu;
import dev.rondo.runtime.metric.BleuScore;
import dev.rondo.runtime.metric.Tokenization;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * BLEU over lower-case words, as those count it whose models write nothing else. An apostrophe cuts
 * a word in three, which 13a leaves whole: "l'ami" is three of these and one of those.
 */
final class WordTokens {
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\S");

  private WordTokens() {}

  /** Returns the score of translations. */
  static BleuScore bleu(List<String> translations, List<List<String>> references) {
    return Bleu.standard()
        .tokenization(Tokenization.NONE)
        .corpus(
            translations.stream().map(WordTokens::of).toList(),
            references.stream().map(all -> all.stream().map(WordTokens::of).toList()).toList());
  }

  /** Returns a text in lower case, with a space between words and marks. */
  static String of(String text) {
    return TOKEN
        .matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.joining(" "));
  }
}
