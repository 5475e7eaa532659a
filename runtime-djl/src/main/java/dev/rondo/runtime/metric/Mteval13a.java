package dev.rondo.runtime.metric;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The tokenization of NIST's {@code mteval-v13a.pl}, with the rules in the order of sacreBLEU's.
 */
final class Mteval13a {
  /** All of ASCII's punctuation and symbols but apostrophe, comma, hyphen and full stop. */
  private static final Pattern SYMBOL = Pattern.compile("([{-~\\[-` -&(-+:-@/])");

  private static final Pattern MARK_AFTER_NO_DIGIT = Pattern.compile("([^0-9])([.,])");
  private static final Pattern MARK_BEFORE_NO_DIGIT = Pattern.compile("([.,])([^0-9])");
  private static final Pattern HYPHEN_AFTER_DIGIT = Pattern.compile("([0-9])(-)");

  private Mteval13a() {}

  static List<String> words(String text) {
    String line = " " + unescaped(WhiteSpace.stripTrailing(text)) + " ";
    line = SYMBOL.matcher(line).replaceAll(" $1 ");
    line = MARK_AFTER_NO_DIGIT.matcher(line).replaceAll("$1 $2 ");
    line = MARK_BEFORE_NO_DIGIT.matcher(line).replaceAll(" $1 $2");
    line = HYPHEN_AFTER_DIGIT.matcher(line).replaceAll("$1 $2 ");
    return WhiteSpace.split(line);
  }

  private static String unescaped(String text) {
    return text.replace("<skipped>", "")
        .replace("-\n", "")
        .replace("\n", " ")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
  }
}
