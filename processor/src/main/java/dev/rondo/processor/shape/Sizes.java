package dev.rondo.processor.shape;

/** The range of sizes that are written. */
public final class Sizes {
  /** The largest number of units or features that can be written. */
  public static final int LARGEST = 1_000_000;

  private Sizes() {}

  /** The largest number of rows, and of columns, of a picture. */
  public static final int LARGEST_SIDE = 4_096;

  /** Returns whether a picture is of a size that can be written, and that steps can have. */
  public static boolean isPicture(Shape.Picture picture) {
    return isSide(picture.width()) && isSide(picture.height()) && valid(picture.features());
  }

  /** Returns whether a picture can have that many rows or columns. */
  public static boolean isSide(int pixels) {
    return pixels >= 1 && pixels <= LARGEST_SIDE;
  }

  /** Returns whether a layer can have that many units or features. */
  public static boolean valid(long size) {
    return size >= 1 && size <= LARGEST;
  }
}
