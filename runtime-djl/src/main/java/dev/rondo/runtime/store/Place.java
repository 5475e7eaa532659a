package dev.rondo.runtime.store;

import dev.rondo.runtime.data.Wording;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where in which file something is wrong: what every error message begins with.
 *
 * @param kind what the file is, such as {@code model file}
 * @param file the file as the user knows it
 * @param entry the entry in it; null for the file as a whole
 */
record Place(String kind, String file, @Nullable String entry) {
  private static final int LONGEST = 200;

  private static final String MODEL_FILE = "model file";

  static Place of(Path file) {
    return new Place(MODEL_FILE, Wording.file(file), null);
  }

  static Place ofCheckpoint(Path file) {
    return new Place("checkpoint", Wording.file(file), null);
  }

  /** A stream has no name. */
  static Place ofStream() {
    return new Place(MODEL_FILE, "(read from a stream)", null);
  }

  Place in(String entryName) {
    return new Place(kind, file, entryName);
  }

  ModelFileException wrong(String what) {
    return wrong(what, null);
  }

  ModelFileException wrong(String what, @Nullable Throwable cause) {
    String inside = entry == null ? "" : ", entry " + quote(entry);
    return new ModelFileException(kind + " " + file + inside + ": " + what, cause);
  }

  /** Quotes what a file says, as {@link #clean} leaves it. */
  static String quote(String text) {
    return '"' + clean(text) + '"';
  }

  /** Returns what a file says without control characters and not too long. */
  static String clean(String text) {
    StringBuilder cleaned = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              if (TokenLines.isPlain(c)) {
                cleaned.appendCodePoint(c);
              } else {
                cleaned.append(TokenLines.unicodeEscape(c));
              }
            });
    if (text.codePointCount(0, text.length()) > LONGEST) {
      cleaned.append("...");
    }
    return cleaned.toString();
  }
}
