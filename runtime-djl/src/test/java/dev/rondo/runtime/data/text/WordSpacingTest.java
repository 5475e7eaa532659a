package dev.rondo.runtime.data.text;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.data.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordSpacingTest {
  private static String cutAndJoined(String text, String language) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.WORDS, language, false);
    learner.add(text);
    TextCodec codec = learner.build(1000, 1);
    return codec.decode(codec.tokens(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A well-known film: it isn't bad, is it?!",
        "He said, \"Stop!\" and \"Go on.\"",
        "\u201cStop,\u201d he said. \u2018Why?\u2019",
        "The dogs' food (50% off) costs $3.50 and/or 4 \u20ac...",
        "-5 degrees at 10:30, #1 (-7 later).",
        "A dash \u2014 or two.",
        "\u00bfQu\u00e9 tal? \u00a1Bien!"
      })
  void textGetsItsSpacesBack(String text) {
    assertThat(cutAndJoined(text, "en")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Comment \u00e7a va ?",
        "Est-ce que l'homme vient, dit-elle ?",
        "Y a-t-il une photo ? Oui ! Non : peut-\u00eatre ; voil\u00e0.",
        "Quoi ?! Il dit : \u00ab Viens ici ! \u00bb, puis \u00ab non \u00bb.",
        "Aujourd'hui, c'est \"moi\" \u00e0 10:30 (ou 5 $)."
      })
  void frenchSetsItsMarksOff(String text) {
    assertThat(cutAndJoined(text, "fr")).isEqualTo(text);
    assertThat(cutAndJoined(text, "fr-CH")).isEqualTo(text);
  }

  @Test
  void everyKindOfSpaceIsAPlainOne() {
    assertThat(cutAndJoined("O\u00f9\u202f?\u00a0Ici.", "fr")).isEqualTo("O\u00f9 ? Ici.");
  }

  @Test
  void scriptsWithoutSpacesGetNone() {
    String text = "\u6211\u7231\u5317\u4eac\u3002";
    assertThat(cutAndJoined(text, "zh")).isEqualTo(text);
  }
}
