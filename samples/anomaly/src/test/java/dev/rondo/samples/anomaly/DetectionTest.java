package dev.rondo.samples.anomaly;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.series.LabelledWindow;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionTest {
  private static final List<LabelledWindow> WINDOWS =
      List.of(new LabelledWindow(100, 110), new LabelledWindow(300, 300));

  private static Detection detect(int... alarms) {
    double[] scores = new double[500];
    for (int alarm : alarms) {
      scores[alarm] = 5;
    }
    return Detection.of(scores, 5, WINDOWS);
  }

  @Test
  void anAlarmInAWindowOrALittleBehindFindsIt() {
    assertThat(detect(100, 310).found()).containsExactly(true, true).inOrder();
    assertThat(detect(99, 311).found()).containsExactly(false, false).inOrder();
    assertThat(detect(120).recall()).isEqualTo(0.5);
  }

  @Test
  void alarmsThatAreInNoWindowNorItsEchoAreFalseEpisodes() {
    assertThat(detect(105, 158, 300).falseEpisodes()).isEqualTo(0);
    assertThat(detect(20, 40, 60).falseEpisodes()).isEqualTo(1); // close together
    assertThat(detect(20, 41, 159).falseEpisodes()).isEqualTo(3);
  }
}
