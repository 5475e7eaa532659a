package dev.rondo.samples.sentiment;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the words of a review into writing: articles, contractions, capitals, punctuation. */
final class Orthography {

  private static final Pattern ARTICLE = Pattern.compile("\\ba (?=[\"']?([A-Za-z][\\w'-]*))");
  private static final Pattern VOWEL_SOUND =
      Pattern.compile(
          "(?!(?:uni|use|usu|uto|eu|one\\b|one-|once)\\w*)[aeiou].*|(?:hour|honest|honour|heir).*"
              + "|(?:[AEFHILMNORSX]|EP|FAQ)\\b.*|(?:unin|unim)\\w+");
  private static final Pattern SUPERFLUOUS_SPACE = Pattern.compile(" (?=[ ,.!?:])");
  private static final Pattern SENTENCE_START = Pattern.compile("(?:^|[.!?] )[\"']?[a-z]");

  /** "is not" before "it is", so that "it is not" becomes "it isn't" or "it's not". */
  private static final Map<Pattern, String> NEGATIONS = new LinkedHashMap<>();

  private static final Map<Pattern, String> PRONOUNS = new LinkedHashMap<>();

  static {
    NEGATIONS.put(Pattern.compile("\\bcan ?not\\b"), "can't");
    NEGATIONS.put(Pattern.compile("\\bwill not\\b"), "won't");
    NEGATIONS.put(
        Pattern.compile(
            "\\b(is|was|are|were|do|does|did|has|have|had|would|could|should) not\\b"),
        "$1n't");
    PRONOUNS.put(Pattern.compile("(?<!\\b(?:as|about|for|of|with|in|to) )\\b(it|that|there|what|who|here) is(?= \\w)"), "$1's");
    PRONOUNS.put(Pattern.compile("\\bI am(?= \\w)"), "I'm");
    PRONOUNS.put(Pattern.compile("\\b(we|you|they) are(?= \\w)"), "$1're");
    PRONOUNS.put(Pattern.compile("\\b(I|you|we|they|it) will(?= \\w)"), "$1'll");
    PRONOUNS.put(Pattern.compile("\\b(I|you|we|they) would(?= \\w)"), "$1'd");
    PRONOUNS.put(
        Pattern.compile("\\b(I|we|you|they) have(?= (?:ever|never|not|already|been|had|\\w+ed)\\b)"),
        "$1've");
  }

  private Orthography() {}

  /** Writes the review as one of the many people who write reviews would. */
  static String write(String words, RandomGenerator random) {
    String text = SUPERFLUOUS_SPACE.matcher(words.strip()).replaceAll("");
    text = articles(text);
    text = contract(text, random.nextInt(8));
    text = capitals(text);
    return inTheStyleOf(random.nextInt(100), text);
  }

  /** Writes "an" before a vowel sound. */
  static String articles(String text) {
    return ARTICLE
        .matcher(text)
        .replaceAll(m -> VOWEL_SOUND.matcher(m.group(1)).matches() ? "an " : "a ");
  }

  private static String contract(String text, int habit) {
    if (habit < 2) {
      return text.replace("can not", "cannot");
    }
    return habit < 6
        ? replace(PRONOUNS, replace(NEGATIONS, text))
        : replace(NEGATIONS, replace(PRONOUNS, text));
  }

  private static String replace(Map<Pattern, String> replacements, String text) {
    String result = text;
    for (Map.Entry<Pattern, String> entry : replacements.entrySet()) {
      result = entry.getKey().matcher(result).replaceAll(entry.getValue());
    }
    return result;
  }

  private static String capitals(String text) {
    return SENTENCE_START.matcher(text).replaceAll(m -> Matcher.quoteReplacement(upperLast(m.group())));
  }

  private static String upperLast(String text) {
    int last = text.length() - 1;
    return text.substring(0, last) + Character.toUpperCase(text.charAt(last));
  }

  /** Most people write properly; some shout, some forget the full stop, some the capitals. */
  private static String inTheStyleOf(int person, String text) {
    boolean fullStop = text.endsWith(".");
    String open = fullStop ? text.substring(0, text.length() - 1) : text;
    if (person < 5) {
      return text.toLowerCase(Locale.ROOT);
    } else if (person < 8) {
      return open.toLowerCase(Locale.ROOT);
    } else if (person < 13) {
      return open;
    } else if (person < 25) {
      return fullStop ? open + "!" : text;
    } else if (person < 27) {
      return fullStop ? open + "..." : text;
    }
    return text;
  }
}
