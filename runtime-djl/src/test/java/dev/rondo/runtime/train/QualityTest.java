package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

/** Which of two figures is better, and how they read. */
class QualityTest {
  @Test
  void sharesAndScoresAreBetterTheHigherErrorsTheLower() {
    assertThat(Quality.accuracy(0.9).betterThan(Quality.accuracy(0.8))).isTrue();
    assertThat(Quality.accuracy(0.8).betterThan(Quality.accuracy(0.9))).isFalse();
    assertThat(Quality.bleu(30).betterThan(Quality.bleu(29))).isTrue();
    assertThat(Quality.error("MAE", 2).betterThan(Quality.error("MAE", 3))).isTrue();
    assertThat(Quality.error("MAE", 3).betterThan(Quality.error("MAE", 2))).isFalse();
  }

  @Test
  void equalIsNotBetterAndNoNumberNeverIs() {
    Quality none = Quality.error("MAE", Double.NaN);
    assertThat(Quality.error("MAE", 2).betterThan(Quality.error("MAE", 2))).isFalse();
    assertThat(none.betterThan(Quality.error("MAE", 2))).isFalse();
    assertThat(none.betterThan(none)).isFalse();
    assertThat(Quality.error("MAE", 2).betterThan(none)).isTrue();
  }

  @Test
  void readsAsPeopleWriteIt() {
    assertThat(Quality.accuracy(0.825).toString()).isEqualTo("accuracy 82.5 %");
    assertThat(Quality.bleu(31.24).toString()).isEqualTo("BLEU 31.2");
    assertThat(Quality.error("MAE", 0.00123456).toString()).isEqualTo("MAE 0.001235");
    assertThat(Quality.error("RMSE", 123456.7).toString()).isEqualTo("RMSE 123500");
    assertThat(Quality.error("MAE", 3.1).of("hours").toString()).isEqualTo("hours MAE 3.100");
    assertThat(Quality.error("MAE", 0).toString()).isEqualTo("MAE 0");
    assertThat(Quality.error("MAE", 1.48029e-16).toString()).isEqualTo("MAE 1.480e-16");
    assertThat(Quality.error("MAE", 4.3819e26).toString()).isEqualTo("MAE 4.382e+26");
    assertThat(Quality.error("MAE", Double.NaN).toString()).isEqualTo("MAE NaN");
    assertThat(Quality.accuracy(1).of("queue").toString()).isEqualTo("queue accuracy 100.0 %");
  }
}
