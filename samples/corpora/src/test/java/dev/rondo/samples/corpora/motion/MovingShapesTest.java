package dev.rondo.samples.corpora.motion;

import static com.google.common.truth.Truth.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MovingShapesTest {
  private static List<List<Integer>> pixels(List<BufferedImage> frames) {
    List<List<Integer>> pixels = new ArrayList<>();
    for (BufferedImage frame : frames) {
      int[] samples =
          frame.getRaster().getSamples(0, 0, frame.getWidth(), frame.getHeight(), 0, (int[]) null);
      pixels.add(Arrays.stream(samples).boxed().toList());
    }
    return pixels;
  }

  @ParameterizedTest
  @EnumSource(Motion.class)
  void theOtherOfAPairIsTheSamePicturesPlayedBackwards(Motion motion) {
    for (int seed = 0; seed < 5; seed++) {
      List<BufferedImage> other = new MovingShapes(seed).clip(motion.backwards());
      Collections.reverse(other);
      List<BufferedImage> clip = new MovingShapes(seed).clip(motion);

      assertThat(pixels(clip)).isEqualTo(pixels(other));
      assertThat(clip.size()).isIn(List.of(8, 9, 10, 11, 12));
      assertThat(motion.backwards().backwards()).isEqualTo(motion);
    }
  }

  @Test
  void clipsDifferAndTheirPicturesDo() {
    MovingShapes shapes = new MovingShapes(1);
    List<List<Integer>> first = pixels(shapes.clip(Motion.RIGHT));

    assertThat(pixels(shapes.clip(Motion.RIGHT))).isNotEqualTo(first);
    assertThat(first).containsNoDuplicates();
  }

  /** What moves right is further right at the end. */
  @Test
  void motionsAreWhatTheyAreCalled() {
    List<BufferedImage> right = new MovingShapes(3).clip(Motion.RIGHT);
    List<BufferedImage> down = new MovingShapes(3).clip(Motion.DOWN);
    List<BufferedImage> growing = new MovingShapes(3).clip(Motion.GROWING);

    assertThat(middle(last(right), true) - middle(right.get(0), true)).isGreaterThan(1.0);
    assertThat(middle(last(down), false) - middle(down.get(0), false)).isGreaterThan(1.0);
    assertThat(sum(last(growing))).isGreaterThan(sum(growing.get(0)));
  }

  private static BufferedImage last(List<BufferedImage> frames) {
    return frames.get(frames.size() - 1);
  }

  private static double sum(BufferedImage frame) {
    double sum = 0;
    for (int y = 0; y < frame.getHeight(); y++) {
      for (int x = 0; x < frame.getWidth(); x++) {
        sum += frame.getRaster().getSample(x, y, 0);
      }
    }
    return sum;
  }

  private static double middle(BufferedImage frame, boolean ofColumns) {
    double sum = 0;
    for (int y = 0; y < frame.getHeight(); y++) {
      for (int x = 0; x < frame.getWidth(); x++) {
        sum += (ofColumns ? x : y) * frame.getRaster().getSample(x, y, 0);
      }
    }
    return sum / sum(frame);
  }
}
