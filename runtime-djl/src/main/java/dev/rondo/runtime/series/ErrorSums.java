package dev.rondo.runtime.series;

/** Sums from which {@link ErrorScores} are made. */
final class ErrorSums {
  private long values;
  private double absolute;
  private double squared;
  private double symmetric;
  private double scaled;
  private long scaledValues;

  /**
   * Adds a value and its forecast.
   *
   * @param scale what the error is divided by; NaN if there is nothing to divide by
   */
  void add(double actual, double forecast, double scale) {
    double error = Math.abs(actual - forecast);
    double size = Math.abs(actual) + Math.abs(forecast);
    values++;
    absolute += error;
    squared += error * error;
    symmetric += size == 0 ? 0 : 200 * error / size;
    if (!Double.isNaN(scale)) {
      scaled += error / scale;
      scaledValues++;
    }
  }

  void add(ErrorSums other) {
    values += other.values;
    absolute += other.absolute;
    squared += other.squared;
    symmetric += other.symmetric;
    scaled += other.scaled;
    scaledValues += other.scaledValues;
  }

  ErrorScores scores() {
    return new ErrorScores(
        values,
        absolute / values,
        Math.sqrt(squared / values),
        symmetric / values,
        scaled / scaledValues);
  }
}
