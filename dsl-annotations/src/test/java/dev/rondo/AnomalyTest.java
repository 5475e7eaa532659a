package dev.rondo;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.Anomaly.ExpectedNumber;
import dev.rondo.Anomaly.ExpectedSymbol;
import dev.rondo.Anomaly.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people read of an anomaly. */
class AnomalyTest {
  private static String text(String found, double mean, double deviation) {
    return new Part("load", 1, 3, found, new ExpectedNumber(mean, deviation)).toString();
  }

  @Test
  void numbersHaveAsManyDigitsAsPeopleRead() {
    assertThat(text("81.30000305175781", 52.38912, 1.0832))
        .isEqualTo("load is 81.3, expected 52.39 ± 1.1");
    assertThat(text("7.0", 7, 6.863e-9)).isEqualTo("load is 7, expected 7 ± 6.9e-09");
    assertThat(text("NaN", 1e13, 0.25)).isEqualTo("load is NaN, expected 1.000e+13 ± 0.25");
    assertThat(text("a lot", 123456, 10)).isEqualTo("load is a lot, expected 123500 ± 10");
  }

  @Test
  void theMostUnusualPartIsToldWithWhenItWasPredicted() {
    Part late = new Part("load", 24, 5, "81.3", new ExpectedNumber(47.1, 2.3));
    Part mode = new Part("mode", 1, 2, "OFF", new ExpectedSymbol("ON", 0.97, 0.01));
    assertThat(new Anomaly(5.04, List.of(late, mode)).toString())
        .isEqualTo("5.0: load is 81.3, expected 24 steps ago 47.1 ± 2.3");
    assertThat(new Anomaly(2, List.of(mode)).toString())
        .isEqualTo("2.0: mode is OFF, expected ON (97 %)");
    assertThat(new Anomaly(2, List.of()).toString()).isEqualTo("2.0");
    assertThat(new Anomaly(Double.NaN, List.of(mode)).toString()).isEqualTo("no score yet");
  }
}
