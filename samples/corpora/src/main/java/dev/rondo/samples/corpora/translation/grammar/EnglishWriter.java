package dev.rondo.samples.corpora.translation.grammar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes English words as a sentence: "an", short forms, capitals, punctuation. */
final class EnglishWriter {

  private static final Pattern A_BEFORE_VOWEL =
      Pattern.compile("\\b(a|A) (?=(?!uni|use)[aeiouAEIOU]|hour)");
  private static final Map<Pattern, String> SHORT_FORMS = new LinkedHashMap<>();

  static {
    shortForm("\\bcan not\\b", "can't");
    shortForm("\\bwill not\\b", "won't");
    shortForm("\\b(do|does|did|is|are|was|were|have|has|had|could|must|would) not\\b", "$1n't");
    shortForm("\\bI am\\b(?= \\w)", "I'm");
    shortForm("\\b(you|we|they) are\\b(?= \\w)", "$1're");
    shortForm("\\b(it|he|she|there|that|what|where|who) is\\b(?= \\w)", "$1's");
    shortForm("\\b(I|you|he|she|we|they|it) will\\b(?= \\w)", "$1'll");
    shortForm("\\b(I|you|he|she|we|they) would\\b(?= \\w)", "$1'd");
    shortForm("\\blet us\\b", "let's");
  }

  private EnglishWriter() {}

  /**
   * Returns the sentence.
   *
   * @param words the words in full: "do not", "a orange", "can not"
   * @param mark the mark at the end
   * @param shortForms whether to write "don't" and "it's"
   */
  static String write(List<String> words, String mark, boolean shortForms) {
    String text = String.join(" ", words).replace(" ,", ",");
    text = A_BEFORE_VOWEL.matcher(text).replaceAll("$1n ");
    if (shortForms) {
      for (Map.Entry<Pattern, String> form : SHORT_FORMS.entrySet()) {
        text = form.getKey().matcher(text).replaceAll(form.getValue());
      }
    }
    text = text.replace("can not", "cannot");
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + mark;
  }

  private static void shortForm(String words, String form) {
    SHORT_FORMS.put(Pattern.compile(words), form);
  }
}
