package dev.rondo.runtime.data.text;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
  private static List<String> words(String text) {
    return new TextSettings(Tokens.WORDS, "", true, false).tokenizer().tokens(text);
  }

  private static List<String> words(String text, String language) {
    return new TextSettings(Tokens.WORDS, language, true, false).tokenizer().tokens(text);
  }

  private static List<String> characters(String text) {
    return new TextSettings(Tokens.CHARACTERS, "", true, false).tokenizer().tokens(text);
  }

  @Test
  void wordsNumbersAndPunctuationAreTokens() {
    assertThat(words("A quiet triumph... I can't stop, 3.14 times!"))
        .containsExactly(
            "a", "quiet", "triumph", ".", ".", ".", "i", "can't", "stop", ",", "3.14", "times", "!")
        .inOrder();
  }

  @Test
  void caseIsKeptWhereItIsWanted() {
    assertThat(new TextSettings(Tokens.WORDS, "", false, false).tokenizer().tokens("An Apple"))
        .containsExactly("An", "Apple")
        .inOrder();
  }

  @Test
  void whiteSpaceOfAnyKindOnlySeparates() {
    assertThat(words("a\r\nb \t c\u00a0d\u3000e\u2028f\u0085g\u200bh"))
        .containsExactly("a", "b", "c", "d", "e", "f", "g", "h")
        .inOrder();
  }

  @Test
  void aNarrowSpaceSeparatesWordsButNotDigits() {
    assertThat(words("O\u00f9\u202f? \u00ab\u202foui\u202f\u00bb 10\u202f000\u202f\u20ac", "fr"))
        .containsExactly("o\u00f9", "?", "\u00ab", "oui", "\u00bb", "10\u202f000", "\u20ac")
        .inOrder();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\t", "\u00a0\u3000", "\u0000\u0007", "\u200b\ufeff"})
  void textWithoutAnythingVisibleHasNoWords(String text) {
    assertThat(words(text)).isEmpty();
  }

  @Test
  void anEmojiIsOneTokenHoweverManyCodePointsItHas() {
    String family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66";
    String thumbWithSkinTone = "\ud83d\udc4d\ud83c\udffd";
    String france = "\ud83c\uddeb\ud83c\uddf7";
    String germany = "\ud83c\udde9\ud83c\uddea";
    String heart = "\u2764\ufe0f";
    assertThat(words(family + thumbWithSkinTone + " " + france + germany + heart))
        .containsExactly(family, thumbWithSkinTone, france, germany, heart)
        .inOrder();
  }

  @Test
  void combiningMarksBelongToTheirLetter() {
    assertThat(words("e\u0301te\u0301")).containsExactly("\u00e9t\u00e9");
    assertThat(words("\u00e9t\u00e9")).containsExactly("\u00e9t\u00e9");
  }

  @Test
  void arabicAndHebrewAreCutAtTheirWords() {
    assertThat(words("\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645!"))
        .containsExactly(
            "\u0645\u0631\u062d\u0628\u0627", "\u0628\u0627\u0644\u0639\u0627\u0644\u0645", "!")
        .inOrder();
    String acronym = "\u05e6\u05d4\"\u05dc";
    assertThat(words("\u05e9\u05dc\u05d5\u05dd " + acronym))
        .containsExactly("\u05e9\u05dc\u05d5\u05dd", acronym)
        .inOrder();
  }

  @Test
  void thaiAndChineseAreCutWithoutSpaces() {
    assertThat(words("\u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22"))
        .containsExactly("\u0e20\u0e32\u0e29\u0e32", "\u0e44\u0e17\u0e22")
        .inOrder();
    assertThat(words("\u6211\u7231\u5317\u4eac"))
        .containsExactly("\u6211", "\u7231", "\u5317\u4eac")
        .inOrder();
  }

  @Test
  void lowerCaseFollowsTheLanguage() {
    assertThat(words("ISPARTA \u0130zmir", "tr"))
        .containsExactly("\u0131sparta", "izmir")
        .inOrder();
    assertThat(words("ISPARTA", "en")).containsExactly("isparta");
    // a sigma at the end of a word has its own form
    assertThat(words("\u039f\u0394\u039f\u03a3", "el")).containsExactly("\u03bf\u03b4\u03bf\u03c2");
  }

  @Test
  void halfSurrogatePairsAndControlsDoNoHarm() {
    assertThat(words("x\ud800 \udc00y \u0000 a\u0007b"))
        .containsExactly("x", "\ufffd", "\ufffd", "y", "a", "b")
        .inOrder();
    assertThat(characters("a\ud800\u0000")).containsExactly("a", "\ufffd", "\u0000").inOrder();
  }

  @Test
  void charactersAreCodePointsWithWhiteSpace() {
    assertThat(characters("Ab \ud83d\ude00e\u0301"))
        .containsExactly("a", "b", " ", "\ud83d\ude00", "\u00e9")
        .inOrder();
  }

  @Test
  void windowsLineEndsAreLineFeeds() {
    assertThat(characters("a\r\nb\rc")).containsExactly("a", "\n", "b", "\r", "c").inOrder();
  }

  @ParameterizedTest
  @ValueSource(strings = {"english_US!", "e", "-", "123456789"})
  void whatIsNoLanguageTagIsRefused(String language) {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> words("a", language));
    assertThat(error)
        .hasMessageThat()
        .isEqualTo(
            "language \""
                + language
                + "\" is no IETF language tag. Write for example \"en\" or \"pt-BR\", or \"\" for"
                + " none.");
  }

  @Test
  void aHundredThousandWordsAreCut() {
    assertThat(words("word ".repeat(100_000))).hasSize(100_000);
    assertThat(words("x".repeat(100_000))).hasSize(1);
  }

  @Test
  void sixteenThreadsCutAsOneDoes() throws Exception {
    Tokenizer tokenizer = new TextSettings(Tokens.WORDS, "", true, false).tokenizer();
    List<String> texts =
        IntStream.range(0, 200).mapToObj(i -> "Text " + i + ": " + "na ".repeat(i) + "!").toList();
    List<List<String>> alone = texts.stream().map(TokenizerTest::words).toList();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      CountDownLatch together = new CountDownLatch(16);
      Callable<List<List<String>>> task =
          () -> {
            together.countDown();
            together.await();
            return texts.stream().map(tokenizer::tokens).toList();
          };
      List<Future<List<List<String>>>> results = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        results.add(threads.submit(task));
      }
      for (Future<List<List<String>>> result : results) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Property(seed = "1")
  void anyTextIsCutIntoVisibleTokensWithoutHalfPairs(
      @ForAll(supplier = AnyText.class) String text) {
    for (String token : words(text)) {
      assertThat(token.isBlank()).isFalse();
      assertThat(token.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
    }
  }

  @Property(seed = "1")
  void charactersJoinedAgainAreTheNormalizedText(@ForAll(supplier = AnyText.class) String text) {
    assertThat(String.join("", characters(text)))
        .isEqualTo(new TextNormalizer("", true).normalize(text));
  }

  @Property(seed = "1")
  void normalizingLettersTwiceChangesNothing(@ForAll(supplier = AnyText.class) String text) {
    TextNormalizer normalizer = new TextNormalizer("", true);
    String once = normalizer.normalize(text.replace("\r", ""));
    assertThat(normalizer.normalize(once)).isEqualTo(once);
  }
}
