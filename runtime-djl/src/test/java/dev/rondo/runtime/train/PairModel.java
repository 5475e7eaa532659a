package dev.rondo.runtime.train;

import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.data.text.Vocabulary;
import dev.rondo.runtime.decode.TextTranslator;
import dev.rondo.runtime.layer.Encoding;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.TokenBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the processor would generate to write with a {@link PairNetwork}, written by hand. */
final class PairModel implements AutoCloseable {
  private static final int MOST_TOKENS = 20;

  final PairNetwork network;
  final NetworkHost host;
  final TextCodec codec = codec();
  TrainingHistory history = TrainingHistory.none();

  PairModel(PairNetwork network, NetworkHost host) {
    this.network = network;
    this.host = host;
  }

  /** Words of one letter, of which a has the number 2. */
  private static TextCodec codec() {
    TextCodec.Learner learner = TextCodec.learner(Tokens.WORDS, "", false);
    for (int token = 2; token < Pair.VOCABULARY; token++) {
      String word = (char) ('a' + token - 2) + " ";
      learner.add(word.repeat(Pair.VOCABULARY - token));
    }
    return learner.build(Pair.VOCABULARY, 1);
  }

  /** Writes the likeliest token again and again. */
  List<int[]> write(List<int[]> sources) {
    return host.compute(pass -> write(pass, sources));
  }

  private List<int[]> write(Pass pass, List<int[]> sources) {
    Encoding encoding = network.encode(pass, TokenBatch.of(pass, sources));
    int[][] written = new int[sources.size()][MOST_TOKENS];
    List<int[]> next = new ArrayList<>();
    for (int b = 0; b < written.length; b++) {
      next.add(new int[] {Vocabulary.PADDING});
    }
    for (int t = 0; t < MOST_TOKENS; t++) {
      long[] best =
          network
              .scores(pass, encoding, TokenBatch.of(pass, next), encoding.start())
              .argMax(1)
              .toLongArray();
      for (int b = 0; b < written.length; b++) {
        written[b][t] = (int) best[b];
        next.set(b, new int[] {(int) best[b]});
      }
    }
    List<int[]> results = new ArrayList<>();
    for (int[] tokens : written) {
      int end = 0;
      while (end < tokens.length && tokens[end] != Vocabulary.PADDING) {
        end++;
      }
      results.add(Arrays.copyOf(tokens, end));
    }
    return results;
  }

  /** Returns the share of pairs that are written exactly. */
  double exact(List<Pair> pairs) {
    List<int[]> written = write(pairs.stream().map(Pair::source).toList());
    int right = 0;
    for (int i = 0; i < pairs.size(); i++) {
      right += Arrays.equals(written.get(i), pairs.get(i).target()) ? 1 : 0;
    }
    return (double) right / pairs.size();
  }

  TranslationEvaluation evaluate(Iterable<Pair> pairs) {
    return new TranslationEvaluator(
            host, network, codec, codec, new TextTranslator(host, network, codec, codec))
        .evaluate(
            pairs,
            pair -> codec.decode(pair.source()),
            pair -> codec.decode(pair.target()),
            texts ->
                write(texts.stream().map(codec::encode).toList()).stream()
                    .map(codec::decode)
                    .toList());
  }

  @Override
  public void close() {
    host.close();
  }
}
