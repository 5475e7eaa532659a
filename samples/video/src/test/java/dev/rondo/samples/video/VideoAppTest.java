package dev.rondo.samples.video;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.JsonObject;
import dev.rondo.samples.corpora.motion.Motion;
import dev.rondo.samples.corpora.motion.MovingShapes;
import dev.rondo.samples.testing.Run;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoAppTest {
  private static final int CLIPS = 160;

  @TempDir private static Path folder;
  private static Path data;
  private static Path model;
  private static Path picture;
  private static Run training;

  /** What grows and what shrinks: the easiest pair. */
  @BeforeAll
  static void trainOnce() throws IOException {
    data = folder.resolve("clips");
    MovingShapes shapes = new MovingShapes(1);
    for (int i = 0; i < CLIPS; i++) {
      Motion motion = i % 2 == 0 ? Motion.GROWING : Motion.SHRINKING;
      write(
          data.resolve(motion.name().toLowerCase(Locale.ROOT)).resolve("clip" + i), shapes, motion);
    }
    model = folder.resolve("model.rondo");
    picture = folder.resolve("clips.png");
    training =
        Run.of(
            VideoApp::run,
            "",
            "--data",
            data,
            "--epochs",
            8,
            "--save",
            model,
            "--picture",
            picture,
            "--clip",
            data.resolve("growing/clip0"),
            "--json");
  }

  private static void write(Path clip, MovingShapes shapes, Motion motion) throws IOException {
    Files.createDirectories(clip);
    List<BufferedImage> frames = shapes.clip(motion);
    for (int t = 0; t < frames.size(); t++) {
      ImageIO.write(frames.get(t), "png", clip.resolve(t + ".png").toFile());
    }
  }

  @Test
  void theOrderOfThePicturesIsLearnedAndNothingElseTells() {
    assertThat(training.exitCode()).isEqualTo(0);
    assertThat(training.outLines()).hasSize(1);
    JsonObject results = training.json();
    assertThat(results.get("accuracy").getAsDouble()).isAtLeast(0.85);
    assertThat(results.get("accuracyUnordered").getAsDouble()).isAtMost(0.7);
    assertThat(results.get("answer").getAsString()).isEqualTo("growing");
    assertThat(results.get("examples").getAsInt()).isEqualTo(CLIPS / 5);
    assertThat(results.get("epochs").getAsInt()).isAtMost(8);
    assertThat(results.get("secondsPerEpoch").getAsDouble()).isGreaterThan(0);
    assertThat(results.get("weights").getAsString()).hasLength(64);
    assertThat(training.err()).contains("the same pictures without their order:");
    assertThat(training.err()).contains("without their order: accuracy ");
  }

  @Test
  void thePictureHasTheFramesAndTheAnswers() throws IOException {
    BufferedImage drawn = ImageIO.read(picture.toFile());
    boolean right = false;
    for (int x = 0; x < drawn.getWidth(); x++) {
      for (int y = 0; y < drawn.getHeight(); y++) {
        right |= (drawn.getRGB(x, y) & 0xffffff) == 0x2ca02c;
      }
    }
    assertThat(right).isTrue();
  }

  @Test
  void aModelThatIsLoadedSaysWhatHappens() {
    Run loaded =
        Run.of(
            VideoApp::run,
            "",
            "--load",
            model,
            "--data",
            data,
            "--clip",
            data.resolve("shrinking/clip1"));
    assertThat(loaded.exitCode()).isEqualTo(0);
    assertThat(loaded.outLines()).hasSize(1);
    assertThat(loaded.outLines().get(0)).startsWith("shrinking (");
  }

  @Test
  void mistakesAreToldInALine() throws IOException {
    assertMistake("is no folder", "--data", folder.resolve("none"));
    assertMistake("has no folders, expected one for each class", "--data", newFolder("empty"));
    assertMistake("does not exist", "--clip", folder.resolve("none.gif"));
    assertMistake("--epochs is about training", "--load", model, "--epochs", 3);
    Path one = newFolder("one");
    write(one.resolve("only/clip"), new MovingShapes(2), Motion.UP);
    assertMistake("has clips of one class, \"only\"", "--data", one);
    Files.write(one.resolve("only/broken.gif"), new byte[] {1, 2});
    assertMistake("broken.gif: is no picture that Java reads", "--data", one);
  }

  private static Path newFolder(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  private static void assertMistake(String message, Object... arguments) {
    Run run = Run.of(VideoApp::run, "", arguments);
    assertThat(run.exitCode()).isNotEqualTo(0);
    assertThat(run.err()).contains(message);
  }
}
