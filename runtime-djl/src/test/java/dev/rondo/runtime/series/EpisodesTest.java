package dev.rondo.runtime.series;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EpisodesTest {
  @Test
  void alarmsCloseTogetherAreOneEpisode() {
    double[] scores = {0, 5, Double.NaN, 5, 0, 0, 0, 6, 4};
    assertThat(Episodes.of(scores, 5, 2))
        .containsExactly(new LabelledWindow(1, 3), new LabelledWindow(7, 7))
        .inOrder();
    assertThat(Episodes.of(scores, 5, 4)).containsExactly(new LabelledWindow(1, 7));
    assertThat(Episodes.of(scores, 4, 1))
        .containsExactly(
            new LabelledWindow(1, 1), new LabelledWindow(3, 3), new LabelledWindow(7, 8));
    assertThat(Episodes.of(scores, 7, 3)).isEmpty();
  }

  @Test
  void theThresholdIsTheLowestWithoutTooManyEpisodesAtOrAboveIt() {
    Random random = new Random(2);
    for (int run = 0; run < 20; run++) {
      List<double[]> ordinary = new ArrayList<>();
      for (int s = 0; s < 3; s++) {
        double[] scores = new double[300];
        for (int i = 0; i < scores.length; i++) {
          scores[i] = i < 9 ? Double.NaN : Math.abs(random.nextGaussian());
        }
        ordinary.add(scores);
      }
      // 873 scores of an hour are 36.375 days, 0.2 a day are 7 episodes
      double threshold = Episodes.threshold(ordinary, Duration.ofHours(1), 0.2, 3);
      assertThat(count(ordinary, threshold)).isAtMost(7);
      double[] below =
          ordinary.stream()
              .flatMapToDouble(Arrays::stream)
              .filter(score -> score < threshold)
              .sorted()
              .toArray();
      assertThat(count(ordinary, below[below.length - 1])).isGreaterThan(7);
    }
  }

  private static int count(List<double[]> ordinary, double threshold) {
    return ordinary.stream().mapToInt(s -> Episodes.of(s, threshold, 3).size()).sum();
  }

  @Test
  void tooLittleDataForAThresholdIsAnError() {
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () ->
                    Episodes.threshold(
                        List.of(new double[480]), Duration.ofMinutes(30), 1.0 / 7, 5)))
        .hasMessageThat()
        .isEqualTo(
            "0.1429 false episodes a day are 1.429 in the 10 days of scores on ordinary data; a"
                + " threshold needs at least 3: validate on 21 days or more, or accept more");
  }
}
