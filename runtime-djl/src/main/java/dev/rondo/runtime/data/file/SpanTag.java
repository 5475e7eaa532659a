package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.answer.TagScheme.Part;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a file, taken apart.
 *
 * @param part what it is of a name
 * @param label what the name is; empty outside of names
 */
record SpanTag(Part part, String label) {
  private static final Pattern INSIDE =
      Pattern.compile("([BIESLU])[-_](.+)", Pattern.CASE_INSENSITIVE);

  static final SpanTag OUTSIDE = new SpanTag(Part.O, "");

  /** Returns the tag; null if it is none of a name. */
  static @Nullable SpanTag parse(String tag) {
    if (tag.equalsIgnoreCase("O")) {
      return OUTSIDE;
    }
    Matcher inside = INSIDE.matcher(tag);
    return inside.matches()
        ? new SpanTag(part(inside.group(1).toUpperCase(Locale.ROOT)), inside.group(2))
        : null;
  }

  private static Part part(String letter) {
    return switch (letter) {
      case "L" -> Part.E;
      case "U" -> Part.S;
      default -> Part.valueOf(letter);
    };
  }

  /** Returns whether a name is begun that this tag does not end. */
  boolean isOpen() {
    return part == Part.B || part == Part.I;
  }

  boolean isOutside() {
    return part == Part.O;
  }

  boolean isOf(SpanTag other) {
    return label.equals(other.label);
  }

  @Override
  public String toString() {
    return isOutside() ? "O" : part + "-" + label;
  }
}
