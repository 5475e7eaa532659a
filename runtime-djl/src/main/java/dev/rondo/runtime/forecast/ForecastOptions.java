package dev.rondo.runtime.forecast;

/**
 * What a trainer says of a forecast in place of the model's annotations.
 *
 * @param window how many steps the network reads, at most; 0 as annotated
 * @param horizon how many steps are forecast; 0 as annotated
 * @param season after how many steps the series repeats itself; 1 if it does not, 0 to find it
 * @param linear whether forecasts start from linear ones; else from the last known value
 */
public record ForecastOptions(int window, int horizon, int season, boolean linear) {
  /**
   * Returns that all is as annotated, the season is found, and forecasts start from linear ones.
   */
  public static ForecastOptions none() {
    return new ForecastOptions(0, 0, 0, true);
  }

  /** Returns the same with another window. */
  public ForecastOptions withWindow(int steps) {
    return new ForecastOptions(steps, horizon, season, linear);
  }

  /** Returns the same with another horizon. */
  public ForecastOptions withHorizon(int steps) {
    return new ForecastOptions(window, steps, season, linear);
  }

  /** Returns the same with a season that is told. */
  public ForecastOptions withSeason(int steps) {
    return new ForecastOptions(window, horizon, steps, linear);
  }

  /** Returns the same, starting from linear forecasts or from the last known value. */
  public ForecastOptions withLinear(boolean on) {
    return new ForecastOptions(window, horizon, season, on);
  }

  /** Returns the options for people, and for what a checkpoint must agree with. */
  @Override
  public String toString() {
    return "window "
        + (window == 0 ? "as annotated" : window)
        + ", horizon "
        + (horizon == 0 ? "as annotated" : horizon)
        + ", season "
        + (season == 0 ? "found" : season)
        + (linear ? ", from linear forecasts" : ", from the last value");
  }
}
