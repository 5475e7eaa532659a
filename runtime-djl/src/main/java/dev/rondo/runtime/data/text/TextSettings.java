package dev.rondo.runtime.data.text;

import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a text is cut.
 *
 * @param language an IETF tag such as {@code "en"}; empty for none
 * @param lowercase whether upper and lower case count as the same
 * @param lines whether the end of a line is a token, where tokens are cut at white space
 */
record TextSettings(Tokens tokens, String language, boolean lowercase, boolean lines) {
  private static final String LINES = "lines";

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
      case WHITESPACE -> new CutTokenizer(normalizer, lines);
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
    return new TextSettings(tokens, language, false, lines);
  }

  private WordBoundaries boundaries() {
    return new WordBoundaries(TextNormalizer.locale(language));
  }

  /** Returns the settings as a model file keeps them. */
  Map<String, String> stored() {
    Map<String, String> stored = new HashMap<>();
    stored.put("tokens", tokens.name());
    stored.put("language", language);
    stored.put("lowercase", Boolean.toString(lowercase));
    if (lines) {
      stored.put(LINES, "true");
    }
    return stored;
  }

  /**
   * Returns the settings that were stored.
   *
   * @throws IllegalArgumentException if one is missing or senseless
   */
  static TextSettings of(StoredCodec stored) {
    Tokens tokens = tokens(stored);
    boolean lines = stored.settings().containsKey(LINES) && StoredCodecs.flag(stored, LINES);
    if (lines && tokens != Tokens.WHITESPACE) {
      throw StoredCodecs.badSetting(stored, "tokens", tokens.name(), "WHITESPACE, as it has lines");
    }
    return new TextSettings(
        tokens,
        StoredCodecs.setting(stored, "language"),
        StoredCodecs.flag(stored, "lowercase"),
        lines);
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
