package dev.rondo.runtime.data.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import java.util.List;

/**
 * Cuts a text into words, numbers, single punctuation marks and whole emoji. White space, control
 * and invisible format characters that stand alone are no tokens: they only separate.
 */
record WordTokenizer(WordBoundaries boundaries, TextNormalizer normalizer, String language)
    implements Tokenizer {
  @Override
  public List<String> tokens(String text) {
    return boundaries.cut(normalizer.normalize(text)).stream()
        .filter(segment -> !segment.codePoints().allMatch(WordTokenizer::separates))
        .toList();
  }

  private static boolean separates(int character) {
    int type = UCharacter.getType(character);
    return type == UCharacterCategory.CONTROL
        || type == UCharacterCategory.FORMAT
        || UCharacter.isUWhiteSpace(character);
  }

  @Override
  public Joiner joiner() {
    return new WordSpacing(language);
  }
}
