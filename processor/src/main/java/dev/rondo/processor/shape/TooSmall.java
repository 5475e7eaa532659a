package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Layer;
import java.util.Optional;

/**
 * A picture in which a convolution has no room.
 *
 * @param member of the annotation that is too large
 * @param pixels what it says
 * @param picture that there is
 */
public record TooSmall(String member, int pixels, Shape.Picture picture) {
  /** Returns what is too large for the pictures that flow into a layer; nothing where it fits. */
  public static Optional<TooSmall> of(Layer.PictureConvolution layer, Shape.Picture picture) {
    if (layer.kernel() > shorter(picture)) {
      return Optional.of(new TooSmall("kernel", layer.kernel(), picture));
    }
    if (layer.stride() > shorter(picture)) {
      return Optional.of(new TooSmall("stride", layer.stride(), picture));
    }
    Shape.Picture strided = picture.every(layer.stride(), layer.filters());
    return layer.pool() > shorter(strided)
        ? Optional.of(new TooSmall("pool", layer.pool(), strided))
        : Optional.empty();
  }

  private static int shorter(Shape.Picture picture) {
    return Math.min(picture.width(), picture.height());
  }
}
