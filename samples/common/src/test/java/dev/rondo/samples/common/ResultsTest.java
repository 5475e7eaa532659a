package dev.rondo.samples.common;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class ResultsTest {
  @Test
  void resultsAreOneLineInTheOrderOfTheirNames() {
    Captured files = Captured.files("");
    new Results()
        .put("accuracy", 0.5)
        .put("examples", 309)
        .put("of", "a \"b\"\n<c>")
        .print(files.streams.out());
    assertThat(files.out())
        .isEqualTo(
            "{\"accuracy\":0.5,\"examples\":309,\"of\":\"a \\\"b\\\"\\n<c>\"}"
                + System.lineSeparator());
  }

  @Test
  void whatIsNoNumberIsNull() {
    Captured files = Captured.files("");
    new Results()
        .put("loss", Double.NaN)
        .put("rate", Double.POSITIVE_INFINITY)
        .print(files.streams.out());
    assertThat(files.out().strip()).isEqualTo("{\"loss\":null,\"rate\":null}");
  }
}
