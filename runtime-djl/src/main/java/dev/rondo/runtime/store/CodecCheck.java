package dev.rondo.runtime.store;

import dev.rondo.runtime.data.StorableCodec;
import dev.rondo.runtime.data.StoredCodec;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares a codec with what the signature says of it, in words such as {@code text(tokens = WORDS,
 * lowercase = true)}: the kind and its settings. A setting that is not told there is at its
 * default, which is {@code false} or nothing, or learned.
 */
final class CodecCheck {
  private static final Pattern LINE = Pattern.compile("([^( ]+)(?:\\((.*)\\))?");

  private static final Pattern SETTING = Pattern.compile("(\\w+) = (.*?)(?=, \\w+ = |$)");

  private CodecCheck() {}

  /**
   * Checks a codec.
   *
   * @param name of the input or output
   * @param line what the signature says
   * @throws ModelFileException if the codec is another one, naming what differs
   */
  static void check(String name, String line, StorableCodec restored, Place place) {
    StoredCodec codec = restored.stored();
    Matcher told = LINE.matcher(line);
    if (!told.matches() || !told.group(1).equals(codec.kind())) {
      throw place.wrong(
          "codec \"%s\" is of kind %s, but the signature says %s"
              .formatted(name, Place.quote(codec.kind()), Place.quote(line)));
    }
    Map<String, String> expected = settings(told.group(2));
    Map<String, String> found = new TreeMap<>(codec.settings());
    found.keySet().removeAll(restored.learned());
    expected.keySet().forEach(setting -> found.putIfAbsent(setting, ""));
    found.forEach(
        (setting, value) -> {
          String wanted = expected.get(setting);
          boolean fits =
              wanted == null ? value.isEmpty() || value.equals("false") : value.equals(wanted);
          if (!fits) {
            throw place.wrong(
                "codec \"%s\" has %s = %s, but the signature says %s"
                    .formatted(name, Place.clean(setting), Place.quote(value), Place.quote(line)));
          }
        });
  }

  private static Map<String, String> settings(@Nullable String text) {
    Map<String, String> settings = new HashMap<>();
    if (text != null) {
      Matcher setting = SETTING.matcher(text);
      while (setting.find()) {
        settings.put(setting.group(1), setting.group(2));
      }
    }
    return settings;
  }
}
