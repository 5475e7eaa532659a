package dev.rondo.runtime.data;

/** What restoring has in common for all codecs. */
final class StoredCodecs {
  private StoredCodecs() {}

  /**
   * Checks what kind of codec was stored.
   *
   * @throws IllegalArgumentException if it is another kind
   */
  static void checkKind(StoredCodec stored, String kind) {
    if (!stored.kind().equals(kind)) {
      throw new IllegalArgumentException(
          "stored codec is of kind %s, expected \"%s\""
              .formatted(Wording.quote(stored.kind()), kind));
    }
  }

  /**
   * Returns a setting.
   *
   * @throws IllegalArgumentException if it is missing
   */
  static String setting(StoredCodec stored, String name) {
    String value = stored.settings().get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "stored codec of kind \"%s\" lacks the setting \"%s\"".formatted(stored.kind(), name));
    }
    return value;
  }

  /**
   * Returns a setting that is {@code true} or {@code false}.
   *
   * @throws IllegalArgumentException if it is missing or something else
   */
  static boolean flag(StoredCodec stored, String name) {
    String value = setting(stored, name);
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw badSetting(stored, name, value, "true or false");
    };
  }

  static IllegalArgumentException badSetting(
      StoredCodec stored, String name, String value, String expected) {
    return new IllegalArgumentException(
        "stored codec of kind \"%s\" has %s = %s, expected %s"
            .formatted(stored.kind(), name, Wording.quote(value), expected));
  }
}
