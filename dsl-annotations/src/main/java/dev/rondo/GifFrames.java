package dev.rondo;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.jspecify.annotations.Nullable;

/**
 * Composes the pictures of a GIF, each of which changes a part of the one before and says what
 * becomes of that afterwards (GIF89a, "disposal method"): it stays, it becomes transparent, or what
 * was there before comes back.
 */
final class GifFrames {
  private static final String STREAM = "javax_imageio_gif_stream_1.0";
  private static final String IMAGE = "javax_imageio_gif_image_1.0";
  private static final int MOST_FRAMES = 100_000;

  private final ImageReader reader;
  private final SizeCheck check;

  /** Refuses what is too large. */
  interface SizeCheck {
    void check(long width, long height, long pictures);
  }

  GifFrames(ImageReader reader, SizeCheck check) {
    this.reader = reader;
    this.check = check;
  }

  List<BufferedImage> read() throws IOException {
    int count = reader.getNumImages(true);
    if (count > MOST_FRAMES) {
      throw new IIOException(count + " pictures, expected at most " + MOST_FRAMES);
    }
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    IIOMetadataNode screen = node(reader.getStreamMetadata(), STREAM, "LogicalScreenDescriptor");
    if (screen != null) {
      width = Math.max(width, number(screen, "logicalScreenWidth"));
      height = Math.max(height, number(screen, "logicalScreenHeight"));
    }
    check.check(width, height, count);
    List<BufferedImage> frames = new ArrayList<>();
    BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < count; i++) {
      check.check(reader.getWidth(i), reader.getHeight(i), 1);
      IIOMetadata metadata = reader.getImageMetadata(i);
      IIOMetadataNode place = node(metadata, IMAGE, "ImageDescriptor");
      int x = place == null ? 0 : number(place, "imageLeftPosition");
      int y = place == null ? 0 : number(place, "imageTopPosition");
      BufferedImage part = reader.read(i);
      BufferedImage shown = copy(canvas);
      draw(shown, part, x, y);
      frames.add(shown);
      canvas = after(disposal(metadata), canvas, shown, part, x, y);
    }
    return frames;
  }

  /** Returns what the next picture is drawn on. */
  private static BufferedImage after(
      String disposal,
      BufferedImage before,
      BufferedImage shown,
      BufferedImage part,
      int x,
      int y) {
    if (disposal.equals("restoreToPrevious")) {
      return before;
    }
    if (!disposal.equals("restoreToBackgroundColor")) {
      return shown;
    }
    // as all browsers do, whatever colour the file calls its background
    BufferedImage cleared = copy(shown);
    Graphics2D graphics = cleared.createGraphics();
    graphics.setComposite(AlphaComposite.Clear);
    graphics.fillRect(x, y, part.getWidth(), part.getHeight());
    graphics.dispose();
    return cleared;
  }

  private static BufferedImage copy(BufferedImage picture) {
    BufferedImage copy =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
    picture.copyData(copy.getRaster());
    return copy;
  }

  private static void draw(BufferedImage on, BufferedImage part, int x, int y) {
    Graphics2D graphics = on.createGraphics();
    graphics.drawImage(part, x, y, null);
    graphics.dispose();
  }

  private static String disposal(IIOMetadata metadata) {
    IIOMetadataNode control = node(metadata, IMAGE, "GraphicControlExtension");
    return control == null ? "none" : control.getAttribute("disposalMethod");
  }

  private static int number(IIOMetadataNode node, String attribute) {
    return Integer.parseInt(node.getAttribute(attribute));
  }

  private static @Nullable IIOMetadataNode node(
      @Nullable IIOMetadata metadata, String format, String name) {
    if (metadata == null) {
      return null;
    }
    return metadata.getAsTree(format) instanceof IIOMetadataNode root
            && root.getElementsByTagName(name).item(0) instanceof IIOMetadataNode node
        ? node
        : null;
  }
}
