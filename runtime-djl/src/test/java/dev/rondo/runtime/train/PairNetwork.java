package dev.rondo.runtime.train;

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
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.TranslationNetwork;

/** What the processor would generate for a small encoder and decoder, written by hand. */
final class PairNetwork extends TranslationNetwork {
  private static final int EMBEDDING = 16;
  private static final int UNITS = 32;

  final boolean feeding;
  final EmbeddingLayer embedding;
  final GruLayer gru;
  final EmbeddingLayer embedding2;
  final GruLayer gru2;
  final Bridge bridge;
  final AttentionLayer attention;
  final DenseLayer dense;

  PairNetwork(boolean feeding, AttentionScore score) {
    this.feeding = feeding;
    int fed = feeding ? 2 * UNITS : 0;
    embedding = add(new EmbeddingLayer("embedding", Pair.VOCABULARY, EMBEDDING));
    gru = add(new GruLayer("gru", EMBEDDING, new int[] {UNITS}, Direction.BIDIRECTIONAL, 0));
    embedding2 = add(new EmbeddingLayer("embedding2", Pair.VOCABULARY, EMBEDDING));
    gru2 = add(new GruLayer("gru2", EMBEDDING + fed, new int[] {2 * UNITS}, Direction.FORWARD, 0));
    bridge = add(new Bridge("bridge", gru, gru2));
    attention = add(new AttentionLayer("attention", score, 2 * UNITS, 2 * UNITS));
    dense = add(new DenseLayer("dense", 2 * UNITS, Pair.VOCABULARY, Activation.NONE));
  }

  @Override
  public Encoding encode(Pass pass, TokenBatch source) {
    EncoderStates states = gru.encode(pass, embedding.forward(pass, source));
    return new Encoding(attention.read(pass, states.outputs()), bridge.start(pass, states));
  }

  @Override
  public NDArray decode(Pass pass, Encoding encoding, TokenBatch target, StreamState state) {
    Sequences steps = embedding2.forward(pass, target);
    if (feeding) {
      steps = attention.feed(pass, steps, gru2, encoding, state);
    } else {
      steps = attention.forward(pass, gru2.forward(pass, steps, state), encoding);
    }
    return steps.real();
  }

  @Override
  public DenseLayer outputLayer() {
    return dense;
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
