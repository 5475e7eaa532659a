package dev.rondo.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a sequence of pictures is read, a {@code List<BufferedImage>} or a {@code List<Path>} of the
 * files of pictures: each picture is a step, all of them scaled to one size.
 *
 * <p>A picture of another size is scaled, whatever its proportions: each pixel is the mean of the
 * area that it covers in the original. Channels lie in [0, 1] before they are normalized. Grey is
 * {@code 0.299 R + 0.587 G + 0.114 B}, as of ITU-R BT.601, on values as they are stored; a grey
 * picture that is read in colour has three equal channels. What is transparent lies over black.
 * Pictures of 1 to 16 bits a channel, indexed ones, grey and in colour, with alpha and without, are
 * read as they are stored; those of other colour spaces through sRGB.
 *
 * <p>Out: (batch, time, {@code width · height · channels}), which {@link
 * dev.rondo.layer.Convolution} reads as pictures and all other layers as features: row by row of
 * the first channel, then of the next.
 *
 * <pre>{@code
 * Motion motion(@Image(width = 32, height = 32, channels = 1) List<BufferedImage> frames);
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Image {
  /** Pixels of a row, 1 to 4,096. Must be written. */
  int width() default 0;

  /** Rows, 1 to 4,096. Must be written. */
  int height() default 0;

  /** 3 for red, green and blue, 1 for grey. */
  int channels() default 3;

  /** How each channel is normalized. */
  Normalization normalize() default Normalization.GLOBAL;
}
