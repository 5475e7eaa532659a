package dev.rondo.runtime.forecast;

import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;

/** Reads the settings of forecasts that model files keep. */
final class ForecastSettings {
  private ForecastSettings() {}

  /** Checks that a setting is what the model says. */
  static void require(StoredCodec stored, String setting, String expected) {
    String found = StoredCodecs.setting(stored, setting);
    if (!found.equals(expected)) {
      throw StoredCodecs.badSetting(stored, setting, found, expected);
    }
  }

  static double notNegative(StoredCodec stored, String setting) {
    double number = StoredCodecs.number(stored, setting);
    if (number < 0) {
      throw StoredCodecs.badSetting(stored, setting, Double.toString(number), "0 or more");
    }
    return number;
  }

  /** Returns a number of steps, of which no file makes us ask for more memory than this needs. */
  static int count(StoredCodec stored, String setting, int least) {
    double count = StoredCodecs.number(stored, setting);
    if (count < least || count > ForecastCodec.LARGEST || count != (int) count) {
      throw StoredCodecs.badSetting(
          stored,
          setting,
          StoredCodecs.setting(stored, setting),
          least + " to " + ForecastCodec.LARGEST);
    }
    return (int) count;
  }
}
