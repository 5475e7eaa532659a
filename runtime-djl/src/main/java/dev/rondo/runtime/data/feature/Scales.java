package dev.rondo.runtime.data.feature;

import dev.rondo.data.Fill;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.StoredCodec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a vector is scaled, each place by itself: one feature for each, and behind them an indicator
 * for each if they may be missing. Immutable.
 */
final class Scales {
  /** No file makes us ask for more memory than this needs. */
  private static final int LARGEST = 1 << 20;

  private final Scaling scaling;
  private final @Nullable Fill fill;
  private final Scaler[] scalers;

  // what the loop needs, out of the objects
  private final double[] center;
  private final double[] factor;

  Scales(Scaling scaling, @Nullable Fill fill, Scaler[] scalers) {
    this.scaling = scaling;
    this.fill = fill;
    this.scalers = scalers;
    this.center = Arrays.stream(scalers).mapToDouble(Scaler::center).toArray();
    this.factor = Arrays.stream(scalers).mapToDouble(Scaler::factor).toArray();
  }

  /** Returns how many numbers a vector has. */
  int size() {
    return scalers.length;
  }

  /** Returns how many features a vector becomes. */
  int width() {
    return fill == null ? size() : 2 * size();
  }

  /** Returns how many numbers are remembered from step to step. */
  int stateSize() {
    return fill == Fill.LAST ? size() : 0;
  }

  /**
   * Writes the features of a vector of {@link #size} numbers.
   *
   * @param at the first of its features
   * @param state what is remembered, from {@code remembered} on
   * @throws WrongValue if a number is not finite, naming its place
   */
  void encode(float[] row, float[] features, int at, double[] state, int remembered) {
    if (fill != null || scaling == Scaling.LOG) {
      for (int i = 0; i < row.length; i++) {
        encode(row[i], i, features, at, state, remembered);
      }
      return;
    }
    for (int i = 0; i < row.length; i++) {
      float scaled = (float) ((row[i] - center[i]) * factor[i]) + 0f; // no -0
      if (!(Math.abs(scaled) <= Float.MAX_VALUE)) {
        throw Scaler.wrong(row[i]).place(i);
      }
      features[at + i] = scaled;
    }
  }

  /** As for floats. */
  void encode(double[] row, float[] features, int at, double[] state, int remembered) {
    if (fill != null || scaling == Scaling.LOG) {
      for (int i = 0; i < row.length; i++) {
        encode(row[i], i, features, at, state, remembered);
      }
      return;
    }
    for (int i = 0; i < row.length; i++) {
      float scaled = (float) ((row[i] - center[i]) * factor[i]) + 0f; // no -0
      if (!(Math.abs(scaled) <= Float.MAX_VALUE)) {
        throw Scaler.wrong(row[i]).place(i);
      }
      features[at + i] = scaled;
    }
  }

  private void encode(
      double number, int i, float[] features, int at, double[] state, int remembered) {
    try {
      scale(number, i, features, at, state, remembered);
    } catch (WrongValue e) {
      throw e.place(i);
    }
  }

  /** Writes the features of a number where the size is 1. */
  void encodeOne(double number, float[] features, int at, double[] state, int remembered) {
    scale(number, 0, features, at, state, remembered);
  }

  private void scale(
      double number, int i, float[] features, int at, double[] state, int remembered) {
    if (fill != null && Double.isNaN(number)) {
      missing(i, features, at, state, remembered);
      return;
    }
    features[at + i] = scalers[i].scale(number);
    if (fill == Fill.LAST) {
      state[remembered + i] = features[at + i];
    }
    if (fill != null) {
      features[at + size() + i] = 0; // sessions write over what was there
    }
  }

  /** Writes the one step that an empty sequence is: zeros, missing where they may be. */
  void empty(float[] features) {
    for (int i = 0; fill != null && i < size(); i++) {
      features[size() + i] = 1;
    }
  }

  /** Writes the features of a vector all of whose numbers are missing. */
  void missing(float[] features, int at, double[] state, int remembered) {
    for (int i = 0; i < size(); i++) {
      missing(i, features, at, state, remembered);
    }
  }

  private void missing(int i, float[] features, int at, double[] state, int remembered) {
    features[at + i] = fill == Fill.LAST ? (float) state[remembered + i] : 0;
    features[at + size() + i] = 1;
  }

  /** Returns what a model file keeps. */
  StoredCodec stored(String kind) {
    Map<String, String> settings = new HashMap<>();
    settings.put("width", Integer.toString(size()));
    settings.put("scaling", scaling.name());
    if (fill != null) {
      settings.put(ValueFeature.MISSING, fill.name());
    }
    if (scaling != Scaling.NONE) {
      settings.put(Scaler.centerName(scaling), join(center));
      settings.put(
          Scaler.spreadName(scaling),
          join(Arrays.stream(scalers).mapToDouble(Scaler::spread).toArray()));
    }
    return new StoredCodec(kind, settings, List.of());
  }

  private static String join(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" "));
  }

  /**
   * Returns what was stored.
   *
   * @throws IllegalArgumentException if it is damaged or of another description
   */
  static Scales restore(StoredFeature stored, Scaling scaling, @Nullable Fill fill) {
    return restore(stored, stored.count("width", LARGEST), scaling, fill);
  }

  /**
   * Returns what was stored of vectors of a known size.
   *
   * @throws IllegalArgumentException if it is damaged or of another description
   */
  static Scales restore(StoredFeature stored, int size, Scaling scaling, @Nullable Fill fill) {
    stored.check("scaling", scaling.name());
    stored.check(ValueFeature.MISSING, fill == null ? "" : fill.name());
    Scaler[] scalers = new Scaler[size];
    if (scaling == Scaling.NONE) {
      Arrays.setAll(scalers, i -> new Scaler(scaling, 0, 1));
    } else {
      double[] centers = stored.numbers(Scaler.centerName(scaling), size);
      double[] spreads = stored.spreads(Scaler.spreadName(scaling), size);
      Arrays.setAll(scalers, i -> new Scaler(scaling, centers[i], spreads[i]));
    }
    return new Scales(scaling, fill, scalers);
  }
}
