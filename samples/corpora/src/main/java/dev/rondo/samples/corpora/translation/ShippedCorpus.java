package dev.rondo.samples.corpora.translation;

import dev.rondo.samples.corpora.translation.grammar.BilingualGrammar;
import dev.rondo.samples.corpora.translation.grammar.SentencePair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sentence pairs to train on and to choose the best epoch by. They come from {@link
 * BilingualGrammar}, no sentence occurs twice, and none of the hand-written test sentences is among
 * them.
 *
 * @param train the pairs to train on
 * @param dev the pairs to validate on
 */
public record ShippedCorpus(List<SentencePair> train, List<SentencePair> dev) {

  private static final int TRIES = 20_000;

  /** Copies the lists. */
  public ShippedCorpus {
    train = List.copyOf(train);
    dev = List.copyOf(dev);
  }

  /**
   * Writes a corpus that holds none of the sentences of {@code test.tsv}.
   *
   * @param seed decides which sentences there are; the same seed gives the same corpus everywhere
   * @param train how many pairs to train on; a larger number only adds to them
   * @param dev how many pairs to validate on
   * @throws IllegalArgumentException if one of the numbers is negative
   * @throws IllegalStateException if the grammar has not so many sentences, or naming file and line
   *     if {@code test.tsv} is malformed
   */
  public static ShippedCorpus generate(long seed, int train, int dev) {
    return generate(seed, train, dev, HeldOutPairs.keys());
  }

  /** Writes a corpus without the sentences of these {@linkplain SentenceKey keys}. */
  static ShippedCorpus generate(long seed, int train, int dev, Set<String> heldOut) {
    if (train < 0 || dev < 0) {
      throw new IllegalArgumentException(
          "train is " + train + " and dev is " + dev + ", they must not be negative");
    }
    BilingualGrammar grammar = new BilingualGrammar(seed);
    Set<String> seen = new HashSet<>(heldOut);
    List<SentencePair> validated = unseen(grammar, dev, seen);
    return new ShippedCorpus(unseen(grammar, train, seen), validated);
  }

  private static List<SentencePair> unseen(BilingualGrammar grammar, int count, Set<String> seen) {
    List<SentencePair> pairs = new ArrayList<>(count);
    int tries = 0;
    while (pairs.size() < count) {
      SentencePair pair = grammar.next();
      if (seen.add(SentenceKey.of(pair.english()))) {
        pairs.add(pair);
        tries = 0;
      } else if (++tries == TRIES) {
        throw new IllegalStateException(
            "the grammar has only " + seen.size() + " distinct sentences at hand");
      }
    }
    return pairs;
  }
}
