package dev.rondo.runtime.data.text;

import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Notices;
import dev.rondo.runtime.data.StorableCodec;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;
import dev.rondo.runtime.data.TokenEncoder;
import dev.rondo.runtime.data.TooLongException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns texts into numbers of tokens, by a vocabulary that was learned from texts.
 *
 * <p>Words are cut by <a href="https://unicode.org/reports/tr29/">UAX #29</a>; punctuation and
 * emoji are tokens too, white space only separates. Text that has been cut already is cut at white
 * space, with or without a token at the end of each line. Characters are Unicode code points.
 * Subwords are parts of words that byte-pair encoding finds, with the white space before them.
 * Before that a text gets one spelling: normalization form C, line feeds for Windows line ends,
 * U+FFFD for half surrogate pairs and, if wanted, lower case by the language's rules. Any text is
 * allowed.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class TextCodec implements StorableCodec, TokenEncoder<String> {
  /** Makes the codec of what was stored. */
  public static final Function<StoredCodec, TextCodec> RESTORER = TextCodec::restore;

  private static final String LOG = "dev.rondo.data";
  private static final String KIND = "text";

  private final TextSettings settings;
  private final Tokenizer tokenizer;
  private final Tokenizer cased;
  private final TextNormalizer normalizer;
  private final Vocabulary vocabulary;
  private final List<String> merges;
  private final LengthLimit limit;

  private TextCodec(
      TextSettings settings,
      Tokenizer tokenizer,
      Vocabulary vocabulary,
      List<String> merges,
      LengthLimit limit) {
    this.settings = settings;
    this.tokenizer = tokenizer;
    this.cased = settings.cased().tokenizer();
    this.normalizer = settings.normalizer();
    this.vocabulary = vocabulary;
    this.merges = merges;
    this.limit = limit;
  }

  private static TextCodec of(
      TextSettings settings, Tokenizer pieces, Subwords subwords, LengthLimit limit) {
    return new TextCodec(
        settings,
        new SubwordTokenizer(pieces, subwords),
        Vocabulary.of(subwords.tokens()),
        subwords.merges(),
        limit);
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
    return new Learner(
        new TextSettings(
            Arguments.notNull(tokens, "tokens"),
            Arguments.notNull(language, "language"),
            lowercase,
            false));
  }

  /**
   * Returns the numbers of the text's tokens, each in [1, {@link #size()}), in order.
   *
   * @return at least one number: a text without tokens is one unknown token
   * @throws IllegalArgumentException if the text is null
   * @throws TooLongException if it has more tokens than are read, and nothing of it is to be kept
   */
  @Override
  public int[] encode(@Nullable String text) {
    return vocabulary.encode(limit.cut(tokenizer.tokens(Arguments.notNull(text, "text"))));
  }

  /**
   * Returns the numbers of the text's tokens as {@link #encode} does, but none of a text without
   * tokens.
   *
   * @throws IllegalArgumentException as there
   */
  public int[] input(@Nullable String text) {
    return limit.cut(tokens(text));
  }

  /**
   * Returns the numbers of all of the text's tokens, however many there are; none of a text without
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
   * Returns the numbers of the tokens of a whole document, as {@link #tokens} does: a last line
   * without a line feed ends, too, where ends of lines are tokens.
   *
   * @throws IllegalArgumentException if the text is null
   */
  public int[] document(@Nullable String text) {
    int[] tokens = tokens(text);
    if (tokens.length == 0 || !lacksEnd(tokens[tokens.length - 1])) {
      return tokens;
    }
    int[] ended = Arrays.copyOf(tokens, tokens.length + 1);
    ended[tokens.length] = lineEnd();
    return ended;
  }

  /**
   * Returns whether a document that ends with a token lacks the end of its last line.
   *
   * @param last its number
   */
  boolean lacksEnd(int last) {
    return settings.lines() && last != lineEnd();
  }

  /** Returns the number of the token at the end of a line. */
  int lineEnd() {
    return vocabulary.id(CutTokenizer.LINE_END);
  }

  /**
   * Returns the text of tokens: {@link #encode} turned back as far as it can be. Characters and
   * subwords give their text as it was, but for its one spelling and, of subwords, white space.
   * Words get spaces where the language has them. Unknown tokens read {@code <unknown>}.
   *
   * @param tokens each in [0, {@link #size()}); {@link Vocabulary#PADDING} adds nothing
   * @throws IllegalArgumentException if one of them is not
   */
  public String decode(int... tokens) {
    Spelling spelling = spelling();
    StringBuilder text = new StringBuilder();
    for (int token : tokens) {
      text.append(spelling.add(token));
    }
    return text.toString();
  }

  /**
   * Returns the tokens of a text as the text spells them, whether they are known or not: one for
   * each number that {@link #input} gives. Parts of a letter or a word that changes its length in
   * lower case, as few do, are in lower case: the dotted capital I is two characters there.
   *
   * @throws IllegalArgumentException if the text is null
   */
  public List<String> spellings(@Nullable String text) {
    String given = Arguments.notNull(text, "text");
    List<String> tokens = tokenizer.tokens(given);
    return limit.cut(
        settings.lowercase()
            ? Spellings.of(tokens, cased.tokens(given), normalizer::normalize)
            : tokens);
  }

  /**
   * Returns the text of tokens by their spellings, as {@link #decode} does by their numbers. They
   * need not be in the vocabulary.
   *
   * @param tokens none empty
   */
  public String joined(List<String> tokens) {
    Joiner joiner = tokenizer.joiner();
    StringBuilder text = new StringBuilder();
    tokens.forEach(token -> text.append(joiner.added(token)));
    return text.toString();
  }

  /** Starts a text that is put together token by token. */
  public Spelling spelling() {
    return new Spelling(vocabulary, tokenizer.joiner());
  }

  /** Returns how many tokens of a text are read. */
  public LengthLimit limit() {
    return limit;
  }

  /** Returns the same codec for any number of tokens. */
  public TextCodec unlimited() {
    return new TextCodec(settings, tokenizer, vocabulary, merges, LengthLimit.NONE);
  }

  /** Returns what a text is cut into. */
  public Tokens kind() {
    return settings.tokens();
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
  @Override
  public StoredCodec stored() {
    return new StoredCodec(KIND, limit.with(settings.stored()), vocabulary.tokens(), merges);
  }

  @Override
  public Set<String> learned() {
    return LengthLimit.SETTINGS;
  }

  /**
   * Returns the codec that was stored.
   *
   * @throws IllegalArgumentException if it is no codec of texts, or it is damaged
   */
  public static TextCodec restore(StoredCodec stored) {
    StoredCodecs.checkKind(stored, KIND);
    TextSettings settings = TextSettings.of(stored);
    Tokenizer tokenizer = settings.tokenizer();
    LengthLimit limit = LengthLimit.restore("the text", stored);
    if (settings.tokens() == Tokens.SUBWORDS) {
      return of(settings, tokenizer, Subwords.of(stored.entries(), stored.merges()), limit);
    }
    if (!stored.merges().isEmpty()) {
      throw new IllegalArgumentException(
          "stored codec of kind \"text\" has merges, but tokens = " + settings.tokens());
    }
    return new TextCodec(settings, tokenizer, Vocabulary.of(stored.entries()), List.of(), limit);
  }

  /**
   * Learns a vocabulary from texts, one after the other, in bounded memory: beyond 1,000,000
   * different tokens the rarest are forgotten. Tokens of more than 256 {@code char}s are never
   * learned. For use by one thread.
   */
  public static final class Learner {
    private final TextSettings settings;
    private final Tokenizer tokenizer;
    private final TokenCounter counter = new TokenCounter();
    private LengthLimit limit = LengthLimit.NONE;
    private long texts;

    private Learner(TextSettings settings) {
      this.settings = settings;
      this.tokenizer = settings.tokenizer();
    }

    /**
     * Returns a learner of a codec for which the end of a line is a token, as language models of
     * text that has been cut already count. It is always known, and one of the vocabulary.
     *
     * @throws IllegalStateException if texts are not cut at white space
     */
    public Learner lines() {
      if (settings.tokens() != Tokens.WHITESPACE) {
        throw new IllegalStateException(
            "tokens = " + settings.tokens() + ", but ends of lines are tokens of WHITESPACE only");
      }
      return new Learner(
          new TextSettings(settings.tokens(), settings.language(), settings.lowercase(), true));
    }

    /**
     * Limits how many steps of an input are read; any number by default.
     *
     * @return this
     */
    public Learner limited(LengthLimit by) {
      limit = by;
      return this;
    }

    /**
     * Learns from a text.
     *
     * @throws IllegalArgumentException if it is null, naming its place among all that were added
     */
    public void add(@Nullable String text) {
      limit
          .forLearning()
          .cut(tokenizer.tokens(Arguments.notNull(text, "text", texts++)))
          .forEach(counter::add);
    }

    /** Returns how many different tokens were seen at least so often. */
    public int seen(int times) {
      return counter.seen(times);
    }

    /**
     * Returns the codec with what was learned so far.
     *
     * @param vocabulary the largest number of tokens that are told apart, at least 1; the most
     *     frequent are kept. Of subwords, the characters first: what is left is for pairs
     * @param minFrequency tokens seen less often count as unknown; at least 1. Of subwords, rarer
     *     characters are unknown, and rarer pairs stay two
     * @throws IllegalArgumentException if one of them is below 1
     */
    public TextCodec build(int vocabulary, int minFrequency) {
      if (!settings.lowercase()) {
        Casing.warning(counter.counts()).ifPresent(Notices.warning(LOG));
      }
      if (settings.tokens() == Tokens.SUBWORDS) {
        return of(
            settings, tokenizer, Subwords.learn(counter.counts(), vocabulary, minFrequency), limit);
      }
      return new TextCodec(
          settings, tokenizer, learned(vocabulary, minFrequency), List.of(), limit);
    }

    private Vocabulary learned(int vocabulary, int minFrequency) {
      List<String> tokens =
          new ArrayList<>(TokenCounter.mostFrequent(counter.counts(), vocabulary, minFrequency));
      if (settings.lines() && !tokens.contains(CutTokenizer.LINE_END)) {
        // a text of one line may show none
        if (tokens.size() == vocabulary) {
          tokens.remove(vocabulary - 1);
        }
        tokens.add(CutTokenizer.LINE_END);
      }
      return Vocabulary.of(tokens);
    }
  }
}
