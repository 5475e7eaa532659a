package dev.rondo.runtime.data.text;

import dev.rondo.runtime.data.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tokens that a model tells apart, by number: 0 is padding, 1 is every token that is not known,
 * and from 2 on come the known ones, the most frequent first. Immutable.
 */
public final class Vocabulary {
  /** The number of what fills up short sequences; no token has it. */
  public static final int PADDING = 0;

  /** The number of every token that the vocabulary lacks. */
  public static final int UNKNOWN = 1;

  private static final int FIRST = 2;

  private final List<String> tokens;
  private final Map<String, Integer> numbers;

  private Vocabulary(List<String> tokens) {
    this.tokens = List.copyOf(tokens);
    this.numbers = new HashMap<>(tokens.size() * 2);
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (token.isEmpty()) {
        throw new IllegalArgumentException("vocabulary entry " + i + " is empty (counted from 0)");
      }
      Integer earlier = numbers.putIfAbsent(token, FIRST + i);
      if (earlier != null) {
        throw new IllegalArgumentException(
            "vocabulary entries %s and %s are both %s (counted from 0)"
                .formatted(earlier - FIRST, i, Wording.quote(token)));
      }
    }
  }

  /**
   * Returns the vocabulary of the given tokens, numbered from 2 in their order.
   *
   * @throws IllegalArgumentException if a token is empty or there twice
   */
  public static Vocabulary of(List<String> tokens) {
    return new Vocabulary(tokens);
  }

  /** Returns the known tokens, in the order of their numbers; unmodifiable. */
  public List<String> tokens() {
    return tokens;
  }

  /** Returns how many numbers there are, those of padding and unknown tokens included. */
  public int size() {
    return FIRST + tokens.size();
  }

  /** Returns the number of a token, {@link #UNKNOWN} if the vocabulary lacks it. */
  public int id(String token) {
    return numbers.getOrDefault(token, UNKNOWN);
  }

  /**
   * Returns the token with a number. Padding and unknown read {@code <padding>} and {@code
   * <unknown>}, for people only: {@link #id} does not turn them back.
   *
   * @throws IllegalArgumentException if the number is not in [0, size)
   */
  public String token(int id) {
    if (id < 0 || id >= size()) {
      throw new IllegalArgumentException(
          "token number " + id + " is not in [0, " + size() + "), the vocabulary's size");
    }
    return switch (id) {
      case PADDING -> "<padding>";
      case UNKNOWN -> "<unknown>";
      default -> tokens.get(id - FIRST);
    };
  }

  /** Returns the numbers of tokens, in order; one unknown token if there is none. */
  int[] encode(List<String> sequence) {
    if (sequence.isEmpty()) {
      return new int[] {UNKNOWN};
    }
    int[] ids = new int[sequence.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = id(sequence.get(i));
    }
    return ids;
  }
}
