package characters;

/** A language. */
public enum Language {
  DUTCH,
  ENGLISH,
  FRENCH
}
