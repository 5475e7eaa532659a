package dev.rondo;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames of folders, of GIFs by their disposal, and of damaged files. */
class FramesTest {
  private static final int RED = 0xFFFF0000;
  private static final int GREEN = 0xFF00FF00;
  private static final int CLEAR = 0;

  /** A part of a GIF; its pixels are numbers of a palette of clear, red and green. */
  private record Part(int x, int y, int disposal, List<Integer> row) {}

  /** Writes a GIF byte by byte, one row each, with a reset of the compression before each pixel. */
  private static void write(Path file, int width, Part... parts) throws IOException {
    ByteBuffer gif = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
    gif.put("GIF89a".getBytes(StandardCharsets.US_ASCII));
    gif.putShort((short) width).putShort((short) 1).put(bytes(0x81, 0, 0));
    gif.put(bytes(9, 9, 9, 255, 0, 0, 0, 255, 0, 0, 0, 0));
    for (Part part : parts) {
      gif.put(bytes(0x21, 0xF9, 4, part.disposal << 2 | 1, 0, 0, 0, 0));
      gif.put((byte) 0x2C).putShort((short) part.x).putShort((short) part.y);
      gif.putShort((short) part.row.size()).putShort((short) 1).put(bytes(0, 2));
      long codes = 0;
      int bits = 0;
      for (int pixel : part.row) {
        codes |= (4L | (long) pixel << 3) << bits;
        bits += 6;
      }
      codes |= 5L << bits;
      gif.put((byte) 8).putLong(codes).put((byte) 0);
    }
    gif.put((byte) 0x3B);
    Files.write(file, Arrays.copyOf(gif.array(), gif.position()));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static int[][] pixels(BufferedImage picture) {
    int[][] pixels = new int[picture.getHeight()][];
    for (int y = 0; y < pixels.length; y++) {
      pixels[y] = picture.getRGB(0, y, picture.getWidth(), 1, null, 0, picture.getWidth());
    }
    return pixels;
  }

  @Test
  void picturesOfAGifAreComposedAsTheirDisposalSays(@TempDir Path folder) throws IOException {
    Path gif = folder.resolve("clip.gif");
    write(
        gif,
        3,
        new Part(0, 0, 1, List.of(1, 1, 1)), // stays
        new Part(1, 0, 3, List.of(2)), // what was there before comes back
        new Part(0, 0, 2, List.of(2, 0)), // becomes transparent
        new Part(2, 0, 0, List.of(2)));

    List<BufferedImage> frames = Frames.of(gif);

    assertThat(frames.stream().map(frame -> Arrays.deepToString(pixels(frame))).toList())
        .containsExactly(
            Arrays.deepToString(new int[][] {{RED, RED, RED}}),
            Arrays.deepToString(new int[][] {{RED, GREEN, RED}}),
            Arrays.deepToString(new int[][] {{GREEN, RED, RED}}),
            Arrays.deepToString(new int[][] {{CLEAR, CLEAR, GREEN}}))
        .inOrder();
  }

  @Test
  void picturesOfAFolderAreOrderedByTheirNumbers(@TempDir Path folder) throws IOException {
    for (int width : List.of(10, 9, 100)) {
      BufferedImage picture = new BufferedImage(width, 1, BufferedImage.TYPE_INT_RGB);
      ImageIO.write(picture, "png", folder.resolve("frame-" + width + ".png").toFile());
    }
    Files.writeString(folder.resolve("notes.txt"), "none");
    Files.writeString(folder.resolve(".hidden.png"), "none");

    assertThat(Frames.of(folder).stream().map(BufferedImage::getWidth).toList())
        .containsExactly(9, 10, 100)
        .inOrder();
    assertThat(Frames.files(folder)).hasSize(3);
    assertThat(NumberedNames.compare("a007", "a7")).isNotEqualTo(0);
    assertThat(NumberedNames.compare("a007b", "a7c")).isLessThan(0);
    assertThat(NumberedNames.compare("a10", "a9b")).isGreaterThan(0);
  }

  @Test
  void whatCannotBeReadIsToldByItsFile(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("missing.png");
    assertThat(failure(missing)).isEqualTo(missing + ": does not exist");
    assertThat(failure(folder)).isEqualTo(folder + ": has no pictures, expected at least one");

    Path text = Files.writeString(folder.resolve("text.png"), "no picture");
    assertThat(failure(text)).startsWith(text + ": is no picture that Java reads");

    Path whole = folder.resolve("whole.png");
    BufferedImage picture = new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 3600; i++) {
      picture.setRGB(i % 60, i / 60, i * 7919);
    }
    ImageIO.write(picture, "png", whole.toFile());
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(failure(cut)).startsWith(cut + ": is damaged: ");
  }

  private static String failure(Path file) {
    return String.valueOf(
        assertThrows(ImageFileException.class, () -> Frames.of(file)).getMessage());
  }

  @Test
  void aHugePictureIsRefusedByItsHeader(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    byte[] header =
        ByteBuffer.allocate(17)
            .put(new byte[] {'I', 'H', 'D', 'R'})
            .putInt(100_000)
            .putInt(100_000)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    CRC32 sum = new CRC32();
    sum.update(header);
    png.write(ByteBuffer.allocate(4).putInt(13).array());
    png.write(header);
    png.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    png.write(ByteBuffer.allocate(8).putInt(0).put(new byte[] {'I', 'D', 'A', 'T'}).array());
    Path huge = Files.write(folder.resolve("huge.png"), png.toByteArray());

    assertThat(failure(huge))
        .isEqualTo(
            huge + ": says that it has 100000 × 100000 pixels, expected at most 67108864 of them");
  }
}
