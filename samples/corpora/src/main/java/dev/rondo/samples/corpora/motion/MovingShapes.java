package dev.rondo.samples.corpora.motion;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Makes clips of a shape that moves, turns, grows or shrinks: 8 to 12 grey pictures with noise.
 *
 * <p>A clip of {@link Motion#LEFT} is one of {@link Motion#RIGHT} with its pictures in reverse, and
 * so on for each pair. So the pictures of both have the same distribution, one by one and as a set:
 * only their order tells them apart.
 */
public final class MovingShapes {
  /** Pixels of a row, and rows, of each picture. */
  public static final int SIZE = 32;

  private static final int SHORTEST = 8;
  private static final int LONGEST = 12;
  private static final double NOISE = 10;

  private static final List<Shape> SHAPES = List.of(Shape.values());

  private final Random random;

  /** Creates a source of clips, which the seed decides. */
  public MovingShapes(long seed) {
    random = new Random(seed);
  }

  /** Returns the pictures of a clip. */
  public List<BufferedImage> clip(Motion motion) {
    Motion forwards = motion.isPlayedBackwards() ? motion.backwards() : motion;
    int length = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
    Shape shape = SHAPES.get(random.nextInt(SHAPES.size()));
    double size = between(7, 10);
    double x = between(12, SIZE - 12);
    double y = between(12, SIZE - 12);
    double angle = between(0, 2 * Math.PI);
    double amount = between(0.8, 1.2);
    int ground = 20 + random.nextInt(60);
    int brightness = 150 + random.nextInt(80);
    List<BufferedImage> frames = new ArrayList<>();
    for (int t = 0; t < length; t++) {
      // from -1/2 to 1/2 of all that happens
      double done = amount * (t / (length - 1.0) - 0.5);
      AffineTransform place = new AffineTransform();
      place.translate(
          x + between(-0.3, 0.3) + (forwards == Motion.RIGHT ? 12 * done : 0),
          y + between(-0.3, 0.3) + (forwards == Motion.DOWN ? 12 * done : 0));
      place.rotate(angle + (forwards == Motion.CLOCKWISE ? 0.75 * Math.PI * done : 0));
      double scale = size * (forwards == Motion.GROWING ? Math.exp(1.1 * done) : 1);
      place.scale(scale, scale);
      frames.add(frame(shape, place, ground, brightness));
    }
    if (motion.isPlayedBackwards()) {
      Collections.reverse(frames);
    }
    return frames;
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private BufferedImage frame(Shape shape, AffineTransform place, int ground, int brightness) {
    BufferedImage frame = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage drawn = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(new Color(ground, ground, ground));
    graphics.fillRect(0, 0, SIZE, SIZE);
    graphics.setColor(new Color(brightness, brightness, brightness));
    graphics.fill(place.createTransformedShape(shape.outline()));
    graphics.dispose();
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double value = (drawn.getRGB(x, y) & 0xFF) + NOISE * random.nextGaussian();
        frame.getRaster().setSample(x, y, 0, (int) Math.max(0, Math.min(255, Math.round(value))));
      }
    }
    return frame;
  }
}
