package dev.rondo.runtime.series;

/**
 * The linear functions of the first values of windows that foretell the last ones best, with a
 * penalty on the squares of their weights (Hoerl and Kennard 1970).
 */
final class Ridge {
  private final int inputs;
  private final double[][] weights;
  private final double[] intercepts;

  private Ridge(double[][] weights, double[] intercepts, int inputs) {
    this.weights = weights;
    this.intercepts = intercepts;
    this.inputs = inputs;
  }

  /**
   * Solves for the least squares with a penalty.
   *
   * @param penalty relative to the mean variance of the inputs; intercepts pay none
   */
  static Ridge solve(WindowMoments moments, int inputs, int outputs, double penalty) {
    double[][] matrix = new double[inputs][inputs];
    double trace = 0;
    for (int i = 0; i < inputs; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = covariance(moments, i, j);
      }
      trace += matrix[i][i];
    }
    double added = penalty * trace / inputs + Double.MIN_NORMAL;
    for (int i = 0; i < inputs; i++) {
      matrix[i][i] += added;
    }
    factorise(matrix);
    double[][] weights = new double[outputs][inputs];
    double[] intercepts = new double[outputs];
    for (int k = 0; k < outputs; k++) {
      for (int i = 0; i < inputs; i++) {
        weights[k][i] = covariance(moments, i, inputs + k);
      }
      substitute(matrix, weights[k]);
      intercepts[k] = moments.mean(inputs + k);
      for (int i = 0; i < inputs; i++) {
        intercepts[k] -= weights[k][i] * moments.mean(i);
      }
    }
    return new Ridge(weights, intercepts, inputs);
  }

  /** Returns the mean squared error over windows, by their moments. */
  double squaredError(WindowMoments moments) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      double[] w = weights[k];
      int y = inputs + k;
      double error =
          moments.product(y, y)
              - 2 * intercepts[k] * moments.mean(y)
              + intercepts[k] * intercepts[k];
      for (int i = 0; i < inputs; i++) {
        double inner = 2 * (intercepts[k] * moments.mean(i) - moments.product(i, y));
        for (int j = 0; j < inputs; j++) {
          inner += w[j] * moments.product(i, j);
        }
        error += w[i] * inner;
      }
      sum += error;
    }
    return sum / weights.length;
  }

  /** Returns the weights of each output, and behind them its intercept. */
  double[] flat() {
    double[] flat = new double[weights.length * (inputs + 1)];
    for (int k = 0; k < weights.length; k++) {
      System.arraycopy(weights[k], 0, flat, k * (inputs + 1), inputs);
      flat[k * (inputs + 1) + inputs] = intercepts[k];
    }
    return flat;
  }

  double apply(int output, double[] window) {
    double sum = intercepts[output];
    for (int i = 0; i < inputs; i++) {
      sum += weights[output][i] * window[i];
    }
    return sum;
  }

  private static double covariance(WindowMoments moments, int i, int j) {
    return moments.product(i, j) - moments.mean(i) * moments.mean(j);
  }

  /** Cholesky's factor, in place; a column without any variance left has no weight. */
  private static void factorise(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i][k] * matrix[j][k];
        }
        if (i == j) {
          matrix[i][i] = sum > 0 ? Math.sqrt(sum) : Double.POSITIVE_INFINITY;
        } else {
          matrix[i][j] = sum / matrix[j][j];
        }
      }
    }
  }

  private static void substitute(double[][] factor, double[] right) {
    for (int i = 0; i < right.length; i++) {
      for (int k = 0; k < i; k++) {
        right[i] -= factor[i][k] * right[k];
      }
      right[i] /= factor[i][i];
    }
    for (int i = right.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < right.length; k++) {
        right[i] -= factor[k][i] * right[k];
      }
      right[i] /= factor[i][i];
    }
  }
}
