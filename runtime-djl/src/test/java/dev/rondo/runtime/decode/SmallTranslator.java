package dev.rondo.runtime.decode;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.layer.AttentionScore;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.layer.AttentionLayer;
import dev.rondo.runtime.layer.Bridge;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.EncoderStates;
import dev.rondo.runtime.layer.Encoding;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.LstmLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.RecurrentStack;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.DecoderLayers;
import dev.rondo.runtime.layer.network.TranslationNetwork;
import java.util.Optional;

/** What the processor would generate for small translators, written by hand. */
final class SmallTranslator extends TranslationNetwork {
  private final EmbeddingLayer embedding;
  private final GruLayer gru;
  private final Bridge bridge;
  private final EmbeddingLayer embedding2;
  private final RecurrentStack lower;
  private final RecurrentStack upper;
  private final Optional<AttentionLayer> attention;
  private final DenseLayer dense;
  private final Way way;

  /** How the decoder runs. */
  enum Way {
    KERNEL,
    PASSES,
    /** Passes too: what attention gives goes back into the upper layer. */
    FEEDING
  }

  /**
   * Creates the layers: an encoder that reads both ways, a decoder of an LSTM and a GRU.
   *
   * @param score of the attention; empty for none
   */
  SmallTranslator(int source, int target, Optional<AttentionScore> score, Way way) {
    embedding = add(new EmbeddingLayer("embedding", source, 5, 1));
    gru = add(new GruLayer("gru", 5, new int[] {4}, Direction.BIDIRECTIONAL, 0));
    embedding2 = add(new EmbeddingLayer("embedding2", target, 6, 1));
    lower = add(new LstmLayer("lstm", 6, new int[] {7}, Direction.FORWARD, 0));
    upper =
        add(new GruLayer("gru2", way == Way.FEEDING ? 15 : 7, new int[] {8}, Direction.FORWARD, 0));
    bridge = add(new Bridge("bridge", gru, lower, upper));
    attention = score.map(kind -> add(new AttentionLayer("attention", kind, 8, 8)));
    dense = add(new DenseLayer("dense", 8, target, Activation.NONE));
    this.way = way;
  }

  @Override
  public Encoding encode(Pass pass, TokenBatch source) {
    EncoderStates states = gru.encode(pass, embedding.forward(pass, source));
    StreamState start = bridge.start(pass, states);
    return attention
        .map(layer -> new Encoding(layer.read(pass, states.outputs()), start))
        .orElseGet(() -> Encoding.of(start));
  }

  @Override
  public NDArray decode(Pass pass, Encoding encoding, TokenBatch target, StreamState state) {
    Sequences steps = lower.forward(pass, embedding2.forward(pass, target), state);
    if (way == Way.FEEDING) {
      steps = attention.orElseThrow().feed(pass, steps, upper, encoding, state);
      return steps.real();
    }
    steps = upper.forward(pass, steps, state);
    if (attention.isPresent()) {
      steps = attention.get().forward(pass, steps, encoding);
    }
    return steps.real();
  }

  @Override
  public DenseLayer outputLayer() {
    return dense;
  }

  @Override
  public Optional<DecoderLayers> decoderLayers() {
    if (way != Way.KERNEL) {
      return Optional.empty();
    }
    return attention.isPresent()
        ? DecoderLayers.of(embedding2, attention.get(), dense, lower, upper)
        : DecoderLayers.of(embedding2, dense, lower, upper);
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(
        forward(
            pass,
            TokenBatch.of(inputs.get(0), inputs.get(1)),
            TokenBatch.of(inputs.get(2), inputs.get(3))));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(-1, dense.units())};
  }
}
