package dev.rondo.runtime.data.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Learns byte-pair encoding: again and again, the two neighbours that stand side by side most often
 * become one symbol (Sennrich, Haddow, Birch 2016, "Neural machine translation of rare words with
 * subword units", <a href="https://arxiv.org/abs/1508.07909">arXiv:1508.07909</a>, algorithm 1).
 *
 * <p>Of equally frequent pairs the last by {@link Merge#ORDER} is taken, as the authors'
 * subword-nmt does, so that the order of the words does not matter. Counts are kept up to date: a
 * merge costs what the words cost that have the pair. For use by one thread.
 */
final class MergeLearner {
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingLong(Candidate::count)
          .thenComparing(candidate -> candidate.pair().merge, Merge.ORDER)
          .reversed();

  private final int minFrequency;
  private final Map<Merge, Pair> pairs = new HashMap<>();
  private final PriorityQueue<Candidate> candidates = new PriorityQueue<>(BEST_FIRST);

  /**
   * Creates a learner.
   *
   * @param minFrequency how often a pair must be seen to become one symbol
   */
  MergeLearner(int minFrequency) {
    this.minFrequency = minFrequency;
  }

  /**
   * Adds a word.
   *
   * @param symbols what it consists of
   * @param times how often it was seen
   */
  void add(List<String> symbols, long times) {
    Word word = new Word(symbols, times);
    for (Merge merge : word.merges()) {
      Pair pair = pair(merge);
      pair.count += times;
      pair.words.add(word);
    }
  }

  private Pair pair(Merge merge) {
    return pairs.computeIfAbsent(merge, Pair::new);
  }

  /** Returns at most the given number of merges, in the order learned. Called once. */
  List<Merge> learn(int most) {
    pairs.values().forEach(this::propose);
    List<Merge> merges = new ArrayList<>();
    while (merges.size() < most) {
      Optional<Pair> best = best();
      if (best.isEmpty()) {
        break;
      }
      merges.add(best.get().merge);
      join(best.get());
    }
    return merges;
  }

  private void propose(Pair pair) {
    if (pair.count >= minFrequency) {
      candidates.add(new Candidate(pair, pair.count));
    }
  }

  /** Since a pair was proposed, its count can only have fallen: then it is proposed again. */
  private Optional<Pair> best() {
    for (Candidate next = candidates.poll(); next != null; next = candidates.poll()) {
      if (next.pair.count == next.count) {
        return Optional.of(next.pair);
      }
      propose(next.pair);
    }
    return Optional.empty();
  }

  private void join(Pair joined) {
    Merge merge = joined.merge;
    String symbol = merge.joined();
    Map<Merge, Pair> created = new HashMap<>();
    for (Word word : joined.words) {
      if (!word.has(merge)) {
        continue; // another merge took one of the two, or the pair is there twice
      }
      word.merges().forEach(old -> pair(old).count -= word.times);
      word.join(merge, symbol);
      for (Merge now : word.merges()) {
        Pair pair = pair(now);
        pair.count += word.times;
        if (now.left().equals(symbol) || now.right().equals(symbol)) {
          pair.words.add(word);
          created.put(now, pair);
        }
      }
    }
    created.values().forEach(this::propose);
    pairs.remove(merge);
  }

  /** Two neighbours, how often they stand side by side, and where they did at some time. */
  private static final class Pair {
    private final Merge merge;
    private final List<Word> words = new ArrayList<>();
    private long count;

    Pair(Merge merge) {
      this.merge = merge;
    }
  }

  /** A pair with the count that it had when it was proposed. */
  private record Candidate(Pair pair, long count) {}

  /** A word as far as it is joined. */
  private static final class Word {
    private final long times;
    private List<String> symbols;

    Word(List<String> symbols, long times) {
      this.symbols = symbols;
      this.times = times;
    }

    List<Merge> merges() {
      List<Merge> merges = new ArrayList<>(symbols.size());
      for (int i = 1; i < symbols.size(); i++) {
        merges.add(new Merge(symbols.get(i - 1), symbols.get(i)));
      }
      return merges;
    }

    boolean has(Merge merge) {
      return merges().contains(merge);
    }

    void join(Merge merge, String symbol) {
      List<String> joined = new ArrayList<>(symbols.size());
      for (int i = 0; i < symbols.size(); i++) {
        boolean both =
            i + 1 < symbols.size()
                && symbols.get(i).equals(merge.left())
                && symbols.get(i + 1).equals(merge.right());
        joined.add(both ? symbol : symbols.get(i));
        i += both ? 1 : 0;
      }
      symbols = joined;
    }
  }
}
