package dev.rondo.runtime.forecast;

/**
 * What a trainer says of a forecast in place of the model's annotations.
 *
 * @param window how many steps the network reads, at most; 0 as annotated
 * @param horizon how many steps are forecast; 0 as annotated
 * @param season after how many steps the series repeats itself; 1 if it does not, 0 to find it
 */
public record ForecastOptions(int window, int horizon, int season) {
  /** Returns that all is as annotated, and the season is found. */
  public static ForecastOptions none() {
    return new ForecastOptions(0, 0, 0);
  }

  /** Returns the same with another window. */
  public ForecastOptions withWindow(int steps) {
    return new ForecastOptions(steps, horizon, season);
  }

  /** Returns the same with another horizon. */
  public ForecastOptions withHorizon(int steps) {
    return new ForecastOptions(window, steps, season);
  }

  /** Returns the same with a season that is told. */
  public ForecastOptions withSeason(int steps) {
    return new ForecastOptions(window, horizon, steps);
  }

  /** Returns the options for people, and for what a checkpoint must agree with. */
  @Override
  public String toString() {
    return "window "
        + (window == 0 ? "as annotated" : window)
        + ", horizon "
        + (horizon == 0 ? "as annotated" : horizon)
        + ", season "
        + (season == 0 ? "found" : season);
  }
}
