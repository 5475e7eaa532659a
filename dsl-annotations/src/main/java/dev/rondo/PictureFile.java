package dev.rondo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** An open file of one or more pictures. What its header says is checked before it is decoded. */
final class PictureFile implements AutoCloseable {
  /** More than any camera has: 64 million pixels. */
  private static final long MOST_PIXELS = 1L << 26;

  /** Pixels of all pictures of a file together: a gigabyte of them. */
  private static final long MOST_PIXELS_OF_CLIP = 1L << 28;

  private final Path path;
  private final ImageInputStream in;
  private final ImageReader reader;

  private PictureFile(Path path, ImageInputStream in, ImageReader reader) {
    this.path = path;
    this.in = in;
    this.reader = reader;
  }

  /**
   * Opens a file.
   *
   * @throws ImageFileException if there is none, or it is no picture that Java reads
   */
  static PictureFile open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new ImageFileException(
          path + (Files.exists(path) ? ": is no file" : ": does not exist"));
    }
    try {
      // of a file of the default file system, which needs no copy
      ImageInputStream in = ImageIO.createImageInputStream(fileOf(path));
      if (in == null) {
        throw new ImageFileException(path + ": cannot be read");
      }
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        in.close();
        throw new ImageFileException(
            path
                + ": is no picture that Java reads (PNG, JPEG, GIF, BMP, TIFF). Convert it, or put"
                + " a plugin of ImageIO on the class path.");
      }
      ImageReader reader = readers.next();
      reader.setInput(in);
      return new PictureFile(path, in, reader);
    } catch (IOException e) {
      throw new ImageFileException(path + ": cannot be read: " + e, e);
    }
  }

  private static Object fileOf(Path path) throws IOException {
    try {
      return path.toFile();
    } catch (UnsupportedOperationException e) {
      return Files.newInputStream(path); // such as one in a zip archive
    }
  }

  /** Returns the first picture. */
  BufferedImage picture() {
    return decoded(
        () -> {
          checkSize(reader.getWidth(0), reader.getHeight(0), 1);
          return reader.read(0);
        });
  }

  /** Returns all pictures: those of a GIF composed as they are shown. */
  List<BufferedImage> frames() {
    return decoded(
        () ->
            reader.getFormatName().equalsIgnoreCase("gif")
                ? new GifFrames(reader, this::checkSize).read()
                : List.of(picture()));
  }

  private void checkSize(long width, long height, long pictures) {
    if (width < 1 || height < 1 || width * height > MOST_PIXELS) {
      throw new ImageFileException(
          "%s: says that it has %s × %s pixels, expected at most %s of them"
              .formatted(path, width, height, MOST_PIXELS));
    }
    if (width * height * pictures > MOST_PIXELS_OF_CLIP) {
      throw new ImageFileException(
          "%s: has %s pictures of %s × %s pixels, expected at most %s pixels. Cut it into parts."
              .formatted(path, pictures, width, height, MOST_PIXELS_OF_CLIP));
    }
  }

  /** What is done with a reader. */
  private interface Decoding<T> {
    T decode() throws IOException;
  }

  /** Decoders fail in many ways on damaged files: by any unchecked exception. */
  private <T> T decoded(Decoding<T> decoding) {
    try {
      return decoding.decode();
    } catch (ImageFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new ImageFileException(path + ": is damaged: " + e, e);
    } catch (OutOfMemoryError e) {
      throw new ImageFileException(path + ": is too large for the memory of this Java", e);
    }
  }

  @Override
  public void close() {
    reader.dispose();
    try {
      in.close();
    } catch (IOException e) {
      throw new ImageFileException(path + ": cannot be closed: " + e, e);
    }
  }
}
