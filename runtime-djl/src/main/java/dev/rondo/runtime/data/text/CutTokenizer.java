package dev.rondo.runtime.data.text;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text at white space and nowhere else: it has been cut already. No-break spaces are no
 * white space in this sense.
 *
 * @param lines whether a line feed is a token too, else it only separates
 */
record CutTokenizer(TextNormalizer normalizer, boolean lines) implements Tokenizer {
  /** The token at the end of a line. */
  static final String LINE_END = "\n";

  @Override
  public List<String> tokens(String text) {
    String spelled = normalizer.normalize(text);
    List<String> tokens = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < spelled.length(); i++) {
      char c = spelled.charAt(i); // all white space is in the basic plane
      if (UCharacter.isWhitespace(c)) {
        add(tokens, spelled, start, i);
        start = i + 1;
        if (lines && c == '\n') {
          tokens.add(LINE_END);
        }
      }
    }
    add(tokens, spelled, start, spelled.length());
    return tokens;
  }

  private static void add(List<String> tokens, String text, int start, int end) {
    if (start < end) {
      tokens.add(text.substring(start, end));
    }
  }

  @Override
  public Joiner joiner() {
    return new SpaceJoiner();
  }

  /** Puts one space between two tokens of a line. */
  private static final class SpaceJoiner implements Joiner {
    private boolean begins = true;

    @Override
    public String added(String token) {
      boolean end = token.equals(LINE_END);
      String added = begins || end ? token : " " + token;
      begins = end;
      return added;
    }
  }
}
