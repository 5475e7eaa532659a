package dev.rondo.samples.corpora.translation.grammar;

/** The grammatical gender of a French noun. */
enum Gender {
  MASCULINE,
  FEMININE;

  /** Reads the gender column of the lexicon: m, f, with a star for an aspirated h. */
  static Gender parse(String column) {
    return switch (column) {
      case "m", "m*" -> MASCULINE;
      case "f", "f*" -> FEMININE;
      default ->
          throw new IllegalArgumentException(
              "\"" + column + "\" is no gender; write m, f, m* or f*");
    };
  }
}
