package dev.rondo.runtime.decode;

import dev.rondo.runtime.kernel.Foretold;
import dev.rondo.runtime.layer.Encoding;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.network.TranslationNetwork;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Foretells with any network: each position is a pass of its own. */
final class PassDecoder implements Decoder {
  private final NetworkHost host;
  private final TranslationNetwork network;
  private final Pass whole;
  private final Foretold.Wanted wanted;
  private Encoding encoding;
  private int rows;

  /**
   * Starts with a batch of sources.
   *
   * @param whole lasts as long as the search
   * @param sources how many there are
   */
  PassDecoder(
      NetworkHost host,
      TranslationNetwork network,
      Pass whole,
      Encoding encoding,
      int sources,
      Foretold.Wanted wanted) {
    this.host = host;
    this.network = network;
    this.whole = whole;
    this.encoding = encoding;
    this.rows = sources;
    this.wanted = wanted;
    if (wanted.weighed()) {
      encoding.keepWeights();
    }
  }

  @Override
  public Foretold next(int[] parents, int[] tokens, int width) {
    if (!Arrays.equals(parents, IntStream.range(0, rows).toArray())) {
      try (Encoding before = encoding) {
        encoding = before.rows(whole, parents);
      }
      rows = parents.length;
    }
    return host.compute(pass -> network.foretell(pass, encoding, tokens, width, wanted));
  }
}
