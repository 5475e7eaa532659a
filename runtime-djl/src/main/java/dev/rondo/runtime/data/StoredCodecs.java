package dev.rondo.runtime.data;

/** What restoring has in common for all codecs. */
public final class StoredCodecs {
  private StoredCodecs() {}

  /**
   * Checks what kind of codec was stored.
   *
   * @throws IllegalArgumentException if it is another kind
   */
  public static void checkKind(StoredCodec stored, String kind) {
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
  public static String setting(StoredCodec stored, String name) {
    String value = stored.settings().get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "stored codec of kind \"%s\" lacks the setting \"%s\"".formatted(stored.kind(), name));
    }
    return value;
  }

  /**
   * Returns a setting that is a number.
   *
   * @throws IllegalArgumentException if it is missing, or no finite number
   */
  public static double number(StoredCodec stored, String name) {
    return number(stored, name, setting(stored, name));
  }

  /**
   * Returns a setting that is so many numbers with spaces between them.
   *
   * @throws IllegalArgumentException if it is missing, has more or fewer, or one is no finite
   *     number
   */
  public static double[] numbers(StoredCodec stored, String name, int size) {
    String[] parts = setting(stored, name).split(" ", -1);
    if (parts.length != size) {
      throw new IllegalArgumentException(
          "stored codec of kind \"%s\" has %s numbers in %s, expected %s"
              .formatted(stored.kind(), parts.length, name, size));
    }
    double[] numbers = new double[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = number(stored, name, parts[i]);
    }
    return numbers;
  }

  private static double number(StoredCodec stored, String name, String text) {
    double number = Double.NaN;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      // is no number
    }
    if (!Double.isFinite(number)) {
      throw badSetting(stored, name, text, "a finite number");
    }
    return number;
  }

  /**
   * Returns a setting that is {@code true} or {@code false}.
   *
   * @throws IllegalArgumentException if it is missing or something else
   */
  public static boolean flag(StoredCodec stored, String name) {
    String value = setting(stored, name);
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw badSetting(stored, name, value, "true or false");
    };
  }

  /** Returns the error of a setting that has another value than it may have. */
  public static IllegalArgumentException badSetting(
      StoredCodec stored, String name, String value, String expected) {
    return new IllegalArgumentException(
        "stored codec of kind \"%s\" has %s = %s, expected %s"
            .formatted(stored.kind(), name, Wording.quote(value), expected));
  }
}
