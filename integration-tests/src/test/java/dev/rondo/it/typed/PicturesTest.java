package dev.rondo.it.typed;

import static com.google.common.truth.Truth.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clips of pictures are read by generated models, at once and picture by picture. */
class PicturesTest {
  /** A spot that drifts right: backwards, it drifts left. */
  private static List<BufferedImage> clip(Drift drift, Random random) {
    List<BufferedImage> frames = new ArrayList<>();
    int length = 4 + random.nextInt(4);
    int y = random.nextInt(14);
    int x = random.nextInt(4);
    for (int t = 0; t < length; t++) {
      BufferedImage frame = new BufferedImage(24, 20, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = frame.createGraphics();
      graphics.setColor(Color.WHITE);
      graphics.fillRect(x + 2 * t, y, 6, 6);
      graphics.dispose();
      frames.add(frame);
    }
    if (drift == Drift.LEFT) {
      Collections.reverse(frames);
    }
    return frames;
  }

  private static List<DriftsExample> examples(int count, int seed) {
    Random random = new Random(seed);
    List<DriftsExample> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Drift drift = Drift.values()[i % 2];
      examples.add(new DriftsExample(clip(drift, random), drift));
    }
    return examples;
  }

  @Test
  void clipsAreLearnedStoredAndReadStepByStep(@TempDir Path folder) {
    Path file = folder.resolve("drifts.rondo");
    List<DriftsExample> test = examples(40, 2);
    List<BufferedImage> clip = test.get(0).frames();
    double stored;
    try (DriftsPredictor model = DriftsTrainer.create().seed(1).fit(examples(120, 1))) {
      assertThat(model.evaluate(test).accuracy()).isAtLeast(0.95);
      stored = model.driftScored(clip).probability();
      model.save(file);
    }
    try (DriftsPredictor model = DriftsPredictor.load(file)) {
      assertThat(model.driftScored(clip).probability()).isWithin(1e-6).of(stored);
      List<List<BufferedImage>> clips = test.stream().map(DriftsExample::frames).toList();
      assertThat(model.driftAllScored(clips).get(0).probability()).isWithin(1e-5).of(stored);
      DriftsSession session = model.session();
      double last = 0;
      for (BufferedImage frame : clip) {
        last = session.nextScored(frame).probability();
      }
      assertThat(last).isWithin(1e-5).of(stored);
    }
  }
}
