package dev.rondo.runtime.data.text;

import java.util.List;

/** Cuts a text into its Unicode code points, white space included. */
record CharacterTokenizer(TextNormalizer normalizer) implements Tokenizer {
  @Override
  public List<String> tokens(String text) {
    return normalizer.normalize(text).codePoints().mapToObj(Character::toString).toList();
  }

  @Override
  public Joiner joiner() {
    return token -> token;
  }
}
