package dev.rondo.samples.video;

import dev.rondo.Prediction;
import dev.rondo.samples.common.SampleFailure;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws clips, a row each, and below each picture what the model says after it. */
final class ClipPicture {
  private static final int FRAME = 80;
  private static final int GAP = 8;
  private static final int LABEL = 150;
  private static final int BAR = 10;
  private static final int ROW = FRAME + BAR + 34;
  private static final int MOST_ROWS = 12;
  private static final int MOST_FRAMES = 16;
  private static final Color RIGHT = new Color(0x2ca02c);
  private static final Color WRONG = new Color(0xd62728);

  private ClipPicture() {}

  /**
   * Writes a picture of the first clip of each class.
   *
   * @throws SampleFailure if the file cannot be written
   */
  static void write(Path file, ClipModelPredictor model, List<Clip> clips) {
    Map<String, Clip> firsts = new LinkedHashMap<>();
    clips.forEach(clip -> firsts.putIfAbsent(clip.motion(), clip));
    List<Clip> rows = firsts.values().stream().limit(MOST_ROWS).toList();
    int frames =
        Math.min(MOST_FRAMES, rows.stream().mapToInt(row -> row.frames().size()).max().orElse(1));
    BufferedImage picture =
        new BufferedImage(
            LABEL + frames * (FRAME + GAP) + GAP,
            rows.size() * ROW + GAP,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    for (int i = 0; i < rows.size(); i++) {
      row(graphics, rows.get(i), answers(model, rows.get(i)), GAP + i * ROW);
    }
    graphics.dispose();
    try {
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw SampleFailure.of("--picture: \"" + file + "\" cannot be written: " + e.getMessage());
    }
  }

  /** Returns what the model says after each picture: it is fed one by one. */
  private static List<Prediction<String>> answers(ClipModelPredictor model, Clip clip) {
    ClipModelSession session = model.session();
    List<Prediction<String>> answers = new ArrayList<>();
    for (BufferedImage frame : clip.frames()) {
      answers.add(session.nextScored(frame));
    }
    return answers;
  }

  private static void row(
      Graphics2D graphics, Clip clip, List<Prediction<String>> answers, int top) {
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
    graphics.drawString(clip.motion(), GAP, top + FRAME / 2);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
    for (int t = 0; t < Math.min(MOST_FRAMES, answers.size()); t++) {
      int left = LABEL + t * (FRAME + GAP);
      graphics.drawImage(clip.frames().get(t), left, top, FRAME, FRAME, null);
      Prediction<String> answer = answers.get(t);
      graphics.setColor(Color.LIGHT_GRAY);
      graphics.fillRect(left, top + FRAME + 4, FRAME, BAR);
      graphics.setColor(answer.value().equals(clip.motion()) ? RIGHT : WRONG);
      graphics.fillRect(left, top + FRAME + 4, (int) Math.round(answer.probability() * FRAME), BAR);
      graphics.drawString(answer.value(), left, top + FRAME + BAR + 16);
    }
  }
}
