package dev.rondo.runtime.data;

import dev.rondo.data.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How a text is cut.
 *
 * @param language an IETF tag such as {@code "en"}; empty for none
 * @param lowercase whether upper and lower case count as the same
 */
record TextSettings(Tokens tokens, String language, boolean lowercase) {
  /**
   * Returns what cuts a text into what is counted in learning: words, characters, or the pieces
   * that subwords are learned from.
   *
   * @throws IllegalArgumentException if the language is no IETF tag
   */
  Tokenizer tokenizer() {
    TextNormalizer normalizer = normalizer();
    return switch (tokens) {
      case WORDS -> new WordTokenizer(boundaries(), normalizer, language);
      case CHARACTERS -> new CharacterTokenizer(normalizer);
      case SUBWORDS -> new PieceTokenizer(boundaries(), normalizer);
    };
  }

  /**
   * Returns what makes one spelling of texts that count as the same.
   *
   * @throws IllegalArgumentException if the language is no IETF tag
   */
  TextNormalizer normalizer() {
    return new TextNormalizer(language, lowercase);
  }

  /** Returns the same, but with upper and lower case told apart. */
  TextSettings cased() {
    return new TextSettings(tokens, language, false);
  }

  private WordBoundaries boundaries() {
    return new WordBoundaries(TextNormalizer.locale(language));
  }

  /** Returns the settings as a model file keeps them. */
  Map<String, String> stored() {
    return Map.of(
        "tokens", tokens.name(), "language", language, "lowercase", Boolean.toString(lowercase));
  }

  /**
   * Returns the settings that were stored.
   *
   * @throws IllegalArgumentException if one is missing or senseless
   */
  static TextSettings of(StoredCodec stored) {
    return new TextSettings(
        tokens(stored),
        StoredCodecs.setting(stored, "language"),
        StoredCodecs.flag(stored, "lowercase"));
  }

  private static Tokens tokens(StoredCodec stored) {
    String name = StoredCodecs.setting(stored, "tokens");
    List<String> allowed = Arrays.stream(Tokens.values()).map(Tokens::name).toList();
    if (!allowed.contains(name)) {
      throw StoredCodecs.badSetting(stored, "tokens", name, String.join(" or ", allowed));
    }
    return Tokens.valueOf(name);
  }
}
