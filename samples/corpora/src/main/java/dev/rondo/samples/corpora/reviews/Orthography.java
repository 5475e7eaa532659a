package dev.rondo.samples.corpora.reviews;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the words of a review into writing: articles, contractions, capitals, punctuation. */
final class Orthography {

  private static final Pattern SUPERFLUOUS_SPACE = Pattern.compile(" (?=[ ,.!?:])");
  private static final Pattern ARTICLE = Pattern.compile("\\ba (?=\"?([A-Za-z][\\w'-]*))");
  private static final Pattern VOWEL_SOUND =
      Pattern.compile(
          "(?!(?:uni(?!n|m)|use|usu|eu|one\\b|one-|once)\\w*)[aeiou].*"
              + "|(?:hour|honest|honour|heir).*|(?:[AEFHILMNORSX]|EP)\\b.*");
  private static final Pattern SENTENCE_START = Pattern.compile("(?:^|[.!?] )\"?[a-z]");

  /** "is not" and the like. */
  private static final List<Contraction> NEGATIONS =
      List.of(
          new Contraction("can", "\\bcan ?not\\b", "can't"),
          new Contraction("will not", "\\bwill not\\b", "won't"),
          new Contraction(
              " not",
              "\\b(is|was|are|were|do|does|did|has|have|had|would|could|should) not\\b",
              "$1n't"));

  /** "it is" and the like, where a word follows that leaves the verb without stress. */
  private static final List<Contraction> PRONOUNS =
      List.of(
          new Contraction(
              " is ",
              "(?<!\\b(?:as|about|for|of|with|in|to) )\\b(it|that|there|what|who|here) is(?= \\w)",
              "$1's"),
          new Contraction("I am ", "\\bI am(?= \\w)", "I'm"),
          new Contraction(" are ", "\\b(we|you|they) are(?= \\w)", "$1're"),
          new Contraction(" will ", "\\b(I|you|we|they|it) will(?= \\w)", "$1'll"),
          new Contraction(" would ", "\\b(I|you|we|they) would(?= \\w)", "$1'd"),
          new Contraction(
              " have ",
              "\\b(I|we|you|they) have(?= (?:ever|never|not|already|been|had|\\w+ed)\\b)",
              "$1've"));

  private Orthography() {}

  /** Writes the review as one of the many people who write reviews would. */
  static String write(String words, RandomGenerator random) {
    String text = SUPERFLUOUS_SPACE.matcher(words.strip()).replaceAll("");
    text = contractions(articles(text), random.nextInt(8));
    return inTheStyleOf(random.nextInt(100), capitals(text));
  }

  /** Writes "an" before a vowel sound. */
  static String articles(String text) {
    return ARTICLE
        .matcher(text)
        .replaceAll(found -> VOWEL_SOUND.matcher(found.group(1)).matches() ? "an " : "a ");
  }

  /** A quarter of the people write "it is not", others "it isn't" or "it's not". */
  private static String contractions(String text, int habit) {
    if (habit < 2) {
      return text.replace("can not", "cannot");
    }
    return habit < 6
        ? contract(PRONOUNS, contract(NEGATIONS, text))
        : contract(NEGATIONS, contract(PRONOUNS, text));
  }

  private static String contract(List<Contraction> contractions, String text) {
    String result = text;
    for (Contraction contraction : contractions) {
      result = contraction.apply(result);
    }
    return result;
  }

  private static String capitals(String text) {
    return SENTENCE_START
        .matcher(text)
        .replaceAll(start -> Matcher.quoteReplacement(start.group().toUpperCase(Locale.ROOT)));
  }

  /** Most people write properly; some shout, some forget the full stop, some the capitals. */
  private static String inTheStyleOf(int person, String text) {
    if (person < 8) {
      String small = text.toLowerCase(Locale.ROOT);
      return person < 5 ? small : withEnd(small, "");
    } else if (person < 13) {
      return withEnd(text, "");
    } else if (person < 25) {
      return withEnd(text, "!");
    } else if (person < 27) {
      return withEnd(text, "...");
    }
    return text;
  }

  /** Replaces the final full stop, if there is one. */
  private static String withEnd(String text, String end) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) + end : text;
  }

  /**
   * A way to write two words as one.
   *
   * @param sign what a text contains if it can contain the words
   * @param words the words
   * @param shortForm what replaces them
   */
  private record Contraction(String sign, Pattern words, String shortForm) {

    Contraction(String sign, String words, String shortForm) {
      this(sign, Pattern.compile(words), shortForm);
    }

    String apply(String text) {
      return text.contains(sign) ? words.matcher(text).replaceAll(shortForm) : text;
    }
  }
}
