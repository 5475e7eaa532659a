package dev.rondo.runtime.data.text;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.data.Messages.messageOf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubwordsTest {
  private static String messageOfRestoring(List<String> tokens, String... merges) {
    return messageOf(IllegalArgumentException.class, () -> Subwords.of(tokens, List.of(merges)));
  }

  @Test
  void anUnseenWordIsCutAsInThePaper() {
    // figure 1 of Sennrich, Haddow, Birch 2016, with its "\u00b7" for the end of a word
    Subwords subwords =
        Subwords.of(
            List.of("l", "o", "w", "e", "r", "\u00b7", "r\u00b7", "lo", "low", "er\u00b7"),
            List.of("r \u00b7", "l o", "lo w", "e r\u00b7"));
    assertThat(subwords.cut("lower\u00b7")).containsExactly("low", "er\u00b7").inOrder();
  }

  @Test
  void wordsAreCutAsTheAuthorsProgramCutsThem() {
    // their symbols at the end of a word are made of two characters here, before anything else
    String end = "\uE000";
    Set<String> characters = new LinkedHashSet<>(List.of(end));
    Set<String> lasts = new LinkedHashSet<>();
    for (SubwordNmt.Word word : SubwordNmt.words()) {
      word.text().codePoints().forEach(c -> characters.add(Character.toString(c)));
      lasts.add(word.symbols().get(word.symbols().size() - 1).replace("</w>", end));
    }
    List<String> lines = new ArrayList<>();
    lasts.forEach(last -> lines.add(last.replace(end, " " + end)));
    SubwordNmt.merges().forEach(merge -> lines.add(merge.replace("</w>", end)));
    List<String> tokens = new ArrayList<>(characters);
    lines.forEach(line -> tokens.add(Merge.of(line).joined()));

    Subwords subwords = Subwords.of(tokens, lines);
    for (SubwordNmt.Word word : SubwordNmt.words()) {
      String cut = String.join(" ", subwords.cut(word.text() + end));
      assertThat(cut.replace(" " + end, "").replace(end, ""))
          .isEqualTo(String.join(" ", word.subwords()));
    }
  }

  @Test
  void charactersComeFirstAndCountAsSubwords() {
    Map<String, Long> pieces = Map.of(" aaab", 3L, " b", 2L);
    assertThat(Subwords.learn(pieces, 5, 1).tokens())
        .containsExactly("a", " ", "b", "aa", "aaa")
        .inOrder();
    assertThat(Subwords.learn(pieces, 2, 1).tokens()).containsExactly("a", " ").inOrder();
  }

  @Test
  void rareCharactersAreUnknownAndRarePairsStayTwo() {
    Subwords subwords = Subwords.learn(Map.of("ab", 5L, "xab", 2L, "ac", 4L), 100, 3);
    assertThat(subwords.tokens()).containsExactly("a", "b", "c", "ab", "ac").inOrder();
    assertThat(subwords.cut("xabxc")).containsExactly("x", "ab", "x", "c").inOrder();
  }

  @Test
  void nothingLearnedCutsIntoCharacters() {
    Subwords none = Subwords.learn(Map.of(), 10, 1);
    assertThat(none.tokens()).isEmpty();
    assertThat(none.cut("a\ud83d\ude00")).containsExactly("a", "\ud83d\ude00").inOrder();
  }

  @Test
  void limitsBelowOneAreRefused() {
    assertThat(
            messageOf(IllegalArgumentException.class, () -> Subwords.learn(Map.of("a", 1L), 0, 1)))
        .isEqualTo("vocabulary is 0, must be at least 1");
  }

  @Test
  void moreMergesThanTokensAreRefused() {
    assertThat(messageOfRestoring(List.of("a"), "a a", "a aa"))
        .isEqualTo("there are 2 merges, but 1 tokens");
  }

  @Test
  void tokensThatNothingMakesAreRefused() {
    assertThat(messageOfRestoring(List.of("a", "ab")))
        .isEqualTo("token \"ab\" is no single character, and no merge makes it");
    assertThat(messageOfRestoring(List.of("")))
        .isEqualTo("token \"\" is no single character, and no merge makes it");
  }

  @Test
  void mergesThatAreNotTwoSubwordsAreRefused() {
    for (String line : List.of("", " ", "ab", " ab", "ab ")) {
      assertThat(messageOfRestoring(List.of("a", "b", "ab"), line))
          .isEqualTo("merge \"" + line + "\" is not two subwords with a space between them");
    }
  }

  @Test
  void mergesOfUnknownPartsAreRefused() {
    assertThat(messageOfRestoring(List.of("a", "b", "ac"), "a c"))
        .isEqualTo(
            "merge \"a c\" needs \"c\", which is neither a character of the vocabulary nor made by"
                + " an earlier merge");
  }

  @Test
  void mergesThatNeedEachOtherAreRefused() {
    assertThat(messageOfRestoring(List.of("a", "aaa", "aa"), "aa a", "a a"))
        .startsWith("merge \"aa a\" needs \"aa\", which is neither");
  }

  @Test
  void mergesThatAreThereTwiceAreRefused() {
    assertThat(messageOfRestoring(List.of("a", "b", "ab", "ab"), "a b", "a b"))
        .isEqualTo("merge \"a b\" is there twice");
  }

  @Test
  void mergesThatMakeSomethingElseAreRefused() {
    assertThat(messageOfRestoring(List.of("a", "b", "ba"), "a b"))
        .isEqualTo("merge \"a b\" makes \"ab\", but the vocabulary has \"ba\" in its place");
  }
}
