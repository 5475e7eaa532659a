package dev.rondo.samples.common;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Where everything is in a picture of attention weights, and how it is drawn. In pixels. */
final class AttentionDrawing {
  private static final int CELL = 28;
  private static final int MARGIN = 14;

  /** Between a word and the cells. */
  private static final int GAP = 7;

  /** Longer words are cut, so that one of them does not push the cells out of sight. */
  private static final int LONGEST_WORD = 220;

  private static final int LEGEND_WIDTH = 128;
  private static final int LEGEND_HEIGHT = 12;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
  private static final Color LINES = new Color(0x484848);

  private final List<String> source;
  private final List<String> target;
  private final FontMetrics metrics;
  private final int left;
  private final int top;

  AttentionDrawing(List<String> source, List<String> target) {
    this.metrics = fontMetrics();
    this.source = source.stream().map(this::shortened).toList();
    this.target = target.stream().map(this::shortened).toList();
    this.left = MARGIN + longest(this.target) + GAP;
    this.top = MARGIN + longest(this.source) + GAP;
  }

  private static FontMetrics fontMetrics() {
    Graphics2D graphics = graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
    try {
      return graphics.getFontMetrics();
    } finally {
      graphics.dispose();
    }
  }

  private static Graphics2D graphics(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setFont(FONT);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    return graphics;
  }

  private String shortened(String word) {
    if (metrics.stringWidth(word) <= LONGEST_WORD) {
      return word;
    }
    int end = word.length();
    while (metrics.stringWidth(word.substring(0, end) + "…") > LONGEST_WORD) {
      end = word.offsetByCodePoints(end, -1);
    }
    return word.substring(0, end) + "…";
  }

  private int longest(List<String> words) {
    return words.stream().mapToInt(metrics::stringWidth).max().orElse(0);
  }

  /** Returns where a weight is in the picture. */
  Rectangle cell(int row, int column) {
    return new Rectangle(left + column * CELL, top + row * CELL, CELL, CELL);
  }

  BufferedImage image(float[][] weights) {
    int right = left + Math.max(source.size() * CELL, legendWidth());
    BufferedImage image =
        new BufferedImage(
            right + MARGIN, legendTop() + metrics.getHeight() + MARGIN, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = graphics(image);
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      drawWeights(graphics, weights);
      drawTarget(graphics);
      drawLegend(graphics);
      drawSource(graphics); // last: it turns everything drawn after it
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private void drawWeights(Graphics2D graphics, float[][] weights) {
    for (int row = 0; row < target.size(); row++) {
      for (int column = 0; column < source.size(); column++) {
        Rectangle cell = cell(row, column);
        graphics.setColor(grey(weights[row][column]));
        graphics.fill(cell);
        graphics.setColor(LINES);
        graphics.draw(cell);
      }
    }
  }

  private static Color grey(float weight) {
    float brightness = Math.min(1, weight);
    return new Color(brightness, brightness, brightness);
  }

  private void drawTarget(Graphics2D graphics) {
    graphics.setColor(Color.BLACK);
    for (int row = 0; row < target.size(); row++) {
      String word = target.get(row);
      graphics.drawString(
          word, left - GAP - metrics.stringWidth(word), baseline(top + row * CELL, CELL));
    }
  }

  /** Draws words from the cells upwards. */
  private void drawSource(Graphics2D graphics) {
    graphics.setColor(Color.BLACK);
    graphics.rotate(-Math.PI / 2);
    for (int column = 0; column < source.size(); column++) {
      graphics.drawString(source.get(column), GAP - top, baseline(left + column * CELL, CELL));
    }
  }

  /** Returns where a line of text stands that is in the middle of a space. */
  private int baseline(int start, int space) {
    return start + (space + metrics.getAscent() - metrics.getDescent()) / 2;
  }

  private int legendTop() {
    return top + target.size() * CELL + MARGIN;
  }

  private int legendWidth() {
    return metrics.stringWidth("0") + GAP + LEGEND_WIDTH + GAP + metrics.stringWidth("1");
  }

  private void drawLegend(Graphics2D graphics) {
    int start = left + metrics.stringWidth("0") + GAP;
    int middle = baseline(legendTop(), metrics.getHeight());
    int upper = legendTop() + (metrics.getHeight() - LEGEND_HEIGHT) / 2;
    for (int i = 0; i < LEGEND_WIDTH; i++) {
      graphics.setColor(grey(i / (LEGEND_WIDTH - 1f)));
      graphics.fillRect(start + i, upper, 1, LEGEND_HEIGHT);
    }
    graphics.setColor(LINES);
    graphics.drawRect(start, upper, LEGEND_WIDTH, LEGEND_HEIGHT);
    graphics.setColor(Color.BLACK);
    graphics.drawString("0", left, middle);
    graphics.drawString("1", start + LEGEND_WIDTH + GAP, middle);
  }
}
