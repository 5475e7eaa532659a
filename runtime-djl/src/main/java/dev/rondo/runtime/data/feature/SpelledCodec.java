package dev.rondo.runtime.data.feature;

import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;
import dev.rondo.runtime.data.text.CharacterCodec;
import dev.rondo.runtime.data.text.LengthLimit;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.data.text.TokensCodec;
import dev.rondo.runtime.data.text.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns tokens into steps that have the token's number and, inside, the numbers of its characters.
 *
 * <pre>{@code
 * SpelledCodec.Description<List<String>> description = SpelledCodec.tokens("words", true);
 *
 * SpelledCodec.Learner<List<String>> learner = description.learner();
 * for (List<String> words : training) {
 *   learner.add(words);
 * }
 * SpelledCodec<List<String>> codec = learner.build(30_000, 1);
 * Steps steps = codec.encode(words);
 * }</pre>
 *
 * <p>No token at all is one unknown token of one unknown character. Immutable; safe for use by many
 * threads.
 *
 * @param <T> what is read: a list of tokens, or a text that is cut into words
 */
public final class SpelledCodec<T> implements StepsCodec<T> {
  private static final String CHARACTERS = ".characters";
  private static final String FIRST_RARE = "firstRare";
  private static final int FIRST = Vocabulary.UNKNOWN + 1;

  private final String name;
  private final TokenReading<T> tokens;
  private final CharacterCodec characters;
  private final int firstRare;
  private final LengthLimit limit;

  private SpelledCodec(
      String name,
      TokenReading<T> tokens,
      CharacterCodec characters,
      int firstRare,
      LengthLimit limit) {
    this.name = name;
    this.tokens = tokens;
    this.characters = characters;
    this.firstRare = firstRare;
    this.limit = limit;
  }

  /**
   * Describes the codec of an input of given tokens.
   *
   * @param name what the user calls the input
   * @param lowercase whether upper and lower case of a token count as the same; characters keep it
   */
  public static Description<List<String>> tokens(String name, boolean lowercase) {
    return new Description<>(
        name,
        () -> new TokenReading.OfListsLearner(TokensCodec.learner("", lowercase)),
        stored -> new TokenReading.OfLists(TokensCodec.restore(stored)));
  }

  /**
   * Describes the codec of an input of texts.
   *
   * @param name what the user calls the input
   * @param tokens what a text is cut into: words
   * @param language an IETF tag such as {@code "en"}; empty for none
   * @param lowercase whether upper and lower case of a token count as the same; characters keep it
   */
  public static Description<String> text(
      String name, Tokens tokens, String language, boolean lowercase) {
    return new Description<>(
        name,
        () -> new TokenReading.OfTextsLearner(TextCodec.learner(tokens, language, lowercase)),
        stored -> new TokenReading.OfTexts(TextCodec.restore(stored)));
  }

  @Override
  public int width() {
    return 0;
  }

  @Override
  public int columns() {
    return 1;
  }

  @Override
  public int symbols(int column) {
    if (column != 0) {
      throw new IllegalArgumentException("column " + column + " is not in [0, 1)");
    }
    return size();
  }

  /** Returns how many numbers of tokens there are, those of padding and unknown ones included. */
  public int size() {
    return tokens.size();
  }

  /** Returns how many numbers of characters there are, padding and unknown ones included. */
  public int characters() {
    return characters.size();
  }

  /**
   * Returns the first number of a token that training showed once only; all behind it are such
   * tokens, too. {@link #size()} if there is none.
   */
  public int firstRare() {
    return firstRare;
  }

  /**
   * Returns the steps of a value.
   *
   * @throws IllegalArgumentException if it is null, or a token is, naming its place
   */
  @Override
  public Steps encode(@Nullable T value) {
    T checked = Arguments.notNull(value, name);
    int[] numbers = limit.cut(tokens.encode(checked));
    List<String> all = tokens.spellings(checked);
    int first = limit.first(all.size());
    List<String> spellings = all.subList(first, Math.min(all.size(), first + numbers.length));
    int[][] inner = new int[numbers.length][];
    for (int i = 0; i < inner.length; i++) {
      inner[i] = characters.encode(i < spellings.size() ? spellings.get(i) : "");
    }
    return Steps.nested(numbers, inner);
  }

  /** Returns how many tokens of an input are read. */
  public LengthLimit limit() {
    return limit;
  }

