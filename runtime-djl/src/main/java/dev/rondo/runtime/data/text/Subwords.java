package dev.rondo.runtime.data.text;

import dev.rondo.runtime.data.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parts of words: single characters, and what {@linkplain MergeLearner byte-pair encoding} makes of
 * them, one merge after the other. Immutable; safe for use by many threads.
 */
final class Subwords {
  private final List<String> tokens;
  private final List<Merge> merges;

  /** Characters by number, which is their place among the tokens. */
  private final Map<Integer, Integer> characters = new HashMap<>();

  /** What two tokens become, by their numbers. An earlier merge makes a smaller number. */
  private final Map<Long, Integer> joined = new HashMap<>();

  private Subwords(List<String> tokens, List<Merge> merges) {
    this.tokens = tokens;
    this.merges = merges;
    Map<String, Integer> numbers = new HashMap<>();
    int first = tokens.size() - merges.size();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (i < first) {
        characters.put(token.codePointAt(0), i);
      } else {
        Merge merge = merges.get(i - first);
        joined.put(
            key(number(merge.left(), merge, numbers), number(merge.right(), merge, numbers)), i);
      }
      numbers.put(token, i);
    }
  }

  private static int number(String part, Merge merge, Map<String, Integer> numbers) {
    Integer number = numbers.get(part);
    if (number == null) {
      throw new IllegalArgumentException(
          "merge %s needs %s, which is neither a character of the vocabulary nor made by an earlier merge"
              .formatted(Wording.quote(merge.line()), Wording.quote(part)));
    }
    return number;
  }

  private static long key(int left, int right) {
    return (long) left << Integer.SIZE | right;
  }

  /**
   * Learns subwords.
   *
   * @param pieces what they are parts of, with how often each was seen
   * @param largest how many there may be, characters included, at least 1
   * @param minFrequency how often a character, and a pair that becomes one, must be seen, at least
   *     1; a pair that is seen once is never joined
   * @throws IllegalArgumentException if one of them is below 1
   */
  static Subwords learn(Map<String, Long> pieces, int largest, int minFrequency) {
    Map<String, Long> counts = new HashMap<>();
    pieces.forEach(
        (piece, times) -> symbols(piece).forEach(symbol -> counts.merge(symbol, times, Long::sum)));
    List<String> tokens = new ArrayList<>(TokenCounter.mostFrequent(counts, largest, minFrequency));
    MergeLearner learner = new MergeLearner(Math.max(2, minFrequency));
    Set<String> known = new HashSet<>(tokens);
    pieces.forEach(
        (piece, times) -> runs(symbols(piece), known).forEach(run -> learner.add(run, times)));
    List<Merge> merges = learner.learn(largest - tokens.size());
    merges.forEach(merge -> tokens.add(merge.joined()));
    return new Subwords(List.copyOf(tokens), merges);
  }

  private static List<String> symbols(String piece) {
    return piece.codePoints().mapToObj(Character::toString).toList();
  }

  /** Returns what stands between unknown characters. */
  private static List<List<String>> runs(List<String> symbols, Set<String> known) {
    List<List<String>> runs = new ArrayList<>();
    List<String> run = new ArrayList<>();
    for (String symbol : symbols) {
      if (known.contains(symbol)) {
        run.add(symbol);
      } else {
        runs.add(run);
        run = new ArrayList<>();
      }
    }
    runs.add(run);
    return runs;
  }

  /**
   * Returns the subwords that were stored.
   *
   * @param tokens characters, then what each merge makes
   * @param lines the merges, as {@link #merges} gives them
   * @throws IllegalArgumentException if they do not fit together
   */
  static Subwords of(List<String> tokens, List<String> lines) {
    if (lines.size() > tokens.size()) {
      throw new IllegalArgumentException(
          "there are %s merges, but %s tokens".formatted(lines.size(), tokens.size()));
    }
    int first = tokens.size() - lines.size();
    for (String character : tokens.subList(0, first)) {
      if (character.codePointCount(0, character.length()) != 1) {
        throw new IllegalArgumentException(
            "token %s is no single character, and no merge makes it"
                .formatted(Wording.quote(character)));
      }
    }
    List<Merge> merges = new ArrayList<>();
    Set<Merge> earlier = new HashSet<>();
    for (String line : lines) {
      Merge merge = Merge.of(line);
      String token = tokens.get(first + merges.size());
      if (!earlier.add(merge)) {
        throw new IllegalArgumentException("merge " + Wording.quote(line) + " is there twice");
      }
      if (!merge.joined().equals(token)) {
        throw new IllegalArgumentException(
            "merge %s makes %s, but the vocabulary has %s in its place"
                .formatted(
                    Wording.quote(line), Wording.quote(merge.joined()), Wording.quote(token)));
      }
      merges.add(merge);
    }
    return new Subwords(List.copyOf(tokens), merges);
  }

  /** Returns the characters, then what each merge makes. */
  List<String> tokens() {
    return tokens;
  }

  /** Returns the merges in order, one a line. */
  List<String> merges() {
    return merges.stream().map(Merge::line).toList();
  }

  /** Cuts a piece: of all merges that apply, the earliest comes first. Unknown characters stay. */
  List<String> cut(String piece) {
    List<Integer> numbers = new ArrayList<>();
    // one that is unknown has a number below 0, so that no merge applies to it
    piece.codePoints().forEach(c -> numbers.add(characters.getOrDefault(c, ~c)));
    for (int best = earliest(numbers); best >= 0; best = earliest(numbers)) {
      join(numbers, best);
    }
    return numbers.stream().map(n -> n < 0 ? Character.toString(~n) : tokens.get(n)).toList();
  }

  /** Returns what the earliest merge makes, a negative number if none applies. */
  private int earliest(List<Integer> numbers) {
    int earliest = -1;
    for (int i = 1; i < numbers.size(); i++) {
      int made = made(numbers.get(i - 1), numbers.get(i));
      if (made >= 0 && (earliest < 0 || made < earliest)) {
        earliest = made;
      }
    }
    return earliest;
  }

  private int made(int left, int right) {
    return left < 0 || right < 0 ? -1 : joined.getOrDefault(key(left, right), -1);
  }

  private void join(List<Integer> numbers, int made) {
    for (int i = 1; i < numbers.size(); i++) {
      if (made(numbers.get(i - 1), numbers.get(i)) == made) {
        numbers.set(i - 1, made);
        numbers.remove(i);
      }
    }
  }
}
