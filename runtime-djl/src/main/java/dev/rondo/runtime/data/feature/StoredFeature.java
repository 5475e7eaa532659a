package dev.rondo.runtime.data.feature;

import dev.rondo.runtime.data.StoredCodec;
import java.util.List;
import java.util.Map;

/**
 * What a model file keeps of one feature, read with doubt: every error names the feature.
 *
 * @param name its dotted name
 */
record StoredFeature(String name, StoredCodec codec) {
  /**
   * Returns what is stored under that name.
   *
   * @throws IllegalArgumentException if nothing is, or it is of another kind
   */
  static StoredFeature of(Map<String, StoredCodec> stored, String name, String kind) {
    StoredCodec codec = stored.get(name);
    if (codec == null) {
      throw new IllegalArgumentException(
          "there is no codec \"" + name + "\": the model was trained without it");
    }
    StoredFeature feature = new StoredFeature(name, codec);
    if (!codec.kind().equals(kind)) {
      throw feature.wrong("is of kind \"" + codec.kind() + "\", expected \"" + kind + "\"");
    }
    return feature;
  }

  IllegalArgumentException wrong(String problem) {
    return new IllegalArgumentException("codec \"" + name + "\" " + problem);
  }

  /** Returns a setting. */
  String setting(String setting) {
    String value = codec.settings().get(setting);
    if (value == null) {
      throw wrong("lacks the setting \"" + setting + "\"");
    }
    return value;
  }

  /** Checks a setting that the model's source fixes; what is not stored counts as empty. */
  void check(String setting, String expected) {
    String found = codec.settings().getOrDefault(setting, "");
    if (!found.equals(expected)) {
      throw wrong(
          "was trained with %s = \"%s\", but the model now has \"%s\". Restore it, or train again."
              .formatted(setting, found, expected));
    }
  }

  /** Returns a setting that is a finite number. */
  double number(String setting) {
    return number(setting, setting(setting));
  }

  /** Returns a setting that is a finite number and not negative. */
  double spread(String setting) {
    return notNegative(setting, number(setting));
  }

  /** Returns a setting that is so many finite numbers with spaces between them. */
  double[] numbers(String setting, int size) {
    String[] parts = setting(setting).split(" ", -1);
    if (parts.length != size) {
      throw wrong("has " + parts.length + " numbers in " + setting + ", expected " + size);
    }
    double[] numbers = new double[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = number(setting, parts[i]);
    }
    return numbers;
  }

  /** Returns a setting that is so many finite numbers, none of them negative. */
  double[] spreads(String setting, int size) {
    double[] numbers = numbers(setting, size);
    for (double number : numbers) {
      notNegative(setting, number);
    }
    return numbers;
  }

  /** Returns a setting that is a count of at least 1 and at most that many. */
  int count(String setting, int most) {
    double count = number(setting);
    if (count < 1 || count > most || count != (int) count) {
      throw wrong("has " + setting + " = " + setting(setting) + ", expected 1 to " + most);
    }
    return (int) count;
  }

  /** Returns the entries: names of constants, words. */
  List<String> entries() {
    return codec.entries();
  }

  private double notNegative(String setting, double number) {
    if (number < 0) {
      throw wrong("has " + setting + " = " + number + ", expected 0 or more");
    }
    return number;
  }

  private double number(String setting, String text) {
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw wrong("has " + setting + " = \"" + text + "\", expected a number");
    }
    if (!Double.isFinite(number)) {
      throw wrong("has " + setting + " = " + text + ", expected a finite number");
    }
    return number;
  }
}
