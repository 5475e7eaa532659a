package dev.rondo.runtime.data.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * The rows of a picture as numbers in [0, 1], three of each pixel or one: as they are stored where
 * they are grey or of sRGB, through sRGB where they are anything else. What is transparent lies
 * over black. For use by one thread.
 */
abstract class Pixels {
  private static final float RED = 0.299f;
  private static final float GREEN = 0.587f;
  private static final float BLUE = 0.114f;

  private final int channels;

  Pixels(int channels) {
    this.channels = channels;
  }

  /** Returns the pixels of a picture. */
  static Pixels of(BufferedImage picture, int channels) {
    ColorModel colors = picture.getColorModel();
    if (colors instanceof IndexColorModel indexed) {
      return new Indexed(picture.getRaster(), indexed, channels);
    }
    boolean samples =
        colors.getTransferType() == DataBuffer.TYPE_BYTE
            || colors.getTransferType() == DataBuffer.TYPE_USHORT
            || colors.getTransferType() == DataBuffer.TYPE_INT;
    boolean known = colors instanceof ComponentColorModel || colors instanceof DirectColorModel;
    int bands = colors.getNumColorComponents();
    boolean grey = bands == 1 && colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    boolean color = bands == 3 && colors.getColorSpace().isCS_sRGB();
    return samples && known && (grey || color)
        ? new Stored(picture.getRaster(), colors, channels)
        : new Converted(picture, channels);
  }

  /**
   * Writes a row.
   *
   * @param out where its pixels go, one behind the other
   */
  abstract void row(int y, float[] out);

  final int channels() {
    return channels;
  }

  /** Writes a pixel. */
  final void put(float red, float green, float blue, float[] out, int pixel) {
    if (channels == 1) {
      out[pixel] = RED * red + GREEN * green + BLUE * blue;
    } else {
      out[3 * pixel] = red;
      out[3 * pixel + 1] = green;
      out[3 * pixel + 2] = blue;
    }
  }

  /** Writes a grey pixel: its own value, not the rounded sum of its parts. */
  final void putGrey(float grey, float[] out, int pixel) {
    if (channels == 1) {
      out[pixel] = grey;
    } else {
      put(grey, grey, grey, out, pixel);
    }
  }

  /** Samples of 1 to 16 bits, of grey or of sRGB, with alpha or without. */
  private static final class Stored extends Pixels {
    private final Raster raster;
    private final int bands;
    private final boolean alpha;
    private final boolean multiplied;
    private final float[] scales;
    private int[] samples = {};

    Stored(Raster raster, ColorModel colors, int channels) {
      super(channels);
      this.raster = raster;
      this.bands = raster.getNumBands();
      this.alpha = colors.hasAlpha();
      this.multiplied = colors.isAlphaPremultiplied();
      this.scales = new float[bands];
      for (int band = 0; band < bands; band++) {
        scales[band] = (1L << colors.getComponentSize(band)) - 1;
      }
    }

    @Override
    void row(int y, float[] out) {
      samples =
          raster.getPixels(
              raster.getMinX(),
              raster.getMinY() + y,
              raster.getWidth(),
              1,
              samples.length == 0 ? null : samples);
      boolean color = bands >= 3;
      for (int x = 0, at = 0; x < raster.getWidth(); x++, at += bands) {
        float over = alpha && !multiplied ? sample(at, bands - 1) : 1;
        if (color) {
          put(over * sample(at, 0), over * sample(at, 1), over * sample(at, 2), out, x);
        } else {
          putGrey(over * sample(at, 0), out, x);
        }
      }
    }

    private float sample(int at, int band) {
      return samples[at + band] / scales[band];
    }
  }

  /** Numbers of a palette. */
  private static final class Indexed extends Pixels {
    private final Raster raster;
    private final int[] palette;
    private int[] samples = {};

    Indexed(Raster raster, IndexColorModel colors, int channels) {
      super(channels);
      this.raster = raster;
      this.palette = new int[colors.getMapSize()];
      colors.getRGBs(palette);
    }

    @Override
    void row(int y, float[] out) {
      samples =
          raster.getPixels(
              raster.getMinX(),
              raster.getMinY() + y,
              raster.getWidth(),
              1,
              samples.length == 0 ? null : samples);
      for (int x = 0; x < raster.getWidth(); x++) {
        // a damaged file may have numbers that are in no palette
        putPacked(samples[x] < palette.length ? palette[samples[x]] : 0, out, x);
      }
    }
  }

  /** Any other picture, as Java converts it. */
  private static final class Converted extends Pixels {
    private final BufferedImage picture;
    private final int[] packed;

    Converted(BufferedImage picture, int channels) {
      super(channels);
      this.picture = picture;
      this.packed = new int[picture.getWidth()];
    }

    @Override
    void row(int y, float[] out) {
      picture.getRGB(0, y, packed.length, 1, packed, 0, packed.length);
      for (int x = 0; x < packed.length; x++) {
        putPacked(packed[x], out, x);
      }
    }
  }

  /** Writes a pixel that is packed as alpha, red, green and blue, not multiplied by alpha. */
  final void putPacked(int pixel, float[] out, int x) {
    float over = (pixel >>> 24) / 255f;
    float red = over * (pixel >> 16 & 0xFF) / 255;
    float green = over * (pixel >> 8 & 0xFF) / 255;
    float blue = over * (pixel & 0xFF) / 255;
    if (red == green && green == blue) {
      putGrey(red, out, x);
    } else {
      put(red, green, blue, out, x);
    }
  }
}
