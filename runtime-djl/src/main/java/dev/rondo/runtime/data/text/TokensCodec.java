package dev.rondo.runtime.data.text;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.StorableCodec;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;
import dev.rondo.runtime.data.TokenEncoder;
import dev.rondo.runtime.data.TooLongException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns lists of given tokens into numbers, by a vocabulary that was learned from such lists.
 *
 * <p>Nothing is cut, but each token gets one spelling, as in {@link TextCodec}. An empty token is
 * an unknown one.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class TokensCodec implements StorableCodec {
  /** Makes the codec of what was stored. */
  public static final Function<StoredCodec, TokensCodec> RESTORER = TokensCodec::restore;

  private static final String KIND = "tokens";

  private final String language;
  private final boolean lowercase;
  private final TextNormalizer normalizer;
  private final Vocabulary vocabulary;
  private final LengthLimit limit;

  private TokensCodec(
      String language,
      boolean lowercase,
      TextNormalizer normalizer,
      Vocabulary vocabulary,
      LengthLimit limit) {
    this.language = language;
    this.lowercase = lowercase;
    this.normalizer = normalizer;
    this.vocabulary = vocabulary;
    this.limit = limit;
  }

  /**
   * Starts to learn a vocabulary.
   *
   * @param language an IETF tag such as {@code "en"}; empty for none
   * @param lowercase whether upper and lower case count as the same
   * @throws IllegalArgumentException if the language is no IETF tag
   */
  public static Learner learner(String language, boolean lowercase) {
    return new Learner(language, lowercase);
  }

  /**
   * Returns the numbers of tokens, each in [1, {@link #size()}), in order.
   *
   * @return at least one number: an empty list is one unknown token
   * @throws IllegalArgumentException if the list or one of its tokens is null, naming its place
   * @throws TooLongException if it has more tokens than are read, and nothing of it is to be kept
   */
  public int[] encode(@Nullable List<? extends @Nullable String> tokens) {
    return vocabulary.encode(limit.cut(spelled(Arguments.notNull(tokens, "tokens"), normalizer)));
  }

  /** Returns what encodes tokens in lists. */
  public TokenEncoder<List<String>> ofLists() {
    return this::encode;
  }

  /** Returns what encodes tokens in arrays. */
  public TokenEncoder<String[]> ofArrays() {
    return tokens -> encode(Arrays.asList(Arguments.notNull(tokens, "tokens")));
  }

  /**
   * Returns the tokens as they are spelled: one for each number that {@link #encode} gives, none of
   * an empty list. Upper and lower case are told apart.
   *
   * @throws IllegalArgumentException if the list or one of its tokens is null, naming its place
   */
  public List<String> spellings(@Nullable List<? extends @Nullable String> tokens) {
    return spelled(Arguments.notNull(tokens, "tokens"), new TextNormalizer(language, false));
  }

  /** Returns how many tokens of a list are read. */
  public LengthLimit limit() {
    return limit;
  }

  /** Returns the same codec for any number of tokens. */
  public TokensCodec unlimited() {
    return new TokensCodec(language, lowercase, normalizer, vocabulary, LengthLimit.NONE);
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
    return new StoredCodec(
        KIND,
        limit.with(Map.of("language", language, "lowercase", Boolean.toString(lowercase))),
        vocabulary.tokens());
  }

  /**
   * Returns the codec that was stored.
   *
   * @throws IllegalArgumentException if it is no codec of tokens, or it is damaged
   */
  public static TokensCodec restore(StoredCodec stored) {
    StoredCodecs.checkKind(stored, KIND);
    String language = StoredCodecs.setting(stored, "language");
    boolean lowercase = StoredCodecs.flag(stored, "lowercase");
    return new TokensCodec(
        language,
        lowercase,
        new TextNormalizer(language, lowercase),
        Vocabulary.of(stored.entries()),
        LengthLimit.restore("the list of tokens", stored));
  }

  @Override
  public Set<String> learned() {
    return LengthLimit.SETTINGS;
  }

  private static List<String> spelled(
      List<? extends @Nullable String> tokens, TextNormalizer normalizer) {
    String[] spelled = new String[tokens.size()];
    int i = 0;
    for (String token : Arguments.<String>noNulls(tokens, "token")) {
      spelled[i++] = normalizer.normalize(token);
    }
    return List.of(spelled);
  }

  /**
   * Learns a vocabulary from lists of tokens, one after the other, in bounded memory: beyond
   * 1,000,000 different tokens the rarest are forgotten. Tokens of more than 256 {@code char}s are
   * never learned. For use by one thread.
   */
  public static final class Learner {
    private final String language;
    private final boolean lowercase;
    private final TextNormalizer normalizer;
    private final TokenCounter counter = new TokenCounter();
    private LengthLimit limit = LengthLimit.NONE;
    private long lists;

    private Learner(String language, boolean lowercase) {
      this.language = Arguments.notNull(language, "language");
      this.lowercase = lowercase;
      this.normalizer = new TextNormalizer(language, lowercase);
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
     * Learns from a list of tokens.
     *
     * @throws IllegalArgumentException if the list or one of its tokens is null, naming its place
     */
    public void add(@Nullable List<? extends @Nullable String> tokens) {
      limit
          .forLearning()
          .cut(spelled(Arguments.notNull(tokens, "token list", lists++), normalizer))
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
     *     frequent are kept
     * @param minFrequency tokens seen less often count as unknown; at least 1
     * @throws IllegalArgumentException if one of them is below 1
     */
    public TokensCodec build(int vocabulary, int minFrequency) {
      return new TokensCodec(
          language, lowercase, normalizer, counter.vocabulary(vocabulary, minFrequency), limit);
    }
  }
}
