package dev.rondo.processor.plan.code;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTest {
  @ParameterizedTest
  @CsvSource({
    "review, reviews",
    "query, queries",
    "day, days",
    "box, boxes",
    "speech, speeches",
    "words, allWords",
    "text_, allText_",
  })
  void severalOfANameAreCalledAsInEnglish(String one, String several) {
    assertThat(Code.plural(one)).isEqualTo(several);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "9999, 9999", "30000, 30_000", "1000000, 1_000_000"})
  void longNumbersHaveTheirDigitsInGroups(int number, String written) {
    assertThat(Code.number(number).toString()).isEqualTo(written);
  }

  @Test
  void longTextsAreBrokenBehindCommas() {
    String columns = "number(STANDARD), ".repeat(8) + "flag";
    String[] literals = Code.text(columns).toString().split(" \\+ ");

    assertThat(literals.length).isEqualTo(2);
    assertThat(literals[0]).endsWith(", \"");
    assertThat(String.join("", literals).replace("\"", "")).isEqualTo(columns);
    assertThat(Code.text("text, short").toString()).isEqualTo("\"text, short\"");
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.5", "5, 5.0", "0.002, 0.002", "0.0001, 1e-4", "0.00025, 2.5e-4"})
  void smallNumbersHaveAnExponent(double number, String written) {
    assertThat(Code.number(number).toString()).isEqualTo(written);
  }
}
