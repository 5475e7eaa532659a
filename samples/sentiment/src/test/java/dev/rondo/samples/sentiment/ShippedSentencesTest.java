package dev.rondo.samples.sentiment;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.JsonObject;
import dev.rondo.samples.testing.Run;
import org.junit.jupiter.api.Test;

class ShippedSentencesTest {
  @Test
  void twoEpochsGive85PercentOnDevAnd72PercentOnTheHandWrittenSentences() {
    JsonObject results = Run.of(SentimentApp::run, "", "--epochs", 2, "--seed", 1, "--json").json();
    assertThat(results.get("devAccuracy").getAsDouble()).isAtLeast(0.85);
    assertThat(results.get("accuracy").getAsDouble()).isAtLeast(0.72);
    assertThat(results.get("accuracyNotHard").getAsDouble())
        .isGreaterThan(results.get("accuracy").getAsDouble());
  }
}
