package dev.rondo.runtime.data.sound;

/**
 * The discrete Fourier transform of as many complex numbers as a power of two, by halves (Cooley
 * and Tukey 1965). Immutable; safe for use by many threads.
 */
final class Fourier {
  private final int size;
  private final int[] places;
  private final double[] cosines;
  private final double[] sines;

  Fourier(int size) {
    this.size = size;
    places = new int[size];
    int bits = Integer.numberOfTrailingZeros(size);
    for (int i = 0; i < size; i++) {
      places[i] = Integer.reverse(i) >>> (32 - bits);
    }
    cosines = new double[size / 2];
    sines = new double[size / 2];
    for (int k = 0; k < size / 2; k++) {
      cosines[k] = Math.cos(2 * Math.PI * k / size);
      sines[k] = -Math.sin(2 * Math.PI * k / size);
    }
  }

  /**
   * Transforms in place.
   *
   * @param real and imaginary parts, (size)
   */
  void transform(double[] real, double[] imaginary) {
    for (int i = 0; i < size; i++) {
      int j = places[i];
      if (j > i) {
        double swapped = real[i];
        real[i] = real[j];
        real[j] = swapped;
        swapped = imaginary[i];
        imaginary[i] = imaginary[j];
        imaginary[j] = swapped;
      }
    }
    for (int half = 1; half < size; half *= 2) {
      int stride = size / (2 * half);
      for (int start = 0; start < size; start += 2 * half) {
        for (int k = 0; k < half; k++) {
          int low = start + k;
          int high = low + half;
          double cosine = cosines[k * stride];
          double sine = sines[k * stride];
          double re = real[high] * cosine - imaginary[high] * sine;
          double im = real[high] * sine + imaginary[high] * cosine;
          real[high] = real[low] - re;
          imaginary[high] = imaginary[low] - im;
          real[low] += re;
          imaginary[low] += im;
        }
      }
    }
  }
}
