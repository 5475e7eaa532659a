package dev.rondo.runtime.decode;

import dev.rondo.runtime.data.text.Vocabulary;
import dev.rondo.runtime.kernel.Foretold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Foretells by tables of random scores: one for each beginning of a translation. */
final class TableDecoder implements Decoder {
  /** Tokens, those of the end and of unknown words included. */
  private final int vocabulary;

  private final long seed;
  private final boolean ties;
  private final boolean unknown;
  private List<List<Integer>> read = new ArrayList<>();
  private List<Integer> sources = new ArrayList<>();

  /**
   * Creates a decoder.
   *
   * @param ties whether there are only three different scores, so that many are equal
   */
  TableDecoder(int vocabulary, long seed, boolean ties, boolean unknown) {
    this.vocabulary = vocabulary;
    this.seed = seed;
    this.ties = ties;
    this.unknown = unknown;
  }

  /** Returns the log probability of each token to come next; unknown words have theirs too. */
  float[] next(int source, List<Integer> tokens) {
    SplittableRandom random = new SplittableRandom(seed + 31L * source + tokens.hashCode() * 1009L);
    double[] scores = new double[vocabulary];
    double sum = 0;
    for (int token = 0; token < vocabulary; token++) {
      scores[token] = ties ? random.nextInt(3) : random.nextDouble(-3, 3);
      sum += Math.exp(scores[token]);
    }
    float[] likely = new float[vocabulary];
    for (int token = 0; token < vocabulary; token++) {
      likely[token] = (float) (scores[token] - Math.log(sum));
    }
    return likely;
  }

  @Override
  public Foretold next(int[] parents, int[] tokens, int width) {
    List<List<Integer>> nextRead = new ArrayList<>();
    List<Integer> nextSources = new ArrayList<>();
    for (int row = 0; row < parents.length; row++) {
      boolean first = read.isEmpty();
      List<Integer> prefix = new ArrayList<>(first ? List.of() : read.get(parents[row]));
      if (!first) {
        prefix.add(tokens[row]);
      }
      nextRead.add(prefix);
      nextSources.add(first ? parents[row] : sources.get(parents[row]));
    }
    read = nextRead;
    sources = nextSources;
    return candidates(Math.min(width, vocabulary));
  }

  private Foretold candidates(int width) {
    int[] best = new int[read.size() * width];
    float[] likely = new float[best.length];
    float[] ends = new float[read.size()];
    for (int row = 0; row < ends.length; row++) {
      float[] all = next(sources.get(row), read.get(row));
      ends[row] = all[Beam.END];
      if (!unknown) {
        all[Vocabulary.UNKNOWN] = Float.NEGATIVE_INFINITY;
      }
      List<Integer> order =
          IntStream.range(0, vocabulary)
              .boxed()
              .sorted(Comparator.comparingDouble(token -> -all[token]))
              .toList();
      for (int i = 0; i < width; i++) {
        best[row * width + i] = order.get(i);
        likely[row * width + i] = all[order.get(i)];
      }
    }
    return new Foretold(width, best, likely, ends, new float[0][]);
  }
}
