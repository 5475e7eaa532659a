package dev.rondo.runtime.series;

import java.util.Arrays;

/**
 * Finds how many steps a season has, from the training parts alone.
 *
 * <p>A season is a peak of the autocorrelation: no lag from half to one and a half times as far
 * correlates more. The peaks of the values without their straight trend and those of their
 * differences each propose one, the shortest that is at least nine tenths of the highest; taken is
 * the one over which differences vary less. Without a peak above 0.1 and four standard errors it is
 * 1.
 */
final class Season {
  private static final double LEAST = 0.1;
  private static final double ERRORS = 4;
  private static final double NEARLY_HIGHEST = 0.9;
  private static final int LONGEST = 10_000;
  private static final long MOST_PRODUCTS = 500_000_000;

  private Season() {}

  static int find(SplitSeries series) {
    int ofLevels = peak(series, false);
    int ofDifferences = peak(series, true);
    if (ofLevels == 1 || ofDifferences == 1) {
      return Math.max(ofLevels, ofDifferences);
    }
    return spread(series, ofLevels) <= spread(series, ofDifferences) ? ofLevels : ofDifferences;
  }

  /** Returns the mean absolute difference of values of a training part that are a lag apart. */
  static double difference(SplitSeries series, int s, int lag) {
    double sum = 0;
    long pairs = 0;
    for (int t = lag; t < series.cut(s); t++) {
      double difference = Math.abs(series.value(s, t) - series.value(s, t - lag));
      if (!Double.isNaN(difference)) {
        sum += difference;
        pairs++;
      }
    }
    return sum / pairs;
  }

  /** Returns how far differences over a lag are from their mean, which a trend may give them. */
  private static double spread(SplitSeries series, int lag) {
    double sum = 0;
    double squares = 0;
    long pairs = 0;
    for (int s = 0; s < series.count(); s++) {
      for (int t = lag; t < series.cut(s); t++) {
        double difference = series.value(s, t) - series.value(s, t - lag);
        if (!Double.isNaN(difference)) {
          sum += difference;
          squares += difference * difference;
          pairs++;
        }
      }
    }
    return squares / pairs - (sum / pairs) * (sum / pairs);
  }

  private static int peak(SplitSeries series, boolean differences) {
    int longest = 0;
    long values = 0;
    for (int s = 0; s < series.count(); s++) {
      longest = Math.max(longest, series.cut(s));
      values += series.cut(s);
    }
    int lags = (int) Math.min(Math.min(longest / 2, LONGEST), MOST_PRODUCTS / Math.max(values, 1));
    if (lags < 3) {
      return 1;
    }
    double[] products = new double[lags + 1];
    double[] squares = new double[lags + 1];
    for (int s = 0; s < series.count(); s++) {
      double[] part = Arrays.copyOf(series.array(s), series.cut(s));
      addProducts(centred(differences ? differences(part) : part), products, squares);
    }
    double[] correlations = new double[lags + 1];
    for (int lag = 1; lag <= lags; lag++) {
      correlations[lag] = squares[lag] > 0 ? products[lag] / squares[lag] : 0;
    }
    return highest(correlations, Math.max(LEAST, ERRORS / Math.sqrt((double) values)));
  }

  private static void addProducts(double[] values, double[] products, double[] squares) {
    double square = 0;
    for (double value : values) {
      square += value * value;
    }
    int lags = Math.min(products.length - 1, values.length / 2);
    for (int lag = 1; lag <= lags; lag++) {
      double product = 0;
      for (int t = lag; t < values.length; t++) {
        product += values[t] * values[t - lag];
      }
      products[lag] += product;
      squares[lag] += square;
    }
  }

  private static int highest(double[] correlations, double least) {
    int lags = correlations.length - 1;
    double highest = least;
    boolean[] peaks = new boolean[lags + 1];
    for (int lag = 2; lag + (lag + 1) / 2 <= lags; lag++) {
      peaks[lag] = correlations[lag] > least && isPeak(correlations, lag);
      if (peaks[lag]) {
        highest = Math.max(highest, correlations[lag]);
      }
    }
    for (int lag = 2; lag <= lags; lag++) {
      if (peaks[lag] && correlations[lag] >= NEARLY_HIGHEST * highest) {
        return lag;
      }
    }
    return 1;
  }

  private static boolean isPeak(double[] correlations, int lag) {
    for (int other = lag / 2; other <= lag + (lag + 1) / 2; other++) {
      if (correlations[other] > correlations[lag]) {
        return false;
      }
    }
    return true;
  }

  private static double[] differences(double[] values) {
    double[] differences = new double[Math.max(values.length - 1, 0)];
    for (int t = 0; t < differences.length; t++) {
      differences[t] = values[t + 1] - values[t];
    }
    return differences;
  }

  /** Returns the values without their least-squares line; what is missing lies on it. */
  private static double[] centred(double[] values) {
    double count = 0;
    double meanTime = 0;
    double mean = 0;
    for (int t = 0; t < values.length; t++) {
      if (!Double.isNaN(values[t])) {
        count++;
        meanTime += (t - meanTime) / count;
        mean += (values[t] - mean) / count;
      }
    }
    double covariance = 0;
    double variance = 0;
    for (int t = 0; t < values.length; t++) {
      if (!Double.isNaN(values[t])) {
        covariance += (t - meanTime) * (values[t] - mean);
        variance += (t - meanTime) * (t - meanTime);
      }
    }
    double slope = variance > 0 ? covariance / variance : 0;
    double[] centred = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      centred[t] = Double.isNaN(values[t]) ? 0 : values[t] - mean - slope * (t - meanTime);
    }
    return centred;
  }
}
