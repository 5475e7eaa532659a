package dev.rondo.runtime.data.feature;

/**
 * Encodes one step of an input: {@code (remembered, features, symbols) -> encoder.encode(reading,
 * …)}.
 */
@FunctionalInterface
public interface StepEncoding {
  /**
   * Encodes the step.
   *
   * @param remembered what is known of the steps before; what is to be known afterwards
   * @param features where its features go
   * @param symbols where its symbols go
   * @throws IllegalArgumentException if it cannot be encoded
   */
  void encode(double[] remembered, float[] features, int[] symbols);
}
