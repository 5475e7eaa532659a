package dev.rondo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Reads clips through {@code ImageIO}: a folder of pictures, an animated GIF, or a single picture.
 *
 * <pre>{@code
 * List<BufferedImage> frames = Frames.of(Path.of("clips/wave.gif"));
 * List<Path> files = Frames.files(Path.of("clips/wave")); // read one after the other, when needed
 * }</pre>
 *
 * <p>A file is not decoded if its header says that it has more than 64 million pixels.
 */
public final class Frames {
  private Frames() {}

  /**
   * Returns the frames of a clip.
   *
   * @param clip a folder, whose pictures are the frames as {@link #files} orders them; or a file:
   *     the pictures of a GIF, each composed with those before as its disposal method says, with
   *     what nothing covers transparent; the one picture of any other
   * @throws ImageFileException if it does not exist, is damaged, too large or without pictures,
   *     naming the file
   */
  public static List<BufferedImage> of(Path clip) {
    if (Files.isDirectory(clip)) {
      return files(clip).stream().map(Frames::picture).toList();
    }
    try (PictureFile file = PictureFile.open(clip)) {
      return file.frames();
    }
  }

  /**
   * Returns the files of the pictures of a folder, by their names, numbers in which count as such:
   * {@code frame-9.png} comes before {@code frame-10.png}. What is called like no picture, or
   * begins with a dot, is left out.
   *
   * @throws ImageFileException if it is no folder, cannot be read, or has no pictures
   */
  public static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ImageFileException(
          folder + (Files.exists(folder) ? ": is no folder" : ": does not exist"));
    }
    Set<String> suffixes =
        Arrays.stream(ImageIO.getReaderFileSuffixes())
            .map(suffix -> suffix.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files =
          entries
              .filter(file -> suffixes.contains(suffix(name(file))) && Files.isRegularFile(file))
              .sorted((one, other) -> NumberedNames.compare(name(one), name(other)))
              .toList();
      if (files.isEmpty()) {
        throw new ImageFileException(folder + ": has no pictures, expected at least one");
      }
      return files;
    } catch (IOException e) {
      throw new ImageFileException(folder + ": cannot be read: " + e, e);
    }
  }

  /**
   * Returns the picture of a file, of several the first.
   *
   * @throws ImageFileException if it does not exist, is damaged, too large or no picture, naming
   *     the file
   */
  public static BufferedImage picture(Path file) {
    try (PictureFile open = PictureFile.open(file)) {
      return open.picture();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String suffix(String name) {
    return name.startsWith(".")
        ? ""
        : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
