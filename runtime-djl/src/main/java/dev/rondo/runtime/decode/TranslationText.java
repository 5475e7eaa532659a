package dev.rondo.runtime.decode;

import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.data.text.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes texts of what a search found. */
final class TranslationText {
  /** The translation of a text without tokens. */
  static final Translation NOTHING =
      new Translation(List.of(), List.of(new Hypothesis("", List.of(), 0, 0, new float[0][])));

  private final TextCodec source;
  private final TextCodec target;

  TranslationText(TextCodec source, TextCodec target) {
    this.source = source;
    this.target = target;
  }

  /** Returns the text of the best. */
  String text(Found found) {
    if (found.source().isEmpty()) {
      return NOTHING.text();
    }
    Partial best = found.best().get(0).hypothesis();
    boolean replaces = Arrays.stream(best.tokens()).anyMatch(TranslationText::isUnknown);
    return target.joined(words(best, replaces ? spelled(found) : List.of()));
  }

  /** Returns all that was found. */
  Translation translation(Found found) {
    if (found.source().isEmpty()) {
      return NOTHING;
    }
    List<String> spelled = spelled(found);
    return new Translation(
        spelled, found.best().stream().map(complete -> hypothesis(spelled, complete)).toList());
  }

  private List<String> spelled(Found found) {
    return source.spellings(found.source().text());
  }

  private Hypothesis hypothesis(List<String> spelled, Beam.Complete complete) {
    List<String> words = words(complete.hypothesis(), spelled);
    return new Hypothesis(
        target.joined(words),
        words,
        complete.hypothesis().logProbability(),
        complete.score(),
        attention(complete.hypothesis(), spelled.size()));
  }

  /**
   * Returns the tokens.
   *
   * @param spelled those of the source, for unknown ones: they are foretold only where they are to
   *     be replaced
   */
  private List<String> words(Partial hypothesis, List<String> spelled) {
    int[] tokens = hypothesis.tokens();
    float[][] weights = hypothesis.weights();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.length; i++) {
      words.add(
          isUnknown(tokens[i])
              ? replacement(spelled, mostAttended(weights[i], spelled.size()))
              : target.vocabulary().token(tokens[i]));
    }
    return words;
  }

  /**
   * Returns what is written in the place of an unknown token: of a word the whole word, of parts of
   * words the part.
   */
  private String replacement(List<String> spelled, int at) {
    if (!hasWords(target) || hasWords(source)) {
      return spelled.get(at);
    }
    int first = at;
    while (first > 0 && !beginsWord(spelled.get(first))) {
      first--;
    }
    int end = at + 1;
    while (end < spelled.size() && !beginsWord(spelled.get(end))) {
      end++;
    }
    String word = String.join("", spelled.subList(first, end)).strip();
    // white space without a word behind it
    return word.isEmpty() ? spelled.get(at) : word;
  }

  private static boolean hasWords(TextCodec codec) {
    return codec.kind() == Tokens.WORDS || codec.kind() == Tokens.WHITESPACE;
  }

  private static boolean beginsWord(String part) {
    return Character.isWhitespace(part.charAt(0));
  }

  private static boolean isUnknown(int token) {
    return token == Vocabulary.UNKNOWN;
  }

  /** Cuts off what stands for the padding of the batch. */
  private static float[][] attention(Partial hypothesis, int sourceTokens) {
    float[][] weights = hypothesis.weights();
    boolean known = weights.length > 0 && weights[0].length > 0;
    return known
        ? Arrays.stream(weights)
            .map(row -> Arrays.copyOf(row, sourceTokens))
            .toArray(float[][]::new)
        : new float[0][];
  }

  private static int mostAttended(float[] shares, int sourceTokens) {
    int most = 0;
    for (int i = 1; i < sourceTokens; i++) {
      if (shares[i] > shares[most]) {
        most = i;
      }
    }
    return most;
  }
}
