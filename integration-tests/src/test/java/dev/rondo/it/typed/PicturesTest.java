package dev.rondo.it.typed;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.train.BatchProgress;
import dev.rondo.runtime.train.TrainingListener;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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
      Drift drift = i % 2 == 0 ? Drift.LEFT : Drift.RIGHT;
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

  private static List<NormedExample> normed(int count, int seed) {
    return examples(count, seed).stream()
        .map(example -> new NormedExample(example.frames(), example.expected()))
        .toList();
  }

  private static NormedTrainer trainer() {
    return NormedTrainer.create().seed(1).accumulate(2).averageWeights(0.5);
  }

  @Test
  void aTrainingWithRunningStatisticsThatWasStoppedGoesOnToTheSameBits(@TempDir Path folder) {
    List<NormedExample> train = normed(36, 1);
    Path checkpoint = folder.resolve("normed.checkpoint");
    String whole;
    try (NormedPredictor model = trainer().fit(train)) {
      whole = model.host.weights().sha256();
      assertThat(running(model, "batchNorm2.running_mean")).isNotEqualTo(new float[12]);
      Path file = folder.resolve("normed.rondo");
      model.save(file);
      try (NormedPredictor loaded = NormedPredictor.load(file)) {
        assertThat(loaded.host.weights().sha256()).isEqualTo(whole);
      }
      // one by one and together: no answer depends on others
      List<List<BufferedImage>> clips = train.stream().map(NormedExample::frames).toList();
      assertThat(model.driftAllScored(clips).get(3).probability())
          .isWithin(1e-5)
          .of(model.driftScored(clips.get(3)).probability());
    }
    NormedTrainer stopped = trainer().checkpoint(checkpoint);
    stopped.listener(
        new TrainingListener() {
          @Override
          public void onBatch(BatchProgress progress) {
            // in the middle of a group of batches whose gradients go together
            if (progress.epoch() == 2 && progress.done() == 8) {
              stopped.stop();
            }
          }
        });
    stopped.fit(train).close();
    assertThat(Files.exists(checkpoint)).isTrue();
    try (NormedPredictor model = trainer().checkpoint(checkpoint).fit(train)) {
      assertThat(model.host.weights().sha256()).isEqualTo(whole);
    }
  }

  private static float[] running(NormedPredictor model, String name) {
    return Objects.requireNonNull(model.host.weights().tensors().get(name)).values();
  }

  @Test
  void statisticsOfAFrozenLayerStayAsTheyAre() {
    try (NormedPredictor model = trainer().epochs(1).freeze("batchNorm2").fit(normed(16, 1))) {
      assertThat(running(model, "batchNorm2.running_mean")).isEqualTo(new float[12]);
      assertThat(running(model, "batchNorm.running_mean")).isNotEqualTo(new float[4]);
    }
  }
}
