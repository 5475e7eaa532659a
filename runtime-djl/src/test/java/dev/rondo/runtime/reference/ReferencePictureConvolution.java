package dev.rondo.runtime.reference;

import dev.rondo.layer.Activation;
import java.util.Arrays;
import java.util.Map;

/** The equation of a convolution over a picture, and of the maximum behind it. */
public record ReferencePictureConvolution(
    int channels,
    int height,
    int width,
    int filters,
    int kernel,
    int stride,
    int pool,
    Activation activation) {
  /** Returns what comes out of a picture: row by row of a channel, then of the next. */
  public double[] apply(Map<String, double[]> weights, String layer, double[] x) {
    double[] weight = ReferenceWeights.get(weights, layer + ".weight");
    double[] bias = ReferenceWeights.get(weights, layer + ".bias");
    int rows = (height + stride - 1) / stride;
    int columns = (width + stride - 1) / stride;
    int pooledRows = (rows + pool - 1) / pool;
    int pooledColumns = (columns + pool - 1) / pool;
    double[] out = new double[filters * pooledRows * pooledColumns];
    Arrays.fill(out, Double.NEGATIVE_INFINITY);
    for (int f = 0; f < filters; f++) {
      for (int r = 0; r < rows; r++) {
        for (int q = 0; q < columns; q++) {
          double sum = bias[f];
          for (int c = 0; c < channels; c++) {
            for (int k = 0; k < kernel; k++) {
              for (int l = 0; l < kernel; l++) {
                int y = r * stride + k - (kernel - 1) / 2;
                int z = q * stride + l - (kernel - 1) / 2;
                if (y >= 0 && y < height && z >= 0 && z < width) {
                  sum +=
                      weight[((f * channels + c) * kernel + k) * kernel + l]
                          * x[(c * height + y) * width + z];
                }
              }
            }
          }
          int at = (f * pooledRows + r / pool) * pooledColumns + q / pool;
          out[at] = Math.max(out[at], ReferenceLayers.activate(activation, sum));
        }
      }
    }
    return out;
  }

  /** Returns how many features come out. */
  public int features() {
    int rows = ((height + stride - 1) / stride + pool - 1) / pool;
    int columns = ((width + stride - 1) / stride + pool - 1) / pool;
    return filters * rows * columns;
  }
}
