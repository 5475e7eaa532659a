package dev.rondo.runtime.data;

import dev.rondo.data.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns texts into numbers of tokens, by a vocabulary that was learned from texts.
 *
 * <p>Words are cut by <a href="https://unicode.org/reports/tr29/">UAX #29</a>; punctuation and
 * emoji are tokens too, white space only separates. Characters are Unicode code points. Before that
 * a text gets one spelling: normalization form C, line feeds for Windows line ends, U+FFFD for half
 * surrogate pairs and, if wanted, lower case by the language's rules. Any text is allowed.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class TextCodec {
  private static final String KIND = "text";

  private final Tokens tokens;
  private final String language;
  private final boolean lowercase;
  private final Tokenizer tokenizer;
  private final Tokenizer cased;
  private final Vocabulary vocabulary;

  private TextCodec(
      Tokens tokens,
      String language,
      boolean lowercase,
      Tokenizer tokenizer,
      Vocabulary vocabulary) {
    this.tokens = tokens;
    this.language = language;
    this.lowercase = lowercase;
    this.tokenizer = tokenizer;
    this.cased = lowercase ? Tokenizer.of(tokens, language, false) : tokenizer;
    this.vocabulary = vocabulary;
  }

  /**
   * Starts to learn a vocabulary.
   *
   * @param tokens what a text is cut into
   * @param language an IETF tag such as {@code "en"}; empty for none
   * @param lowercase whether upper and lower case count as the same
   * @throws IllegalArgumentException if the language is no IETF tag
   */
  public static Learner learner(Tokens tokens, String language, boolean lowercase) {
    return new Learner(tokens, language, lowercase);
  }

  /**
   * Returns the numbers of the text's tokens, each in [1, {@link #size()}), in order.
   *
   * @return at least one number: a text without tokens is one unknown token
   * @throws IllegalArgumentException if the text is null
   */
  public int[] encode(@Nullable String text) {
    return vocabulary.encode(tokenizer.tokens(Arguments.notNull(text, "text")));
  }

  /**
   * Returns the numbers of the text's tokens as {@link #encode} does, but none of a text without
   * tokens.
   *
   * @throws IllegalArgumentException if the text is null
   */
  public int[] tokens(@Nullable String text) {
    return tokenizer.tokens(Arguments.notNull(text, "text")).stream()
        .mapToInt(vocabulary::id)
        .toArray();
  }

  /**
   * Returns what a token adds to a text: a word has a space before it where one belongs.
   *
   * @param before the token that stands before it; {@link Vocabulary#PADDING} for none
   * @param token in [0, {@link #size()}); {@link Vocabulary#PADDING} adds nothing
   */
  public String spelled(int before, int token) {
    if (token == Vocabulary.PADDING) {
      return "";
    }
    String spelling = vocabulary.token(token);
    return before == Vocabulary.PADDING || tokens == Tokens.CHARACTERS
        ? spelling
        : WordSpacing.between(vocabulary.token(before), spelling) + spelling;
  }

  /**
   * Returns the tokens of a text as it spells them, in order, whether they are known or not: one
   * for each number that {@link #tokens} gives. Where the lower case of a text is cut otherwise
   * than the text, they are in lower case.
   *
   * @throws IllegalArgumentException if the text is null
   */
  public List<String> spellings(@Nullable String text) {
    List<String> known = tokenizer.tokens(Arguments.notNull(text, "text"));
    if (!lowercase) {
      return known;
    }
    List<String> spelled = cased.tokens(text);
    return spelled.size() == known.size() ? spelled : known;
  }

  /** Returns the text of tokens, with spaces between words where they belong. */
  public String joined(List<String> parts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      boolean spaced = i > 0 && tokens != Tokens.CHARACTERS;
      text.append(spaced ? WordSpacing.between(parts.get(i - 1), parts.get(i)) : "");
      text.append(parts.get(i));
    }
    return text.toString();
  }

  /** Returns what a text is cut into. */
  public Tokens kind() {
    return tokens;
  }

  /** Returns how many numbers there are, those of padding and unknown tokens included. */
  public int size() {
    return vocabulary.size();
  }

  /** Returns the tokens by number. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Returns what a model file keeps. Its entries are the tokens. */
  public StoredCodec stored() {
    return new StoredCodec(
        KIND,
        Map.of(
            "tokens",
            tokens.name(),
            "language",
            language,
            "lowercase",
            Boolean.toString(lowercase)),
        vocabulary.tokens());
  }

  /**
   * Returns the codec that was stored.
   *
   * @throws IllegalArgumentException if it is no codec of texts, or it is damaged
   */
  public static TextCodec restore(StoredCodec stored) {
    StoredCodecs.checkKind(stored, KIND);
    Tokens tokens = tokens(stored);
    String language = StoredCodecs.setting(stored, "language");
    boolean lowercase = StoredCodecs.flag(stored, "lowercase");
    return new TextCodec(
        tokens,
        language,
        lowercase,
        Tokenizer.of(tokens, language, lowercase),
        Vocabulary.of(stored.entries()));
  }

  private static Tokens tokens(StoredCodec stored) {
    String name = StoredCodecs.setting(stored, "tokens");
    List<String> allowed = Arrays.stream(Tokens.values()).map(Tokens::name).toList();
    if (!allowed.contains(name)) {
      throw StoredCodecs.badSetting(stored, "tokens", name, String.join(" or ", allowed));
    }
    return Tokens.valueOf(name);
  }

  /**
   * Learns a vocabulary from texts, one after the other, in bounded memory: beyond 1,000,000
   * different tokens the rarest are forgotten. Tokens of more than 256 {@code char}s are never
   * learned. For use by one thread.
   */
  public static final class Learner {
    private final Tokens tokens;
    private final String language;
    private final boolean lowercase;
    private final Tokenizer tokenizer;
    private final TokenCounter counter = new TokenCounter();
    private long texts;

    private Learner(Tokens tokens, String language, boolean lowercase) {
      this.tokens = Arguments.notNull(tokens, "tokens");
      this.language = Arguments.notNull(language, "language");
      this.lowercase = lowercase;
      this.tokenizer = Tokenizer.of(tokens, language, lowercase);
    }

    /**
     * Learns from a text.
     *
     * @throws IllegalArgumentException if it is null, naming its place among all that were added
     */
    public void add(@Nullable String text) {
      tokenizer.tokens(Arguments.notNull(text, "text", texts++)).forEach(counter::add);
    }

    /**
     * Returns the codec with what was learned so far.
     *
     * @param vocabulary the largest number of tokens that are told apart, at least 1; the most
     *     frequent are kept
     * @param minFrequency tokens seen less often count as unknown; at least 1
     * @throws IllegalArgumentException if one of them is below 1
     */
    public TextCodec build(int vocabulary, int minFrequency) {
      return new TextCodec(
          tokens, language, lowercase, tokenizer, counter.vocabulary(vocabulary, minFrequency));
    }
  }
}