  /** Returns what encodes tokens one by one. */
  public SpelledStepEncoder stepEncoder() {
    if (!(tokens instanceof TokenReading.OfLists lists)) {
      throw new IllegalStateException("\"" + name + "\" is a text, of which a step has no end");
    }
    return new SpelledStepEncoder(name, lists.codec(), characters);
  }

  @Override
  public Map<String, StoredCodec> stored(String as) {
    StoredCodec spelled = characters.stored();
    Map<String, String> settings = new HashMap<>(spelled.settings());
    settings.put(FIRST_RARE, Integer.toString(firstRare));
    return limit.with(
        Map.of(
            as,
            tokens.stored(),
            as + CHARACTERS,
            new StoredCodec(spelled.kind(), settings, spelled.entries())),
        as);
  }

  /**
   * How an input is read, before anything was learned. Immutable.
   *
   * @param <T> what is read
   */
  public static final class Description<T> {
    private final String name;
    private final Supplier<TokenReading.Learner<T>> learner;
    private final Function<StoredCodec, TokenReading<T>> restored;

    private Description(
        String name,
        Supplier<TokenReading.Learner<T>> learner,
        Function<StoredCodec, TokenReading<T>> restored) {
      this.name = name;
      this.learner = learner;
      this.restored = restored;
    }

    /** Starts to learn. */
    public Learner<T> learner() {
      return new Learner<>(this);
    }

    /**
     * Returns the codec that was stored.
     *
     * @param stored what a model file keeps, by name
     * @throws IllegalArgumentException if something is missing there, damaged, or of another
     *     description than this, naming it
     */
    public SpelledCodec<T> restore(Map<String, StoredCodec> stored) {
      TokenReading<T> tokens = restored.apply(part(stored, name));
      StoredCodec spelled = part(stored, name + CHARACTERS);
      double firstRare = StoredCodecs.number(spelled, FIRST_RARE);
      if (firstRare != Math.rint(firstRare) || firstRare < FIRST || firstRare > tokens.size()) {
        throw StoredCodecs.badSetting(
            spelled,
            FIRST_RARE,
            StoredCodecs.setting(spelled, FIRST_RARE),
            "a number from %s to %s".formatted(FIRST, tokens.size()));
      }
      return new SpelledCodec<>(
          name,
          tokens,
          CharacterCodec.restore(spelled),
          (int) firstRare,
          LengthLimit.restore(name, stored));
    }

    private static StoredCodec part(Map<String, StoredCodec> stored, String name) {
      StoredCodec part = stored.get(name);
      if (part == null) {
        throw new IllegalArgumentException("there is no codec \"" + name + "\"");
      }
      return part;
    }
  }

  /**
   * Learns from the tokens of the training data, one value after the other, in bounded memory. For
   * use by one thread.
   *
   * @param <T> what is read
   */
  public static final class Learner<T> {
    private final String name;
    private final TokenReading.Learner<T> tokens;
    private final CharacterCodec.Learner characters = CharacterCodec.learner();

    /** Spells tokens, of which it knows none. */
    private final TokenReading<T> spelling;

    private LengthLimit limit = LengthLimit.NONE;

    private Learner(Description<T> description) {
      this.name = description.name;
      this.tokens = description.learner.get();
      this.spelling = description.learner.get().build(1, 1);
    }

    /**
     * Limits how many steps of an input are read; any number by default.
     *
     * @return this
     */
    public Learner<T> limited(LengthLimit by) {
      limit = by;
      tokens.limited(by.forLearning());
      return this;
    }

    /**
     * Learns from a value.
     *
     * @throws IllegalArgumentException as {@link SpelledCodec#encode} does
     */
    public void add(@Nullable T value) {
      T checked = Arguments.notNull(value, name);
      tokens.add(checked);
      characters.add(limit.forLearning().cut(spelling.spellings(checked)));
    }

    /**
     * Returns the codec with what was learned so far.
     *
     * @param vocabulary the largest number of tokens that are told apart, at least 1; the most
     *     frequent are kept
     * @param minFrequency tokens seen less often count as unknown; at least 1
     * @throws IllegalArgumentException if one of them is below 1
     */
    public SpelledCodec<T> build(int vocabulary, int minFrequency) {
      TokenReading<T> built = tokens.build(vocabulary, minFrequency);
      int firstRare = Math.min(built.size(), FIRST + tokens.seen(2));
      return new SpelledCodec<>(name, built, characters.build(), firstRare, limit);
    }
  }
}
