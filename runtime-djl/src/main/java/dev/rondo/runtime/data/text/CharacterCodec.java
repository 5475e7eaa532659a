package dev.rondo.runtime.data.text;

import dev.rondo.runtime.data.StorableCodec;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;
import dev.rondo.runtime.data.Wording;
import java.util.List;
import java.util.Map;

/**
 * Turns tokens into numbers of their characters, by a vocabulary that was learned from tokens.
 *
 * <p>Characters are Unicode code points, as the token has them: upper and lower case are told
 * apart, and a combining mark that forms no character with the one before is one of its own. Of a
 * token of more than {@link #LONGEST} characters the first and the last {@link #LONGEST} / 2 are
 * read: what tells unknown words apart is how they begin and end, and one absurdly long token costs
 * no more than others.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class CharacterCodec implements StorableCodec {
  /** So many characters of a token are read. */
  public static final int LONGEST = 50;

  private static final String KIND = "characters";
  private static final int MOST = 1_000_000;

  /** What is seen once only teaches what an unknown character means. */
  private static final int MIN_FREQUENCY = 2;

  private final Vocabulary vocabulary;

  private CharacterCodec(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Starts to learn. */
  public static Learner learner() {
    return new Learner();
  }

  /**
   * Returns the numbers of a token's characters, each in [1, {@link #size()}), in order.
   *
   * @return from 1 to {@link #LONGEST} numbers: an empty token is one unknown character
   */
  public int[] encode(String token) {
    int[] points = token.codePoints().toArray();
    if (points.length == 0) {
      return new int[] {Vocabulary.UNKNOWN};
    }
    int[] numbers = new int[Math.min(points.length, LONGEST)];
    int cut = points.length - numbers.length;
    for (int i = 0; i < numbers.length; i++) {
      int point = points[cut > 0 && i >= LONGEST / 2 ? i + cut : i];
      numbers[i] = vocabulary.id(Character.toString(point));
    }
    return numbers;
  }

  /** Returns how many numbers there are, those of padding and unknown characters included. */
  public int size() {
    return vocabulary.size();
  }

  /** Returns the characters by number. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Returns what a model file keeps. Its entries are the characters. */
  @Override
  public StoredCodec stored() {
    return new StoredCodec(KIND, Map.of("longest", Integer.toString(LONGEST)), vocabulary.tokens());
  }

  /**
   * Returns the codec that was stored.
   *
   * @throws IllegalArgumentException if it is no codec of characters, or it is damaged
   */
  public static CharacterCodec restore(StoredCodec stored) {
    StoredCodecs.checkKind(stored, KIND);
    String longest = StoredCodecs.setting(stored, "longest");
    if (!longest.equals(Integer.toString(LONGEST))) {
      throw StoredCodecs.badSetting(stored, "longest", longest, Integer.toString(LONGEST));
    }
    for (String character : stored.entries()) {
      if (character.codePointCount(0, character.length()) != 1) {
        throw new IllegalArgumentException(
            "stored codec of kind \"%s\" has the entry %s, expected one character"
                .formatted(KIND, Wording.quote(character)));
      }
    }
    return new CharacterCodec(Vocabulary.of(stored.entries()));
  }

  /** Learns which characters there are, from each use of a token. For use by one thread. */
  public static final class Learner {
    private final TokenCounter counter = new TokenCounter();

    private Learner() {}

    /** Learns from tokens. */
    public void add(List<String> tokens) {
      for (String token : tokens) {
        token.codePoints().forEach(point -> counter.add(Character.toString(point)));
      }
    }

    /** Returns the codec with what was learned so far. */
    public CharacterCodec build() {
      return new CharacterCodec(counter.vocabulary(MOST, MIN_FREQUENCY));
    }
  }
}
