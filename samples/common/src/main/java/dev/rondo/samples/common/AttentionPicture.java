package dev.rondo.samples.common;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture of attention weights: which words of a sentence each word of its translation was read
 * from, drawn as in figure 3 of Bahdanau et al. 2015, <a
 * href="https://arxiv.org/abs/1409.0473">"Neural machine translation by jointly learning to align
 * and translate"</a>. Columns are the words of the source, rows those of the translation; a black
 * cell is a weight of 0, a white one a weight of 1.
 */
public final class AttentionPicture {
  /** As many words are 5600 pixels, which is still drawn in a moment. */
  private static final int MOST_WORDS = 200;

  /** What sums of floats may go over 1 by. */
  private static final double ROUNDING = 1e-3;

  static {
    // drawing into a file needs no screen, and must not fail for want of one
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  private AttentionPicture() {}

  /**
   * Writes the picture, over a file that is there already.
   *
   * @param png the file
   * @param source the words that were read, 1 to 200
   * @param target the words that were written, 1 to 200
   * @param weights in [0, 1], a row for each word of the target, a column for each of the source
   * @throws IllegalArgumentException if there are no words or too many, if the weights have other
   *     rows or columns, or if one is not in [0, 1]
   * @throws SampleFailure naming the file, if it cannot be written; if this Java cannot draw text
   */
  public static void write(Path png, List<String> source, List<String> target, float[][] weights) {
    check(source, target, weights);
    byte[] bytes = encoded(drawn(() -> new AttentionDrawing(source, target).image(weights)));
    try {
      Files.write(png, bytes);
    } catch (IOException e) {
      throw SampleFailure.of("the picture " + png + " cannot be written: " + e);
    }
  }

  /**
   * Checks that this Java can draw text, for which small ones lack fonts or libraries.
   *
   * @throws SampleFailure if not
   */
  public static void checkDrawing() {
    List<String> words = List.of("word");
    drawn(() -> new AttentionDrawing(words, words).image(new float[][] {{1}}));
  }

  /** What Java throws without fonts or without the libraries that draw them are errors. */
  static BufferedImage drawn(Supplier<BufferedImage> drawing) {
    try {
      return drawing.get();
    } catch (InternalError | LinkageError e) {
      throw SampleFailure.of(
          "this Java cannot draw text: it lacks fonts (fontconfig) or its drawing libraries: " + e);
    }
  }

  private static byte[] encoded(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", stream);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture could not be encoded in memory", e);
    }
    return bytes.toByteArray();
  }

  private static void check(List<String> source, List<String> target, float[][] weights) {
    checkCount("source", source.size());
    checkCount("target", target.size());
    if (weights.length != target.size()) {
      throw new IllegalArgumentException(
          "weights have %s rows for %s target words".formatted(weights.length, target.size()));
    }
    for (int row = 0; row < weights.length; row++) {
      checkRow(row, weights[row], source.size());
    }
  }

  private static void checkCount(String side, int words) {
    if (words < 1 || words > MOST_WORDS) {
      throw new IllegalArgumentException(
          "%s has %s words, a picture has 1 to %s".formatted(side, words, MOST_WORDS));
    }
  }

  private static void checkRow(int row, float[] weights, int words) {
    if (weights.length != words) {
      throw new IllegalArgumentException(
          "row %s of the weights has %s columns for %s source words"
              .formatted(row, weights.length, words));
    }
    for (int column = 0; column < words; column++) {
      float weight = weights[column];
      if (!(weight >= 0 && weight <= 1 + ROUNDING)) {
        throw new IllegalArgumentException(
            "the weight in row %s, column %s is %s, must be in [0, 1]"
                .formatted(row, column, weight));
      }
    }
  }
}
