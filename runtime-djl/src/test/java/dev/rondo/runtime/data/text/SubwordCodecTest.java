package dev.rondo.runtime.data.text;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.StoredCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubwordCodecTest {
  private static TextCodec learned(int vocabulary, String... texts) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.SUBWORDS, "", false);
    List.of(texts).forEach(learner::add);
    return learner.build(vocabulary, 1);
  }

  private static List<String> cut(TextCodec codec, String text) {
    return Arrays.stream(codec.tokens(text)).mapToObj(codec.vocabulary()::token).toList();
  }

  @Test
  void frequentWordsAreOneTokenAndRareOnesSeveral() {
    TextCodec codec = learned(16, "low low low lower newest newest widest widest");
    assertThat(cut(codec, "lowest slow")).containsExactly(" low", "est", " ", "s", "low").inOrder();
  }

  @Test
  void aWordIsTheSameTokenAtTheBeginningOfALineAndWithinIt() {
    TextCodec codec = learned(100, "la la la\nla la", "la");
    int la = codec.vocabulary().id(" la");
    assertThat(codec.encode("la la\nla"))
        .isEqualTo(new int[] {la, la, codec.vocabulary().id("\n"), la});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "L'homme dit : \u00ab\u00a0Est-ce que \u00e7a va\u202f?\u00a0\u00bb",
        "O\u00f9\u202f? Ici ! \"Non\", dit-elle...",
        "C++ (f-strings) costs $3.50, \u2014 or 4 \u20ac",
        "two\n\nparagraphs\nof lines",
        "\u5317\u4eac\u5927\u5b66 \u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22",
        "\u2581 is no marker here",
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 family",
        ""
      })
  void textComesBackExactly(String text) {
    TextCodec codec = learned(300, text, "and other text");
    assertThat(codec.decode(codec.tokens(text))).isEqualTo(text);
  }

  @Test
  void runsOfWhiteSpaceAreOneSpaceOrTheirLineFeeds() {
    String text = "  a\t b \r\n\n\u3000c\u2003d ";
    TextCodec codec = learned(100, text);
    assertThat(codec.decode(codec.encode(text))).isEqualTo("a b\n\nc d");
  }

  @Property(seed = "1")
  void everyTextOfKnownCharactersComesBackButForRunsOfWhiteSpace(
      @ForAll(supplier = AnyText.class) String other,
      @ForAll(supplier = AnyText.class) String text,
      @ForAll @IntRange(min = 60, max = 120) int vocabulary) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.SUBWORDS, "", false);
    learner.add(text);
    learner.add(other);
    learner.add(text);
    TextCodec codec = learner.build(vocabulary + 5 * text.length(), 1);
    String normalized = new TextNormalizer("", false).normalize(text);
    String expected =
        Arrays.stream(normalized.split("\n", -1))
            .map(SubwordCodecTest::withRunsCollapsed)
            .collect(Collectors.joining("\n"));
    assertThat(codec.decode(codec.tokens(text))).isEqualTo(expected);
    assertThat(codec.decode(TextCodec.restore(codec.stored()).tokens(text))).isEqualTo(expected);
  }

  private static String withRunsCollapsed(String line) {
    StringBuilder collapsed = new StringBuilder();
    for (String word : line.split("[\\s\u001c-\u001f\\p{Z}&&[^\u00a0\u2007\u202f]]+", -1)) {
      collapsed.append(word.isEmpty() || collapsed.isEmpty() ? "" : " ").append(word);
    }
    return collapsed.toString();
  }

  @Test
  void unknownCharactersAreUnknownTokensAndKeepTheirSpaces() {
    TextCodec codec = learned(100, "ab ab");
    assertThat(cut(codec, "ab xb")).containsExactly(" ab", " ", "<unknown>", "b").inOrder();
    assertThat(codec.decode(codec.encode("ab xb"))).isEqualTo("ab <unknown>b");
    assertThat(codec.encode("")).isEqualTo(new int[] {Vocabulary.UNKNOWN});
  }

  @Test
  void theVocabularyIsNeverLargerThanAskedFor() {
    String text = "the quick brown fox jumps over the lazy dog ".repeat(3);
    for (int most = 1; most < 80; most++) {
      assertThat(learned(most, text).size()).isAtMost(most + 2);
    }
    assertThat(learned(20, text).size()).isEqualTo(22);
  }

  @Test
  void theOrderOfTextsDoesNotMatter() {
    List<String> texts = List.of("banana bandana", "ananas", "cabana cabal", "a b c");
    StoredCodec there = learned(40, texts.toArray(new String[0])).stored();
    StoredCodec back = learned(40, texts.get(3), texts.get(2), texts.get(1), texts.get(0)).stored();
    assertThat(back).isEqualTo(there);
  }

  @Test
  void aStoredCodecHasItsMergesAsReadableLines() {
    assertThat(learned(6, "ab ab abc").stored())
        .isEqualTo(
            new StoredCodec(
                "text",
                Map.of("tokens", "SUBWORDS", "language", "", "lowercase", "false"),
                List.of(" ", "a", "b", "c", "ab", " ab"),
                List.of("a b", "  ab")));
  }

  @Test
  void aHundredThousandCharactersWithoutASpaceAreCut() {
    TextCodec codec = learned(50, "na");
    String text = "na".repeat(50_000);
    assertThat(codec.decode(codec.encode(text))).isEqualTo(text);
    String blank = "\u00a0".repeat(100_000);
    TextCodec blanks = learned(50, blank);
    assertThat(blanks.decode(blanks.encode(blank))).isEqualTo(blank);
  }

  @Test
  void sixteenThreadsCutAsOneDoes() throws Exception {
    TextCodec codec = learned(60, "one text and another text, and a third one");
    List<String> texts =
        IntStream.range(0, 100).mapToObj(i -> "text " + "no ".repeat(i) + i + "!").toList();
    List<String> alone = texts.stream().map(text -> cut(codec, text).toString()).toList();
    TextCodec shared = TextCodec.restore(codec.stored());
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      Callable<List<String>> task =
          () -> texts.stream().map(text -> cut(shared, text).toString()).toList();
      List<Future<List<String>>> results = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        results.add(threads.submit(task));
      }
      for (Future<List<String>> result : results) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
