package dev.rondo.runtime.data.feature;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.text.CharacterCodec;
import dev.rondo.runtime.data.text.TokensCodec;
import dev.rondo.runtime.data.text.Vocabulary;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encodes tokens one by one, for sessions. Immutable; safe for use by many threads.
 *
 * <p>A token's symbols are its number, then those of its characters, then {@link
 * Vocabulary#PADDING} up to the longest token.
 */
public final class SpelledStepEncoder {
  private final String name;
  private final TokensCodec tokens;
  private final CharacterCodec characters;

  SpelledStepEncoder(String name, TokensCodec tokens, CharacterCodec characters) {
    this.name = name;
    this.tokens = tokens;
    this.characters = characters;
  }

  /** Returns how many symbols a token has at most. */
  public int columns() {
    return 1 + CharacterCodec.LONGEST;
  }

  /**
   * Encodes a token.
   *
   * @param remembered nothing: no token depends on those before
   * @param features none
   * @param symbols where its symbols go, (columns)
   * @throws IllegalArgumentException if the token is null, or an array has another size
   */
  public void encode(@Nullable String token, double[] remembered, float[] features, int[] symbols) {
    List<String> one = List.of(Arguments.notNull(token, name));
    if (remembered.length != 0 || features.length != 0 || symbols.length != columns()) {
      throw new IllegalArgumentException(
          "a token has 0 numbers to remember, 0 features and %s symbols, found %s, %s and %s"
              .formatted(columns(), remembered.length, features.length, symbols.length));
    }
    symbols[0] = tokens.encode(one)[0];
    int[] inner = characters.encode(tokens.spellings(one).get(0));
    System.arraycopy(inner, 0, symbols, 1, inner.length);
    Arrays.fill(symbols, 1 + inner.length, symbols.length, Vocabulary.PADDING);
  }
}
