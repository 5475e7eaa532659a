package dev.rondo.runtime.kernel;

/**
 * How a token is drawn from a language model's probabilities.
 *
 * @param temperature above 0; what scores are divided by before the softmax. Below 1 likely tokens
 *     become likelier still.
 * @param topK only this many of the likeliest tokens can be drawn (Fan et al. 2018, "Hierarchical
 *     neural story generation"); 0 for all
 * @param topP in (0, 1]: of these only the likeliest whose probabilities, made to sum to 1 again,
 *     together reach this (Holtzman et al. 2020, "The curious case of neural text degeneration"); 1
 *     for all
 */
public record SamplingSettings(double temperature, int topK, double topP) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException naming the first that is out of its range
   */
  public SamplingSettings {
    check(
        temperature > 0 && temperature < Double.POSITIVE_INFINITY,
        "temperature",
        temperature,
        "above 0");
    check(topK >= 0, "topK", topK, "0 or more");
    check(topP > 0 && topP <= 1, "topP", topP, "in (0, 1]");
  }

  private static void check(boolean right, String name, Number value, String range) {
    if (!right) {
      throw new IllegalArgumentException(name + " is " + value + ", must be " + range);
    }
  }
}
