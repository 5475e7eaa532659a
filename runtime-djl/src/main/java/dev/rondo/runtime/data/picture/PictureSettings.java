package dev.rondo.runtime.data.picture;

/**
 * How large pictures are read, as {@link dev.rondo.data.Image} says it.
 *
 * @param width pixels of a row
 * @param height rows
 * @param channels 3 for colour, 1 for grey
 */
public record PictureSettings(int width, int height, int channels) {
  private static final int LARGEST = 4_096;

  /**
   * Checks that there is something to see.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  public PictureSettings {
    require(width >= 1 && width <= LARGEST, "width", width);
    require(height >= 1 && height <= LARGEST, "height", height);
    require(channels == 1 || channels == 3, "channels", channels);
  }

  private static void require(boolean right, String setting, int value) {
    if (!right) {
      throw new IllegalArgumentException(setting + " of pictures is " + value + ", out of range");
    }
  }

  /** Returns how many features a picture has: row by row of a channel, then of the next. */
  public int features() {
    return channels * height * width;
  }
}
