package dev.rondo.runtime.forecast;

import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;
import dev.rondo.runtime.series.LinearForecaster;
import dev.rondo.runtime.series.LinearWeights;
import dev.rondo.runtime.series.SplitSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a network's forecasts start from: a linear function of the values of the window, learned
 * from the training series by ridge regression before the network is, which learns what is left.
 * Recurrent networks are slow to learn what is linear, and series are so for the most part (Zhang
 * 2003, "Time series forecasting using a hybrid ARIMA and neural network model"; the autoregressive
 * part of Lai et al. 2018, "Modeling long- and short-term temporal patterns"). Where training is
 * too short for one it is the last known value. Immutable.
 */
final class Base {
  private static final String WINDOW = "linearWindow";
  private static final String CENTRED = "linearCentred";
  private static final String MEAN = "linearMean";
  private static final String SCALE = "linearScale";
  private static final String WEIGHTS = "linearWeights";

  /** What model files keep of it. */
  static final Set<String> SETTINGS = Set.of(WINDOW, CENTRED, MEAN, SCALE, WEIGHTS);

  /** More would be more than the network itself. */
  private static final int MOST_WEIGHTS = 1 << 18;

  private final @Nullable LinearWeights linear;

  private Base(@Nullable LinearWeights linear) {
    this.linear = linear;
  }

  /** Returns that forecasts start from the last known value. */
  static Base lastValue() {
    return new Base(null);
  }

  /** Learns from the values of the training series. */
  static Base learn(List<double[]> series, int window, int horizon) {
    if (series.isEmpty() || (long) window * horizon > MOST_WEIGHTS) {
      return new Base(null);
    }
    int[] ends = series.stream().mapToInt(values -> values.length).toArray();
    return new Base(
        LinearForecaster.fit(SplitSeries.of(series, ends), window, horizon)
            .map(LinearForecaster::weights)
            .orElse(null));
  }

  /** Returns the forecast of a window, in the user's units. */
  double[] forecast(double[] values, int from, int position, int horizon) {
    if (linear != null) {
      return linear.forecast(values, from, position);
    }
    double last = Double.NaN;
    for (int t = position - 1; t >= from && Double.isNaN(last); t--) {
      last = values[t];
    }
    double[] forecast = new double[horizon];
    Arrays.fill(forecast, Double.isNaN(last) ? 0 : last);
    return forecast;
  }

  /**
   * Keeps it.
   *
   * @param prefix of its settings: none where one number is forecast
   */
  void store(Map<String, String> settings, String prefix) {
    if (linear != null) {
      settings.put(prefix + WINDOW, Integer.toString(linear.window()));
      settings.put(prefix + CENTRED, Boolean.toString(linear.centred()));
      settings.put(prefix + MEAN, Double.toString(linear.mean()));
      settings.put(prefix + SCALE, Double.toString(linear.scale()));
      settings.put(
          prefix + WEIGHTS,
          Arrays.stream(linear.values())
              .mapToObj(Double::toString)
              .collect(Collectors.joining(" ")));
    }
  }

  /**
   * Returns what was stored.
   *
   * @throws IllegalArgumentException if it is damaged
   */
  static Base restore(StoredCodec stored, String prefix, int horizon) {
    if (!stored.settings().containsKey(prefix + WEIGHTS)) {
      return new Base(null);
    }
    double window = StoredCodecs.number(stored, prefix + WINDOW);
    if (window < 1 || window * horizon > MOST_WEIGHTS || window != (int) window) {
      throw StoredCodecs.badSetting(
          stored,
          prefix + WINDOW,
          StoredCodecs.setting(stored, prefix + WINDOW),
          "a number of steps");
    }
    return new Base(
        LinearWeights.of(
            (int) window,
            horizon,
            StoredCodecs.flag(stored, prefix + CENTRED),
            StoredCodecs.number(stored, prefix + MEAN),
            StoredCodecs.number(stored, prefix + SCALE),
            StoredCodecs.numbers(stored, prefix + WEIGHTS, horizon * ((int) window + 1))));
  }
}
