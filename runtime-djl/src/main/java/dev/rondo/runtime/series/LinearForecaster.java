package dev.rondo.runtime.series;

import java.util.List;
import java.util.Optional;

/**
 * The linear baseline: each step of the horizon is a linear function of the values of the window
 * before the origin, one for all series, by ridge regression.
 *
 * <p>All is chosen inside the training parts. A fifth at their end decides between penalties, and
 * between values as they are and values less the window's last; then all of training is fitted.
 * Where training has less than twice as many windows as the window has values, shorter windows
 * compete in the same way.
 */
public final class LinearForecaster implements Forecaster {
  private static final double TAIL = 0.2;
  private static final long ENOUGH = 2;
  private static final int PENALTIES = 15;

  private final SplitSeries series;
  private final int window;
  private final int horizon;
  private final boolean centred;
  private final double penalty;
  private final Ridge ridge;
  private final double mean;
  private final double scale;

  private LinearForecaster(
      SplitSeries series, int horizon, Choice choice, Ridge ridge, double mean, double scale) {
    this.series = series;
    this.window = choice.window;
    this.horizon = horizon;
    this.centred = choice.centred;
    this.penalty = choice.penalty;
    this.ridge = ridge;
    this.mean = mean;
    this.scale = scale;
  }

  /** What was chosen, and its mean squared error on the tail, of standardised values. */
  private record Choice(int window, boolean centred, double penalty, double error) {}

  /**
   * Learns from the training parts.
   *
   * @param window how many values it reads, at least 1
   * @param horizon how many steps it forecasts, at least 1
   * @return nothing if no training part holds a value after which the horizon fits, twice
   */
  public static Optional<LinearForecaster> fit(SplitSeries series, int window, int horizon) {
    double[] moments = meanAndDeviation(series);
    double mean = moments[0];
    double scale = moments[1];
    Choice best = null;
    for (int width = window; width >= 1; width = width * 3 / 4) {
      WindowMoments head = new WindowMoments(width + horizon, mean, scale);
      WindowMoments tail = new WindowMoments(width + horizon, mean, scale);
      for (int s = 0; s < series.count(); s++) {
        int tailStart = tailStart(series.cut(s), horizon);
        head.add(series.array(s), 0, tailStart);
        tail.add(series.array(s), Math.max(0, tailStart - width), series.cut(s));
      }
      if (head.windows() > 0 && tail.windows() > 0) {
        Choice choice = choose(head, tail, width, horizon);
        best = best == null || choice.error < best.error ? choice : best;
        if (head.windows() >= ENOUGH * width) {
          break;
        }
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    WindowMoments whole = new WindowMoments(best.window + horizon, mean, scale);
    for (int s = 0; s < series.count(); s++) {
      whole.add(series.array(s), 0, series.cut(s));
    }
    WindowMoments fitted = best.centred ? whole.centredOn(best.window - 1) : whole;
    Ridge ridge = Ridge.solve(fitted, best.window, horizon, best.penalty);
    return Optional.of(new LinearForecaster(series, horizon, best, ridge, mean, scale));
  }

  private static int tailStart(int cut, int horizon) {
    return Math.max(0, cut - Math.max(horizon, (int) Math.round(TAIL * cut)));
  }

  private static Choice choose(WindowMoments head, WindowMoments tail, int width, int horizon) {
    Choice best = new Choice(width, true, 1, Double.POSITIVE_INFINITY);
    for (boolean centred : new boolean[] {true, false}) {
      WindowMoments learned = centred ? head.centredOn(width - 1) : head;
      WindowMoments judged = centred ? tail.centredOn(width - 1) : tail;
      for (int i = 0; i < PENALTIES; i++) {
        double penalty = Math.pow(10, i / 2.0 - 5); // 1e-5 to 100
        double error = Ridge.solve(learned, width, horizon, penalty).squaredError(judged);
        if (error < best.error) {
          best = new Choice(width, centred, penalty, error);
        }
      }
    }
    return best;
  }

  /** Returns what was learned. */
  public LinearWeights weights() {
    return LinearWeights.of(window(), horizon, centred(), mean, scale, ridge.flat());
  }

  /** Returns how many values it reads; fewer than it was asked for if training is short. */
  public int window() {
    return window;
  }

  /** Returns whether it reads values less the last one of their window. */
  public boolean centred() {
    return centred;
  }

  /** Returns the penalty, relative to the mean variance of the values of a window. */
  public double penalty() {
    return penalty;
  }

  /**
   * {@inheritDoc} A missing value of the window is the last one before it, or the first known one
   * where none is before it; so is what is before the first step.
   */
  @Override
  public double[][] forecast(List<Origin> origins) {
    double[][] rows = new double[origins.size()][horizon];
    double[] values = new double[window];
    for (int i = 0; i < rows.length; i++) {
      Origin origin = origins.get(i);
      fill(values, series.array(origin.series()), origin.position());
      double last = centred ? values[window - 1] : 0;
      for (int t = 0; t < window; t++) {
        values[t] -= last;
      }
      for (int step = 0; step < horizon; step++) {
        rows[i][step] = (ridge.apply(step, values) + last) * scale + mean;
      }
    }
    return rows;
  }

  private void fill(double[] window, double[] values, int position) {
    double known = Double.NaN;
    for (int t = position - window.length; t >= 0 && Double.isNaN(known); t--) {
      known = values[t];
    }
    for (int t = Math.max(0, position - window.length); Double.isNaN(known); t++) {
      known = values[t];
    }
    for (int i = 0; i < window.length; i++) {
      int t = position - window.length + i;
      if (t >= 0 && !Double.isNaN(values[t])) {
        known = values[t];
      }
      window[i] = (known - mean) / scale;
    }
  }

  private static double[] meanAndDeviation(SplitSeries series) {
    long count = 0;
    double mean = 0;
    double squares = 0;
    for (int s = 0; s < series.count(); s++) {
      for (int t = 0; t < series.cut(s); t++) {
        double value = series.value(s, t);
        if (!Double.isNaN(value)) {
          count++;
          double from = value - mean;
          mean += from / count;
          squares += from * (value - mean);
        }
      }
    }
    double deviation = count == 0 ? 0 : Math.sqrt(squares / count);
    return new double[] {mean, deviation > 0 ? deviation : 1};
  }
}
