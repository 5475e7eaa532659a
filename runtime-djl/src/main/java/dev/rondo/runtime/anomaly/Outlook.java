package dev.rondo.runtime.anomaly;

/**
 * What all numbers are expected to be before the network says its part: means and units, in the
 * order of the network's scores.
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares or changes them
record Outlook(double[] means, double[] units) {
  /**
   * Returns what is expected behind a place.
   *
   * @param values of each number those of all steps
   * @param start the first step that is read
   * @param position how many of these are before the place
   */
  static Outlook of(AnomalyCodec<?> codec, double[][] values, int start, int position) {
    int numbers = codec.outlooks().size();
    double[] means = new double[codec.numbers()];
    double[] units = new double[codec.numbers()];
    int from = Math.max(start, position - codec.window());
    for (int n = 0; n < numbers; n++) {
      NumberOutlook outlook = codec.outlooks().get(n);
      double[] both = outlook.means(values[n], from, position, codec.ahead());
      for (int lead = 0; lead < codec.leads(); lead++) {
        means[lead * numbers + n] = both[lead];
        // so that half the square of a deviation is the square of a unit
        units[lead * numbers + n] = outlook.deviations()[lead] * Math.sqrt(2);
      }
    }
    return new Outlook(means, units);
  }
}
