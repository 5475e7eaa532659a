package dev.rondo.runtime.decode;

import dev.rondo.runtime.kernel.SamplingSettings;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Chooses a token by its score, as the kernel does it. */
final class Draw {
  private Draw() {}

  static int likeliest(float[] scores) {
    int best = 0;
    for (int token = 1; token < scores.length; token++) {
      if (scores[token] > scores[best]) {
        best = token;
      }
    }
    return best;
  }

  /**
   * Draws by inverting the cumulated probabilities, in the order of the tokens, or from the
   * likeliest down where some are cut off.
   *
   * @param uniform in [0, 1)
   */
  static int draw(float[] scores, double uniform, SamplingSettings settings) {
    double highest = scores[likeliest(scores)];
    // relative to the highest before they are divided: no temperature makes them infinite
    double[] likely = new double[scores.length];
    for (int token = 0; token < likely.length; token++) {
      likely[token] = Math.exp((scores[token] - highest) / settings.temperature());
    }
    boolean all = settings.topK() == 0 && settings.topP() == 1;
    int[] order =
        all
            ? IntStream.range(0, likely.length).toArray()
            : IntStream.range(0, likely.length)
                .boxed()
                .sorted(Comparator.comparingDouble(token -> -scores[token]))
                .limit(settings.topK() == 0 ? likely.length : settings.topK())
                .mapToInt(Integer::intValue)
                .toArray();
    double sum = IntStream.of(order).mapToDouble(token -> likely[token]).sum();
    double reached = 0;
    int last = -1;
    while (last < order.length - 1 && (last < 0 || reached < settings.topP() * sum)) {
      reached += likely[order[++last]];
    }
    double share = uniform * reached;
    double cumulated = 0;
    for (int place = 0; place < last; place++) {
      cumulated += likely[order[place]];
      if (cumulated > share) {
        return order[place];
      }
    }
    return order[last];
  }
}
