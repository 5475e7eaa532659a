package dev.rondo.runtime.data.text;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Against what the authors of byte-pair encoding for words published, and its definition. */
class MergeLearnerTest {
  /** The dictionary of algorithm 1 in Sennrich, Haddow, Birch 2016. */
  private static final Map<String, Integer> PAPER =
      new TreeMap<>(
          Map.of(
              "l o w </w>", 5,
              "l o w e r </w>", 2,
              "n e w e s t </w>", 6,
              "w i d e s t </w>", 3));

  private static List<String> learned(Map<String, Integer> words, int most) {
    MergeLearner learner = new MergeLearner(2);
    words.forEach((word, times) -> learner.add(List.of(word.split(" ")), times));
    return learner.learn(most).stream().map(Merge::line).toList();
  }

  @Test
  void theDictionaryOfThePaperIsJoinedByFrequency() {
    // 9 times each: "e s", "s t", "t </w>"; 7 times: "l o", "o w"; 6 times: "n e", "e w", ...
    assertThat(learned(PAPER, 8))
        .containsExactly(
            "t </w>", "s t</w>", "e st</w>", "o w", "l ow", "w est</w>", "n e", "ne west</w>")
        .inOrder();
  }

  @Test
  void pairsSeenOnceAreNotJoined() {
    assertThat(learned(Map.of("a b", 1, "c d", 2), 10)).containsExactly("c d");
    assertThat(learned(Map.of("a b", 1, "x a b", 1), 10)).containsExactly("a b");
  }

  @Test
  void mergesAreThoseThatTheAuthorsProgramLearned() {
    MergeLearner learner = new MergeLearner(2);
    for (SubwordNmt.Word word : SubwordNmt.words()) {
      learner.add(word.symbols(), word.times());
    }
    assertThat(learner.learn(1000).stream().map(Merge::line).toList())
        .containsExactlyElementsIn(SubwordNmt.merges())
        .inOrder();
  }

  @Property(seed = "1", tries = 300)
  void mergesAreThoseOfTheDefinition(
      @ForAll @Size(max = 12)
          List<@StringLength(min = 1, max = 9) @CharRange(from = 'a', to = 'c') String> words,
      @ForAll @IntRange(min = 1, max = 5) int minFrequency) {
    Map<String, Integer> counts = new TreeMap<>();
    MergeLearner learner = new MergeLearner(minFrequency);
    for (String word : words) {
      String symbols = String.join(" ", word.split(""));
      counts.merge(symbols, word.length(), Integer::sum);
      learner.add(List.of(symbols.split(" ")), word.length());
    }
    assertThat(learner.learn(30)).isEqualTo(byDefinition(counts, minFrequency, 30));
  }

  /** Counts all pairs anew for each merge, as algorithm 1 does. */
  private static List<Merge> byDefinition(Map<String, Integer> words, int minFrequency, int most) {
    List<Merge> merges = new ArrayList<>();
    Map<String, Integer> now = words;
    while (merges.size() < most) {
      Map<Merge, Integer> pairs = new HashMap<>();
      now.forEach(
          (word, times) -> {
            String[] symbols = word.split(" ", -1);
            for (int i = 1; i < symbols.length; i++) {
              pairs.merge(new Merge(symbols[i - 1], symbols[i]), times, Integer::sum);
            }
          });
      int highest = pairs.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      if (highest < minFrequency) {
        break;
      }
      pairs.values().removeIf(count -> count < highest);
      Merge merge = Collections.max(pairs.keySet(), Merge.ORDER);
      merges.add(merge);
      Map<String, Integer> joined = new TreeMap<>();
      now.forEach((word, times) -> joined.merge(join(word, merge), times, Integer::sum));
      now = joined;
    }
    return merges;
  }

  /** As in the paper: symbols have spaces between them. */
  private static String join(String word, Merge merge) {
    return Pattern.compile("(?<!\\S)" + Pattern.quote(merge.line()) + "(?!\\S)")
        .matcher(word)
        .replaceAll(merge.joined());
  }
}
