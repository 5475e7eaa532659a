package dev.rondo.runtime.data.picture;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Reads pictures of any size and colour model as features: row by row of a channel, then of the
 * next, each in [0, 1]. Safe for use by many threads.
 */
public final class PictureReader {
  private final PictureSettings settings;
  // pictures of one clip have one size
  private volatile Scale last;

  private record Scale(AreaMeans columns, AreaMeans rows) {}

  /** Creates a reader. */
  public PictureReader(PictureSettings settings) {
    this.settings = settings;
    this.last = scale(settings.width(), settings.height());
  }

  private Scale scale(int width, int height) {
    return new Scale(
        new AreaMeans(width, settings.width()), new AreaMeans(height, settings.height()));
  }

  /**
   * Writes the features of a picture.
   *
   * @param at where the first goes
   */
  public void read(BufferedImage picture, float[] features, int at) {
    Scale scale = last;
    if (scale.columns.from() != picture.getWidth() || scale.rows.from() != picture.getHeight()) {
      scale = scale(picture.getWidth(), picture.getHeight());
      last = scale;
    }
    int channels = settings.channels();
    Pixels pixels = Pixels.of(picture, channels);
    float[] row = new float[picture.getWidth() * channels];
    float[] narrow = new float[settings.width() * channels];
    int known = -1;
    Arrays.fill(features, at, at + settings.features(), 0);
    for (int y = 0; y < settings.height(); y++) {
      float[] weights = scale.rows.weights(y);
      for (int k = 0; k < weights.length; k++) {
        int wanted = scale.rows.first(y) + k;
        if (wanted != known) {
          pixels.row(wanted, row);
          narrow(row, scale.columns, channels, narrow);
          known = wanted;
        }
        add(narrow, weights[k], features, at + y * settings.width());
      }
    }
  }

  private static void narrow(float[] row, AreaMeans columns, int channels, float[] out) {
    for (int x = 0; x < out.length / channels; x++) {
      float[] weights = columns.weights(x);
      for (int channel = 0; channel < channels; channel++) {
        float sum = 0;
        for (int k = 0; k < weights.length; k++) {
          sum += weights[k] * row[(columns.first(x) + k) * channels + channel];
        }
        out[x * channels + channel] = sum;
      }
    }
  }

  /** Adds a part of a row of the result. */
  private void add(float[] row, float weight, float[] features, int at) {
    int channels = settings.channels();
    int plane = settings.width() * settings.height();
    for (int x = 0; x < settings.width(); x++) {
      for (int channel = 0; channel < channels; channel++) {
        features[at + channel * plane + x] += weight * row[x * channels + channel];
      }
    }
  }
}
