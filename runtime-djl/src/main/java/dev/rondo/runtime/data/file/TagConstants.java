package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the constants that tags are called like: exactly, else ignoring case with each {@code -}
 * and {@code :} read as {@code _}, if only one is meant.
 */
final class TagConstants {
  private final List<String> constants;

  /** By how they are spelled; empty where several are spelled so. */
  private final Map<String, String> spelled = new TreeMap<>();

  /** The constants of tags that were found, which are few. */
  private final Map<String, String> known = new HashMap<>();

  TagConstants(List<String> constants) {
    this.constants = constants;
    for (String constant : constants) {
      spelled.merge(spelling(constant), constant, (one, other) -> "");
    }
    constants.forEach(constant -> known.put(constant, constant));
  }

  private static String spelling(String tag) {
    return tag.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(':', '_');
  }

  /** Returns the name of the constant; null if there is none, or several are spelled so. */
  @Nullable String of(String tag) {
    String before = known.get(tag);
    if (before != null) {
      return before;
    }
    String constant = spelled.getOrDefault(spelling(tag), "");
    if (constant.isEmpty()) {
      return null;
    }
    known.put(tag, constant);
    return constant;
  }

  /** Returns what was expected in place of a tag that is no constant. */
  String expected(String tag) {
    return "%s.%s".formatted(Wording.list(constants), Wording.didYouMean(spelling(tag), constants));
  }
}
