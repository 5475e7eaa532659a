package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.layer.AttentionScore;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.layer.network.TranslationNetwork;
import dev.rondo.runtime.reference.ReferenceAttention;
import dev.rondo.runtime.reference.ReferenceBridge;
import dev.rondo.runtime.reference.ReferenceCell;
import dev.rondo.runtime.reference.ReferenceDecoder;
import dev.rondo.runtime.reference.ReferenceLayers;
import dev.rondo.runtime.reference.ReferenceStack;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An encoder with a decoder, as the processor would generate it, and its equations. */
final class TinyTranslator extends TranslationNetwork {
  private static final int EMBEDDING = 3;

  /**
   * What the network is like.
   *
   * @param score of attention; none for a decoder without
   */
  record Design(
      Cell encoder,
      List<Integer> encoderUnits,
      Direction direction,
      Cell decoder,
      List<Integer> decoderUnits,
      Optional<AttentionScore> score,
      boolean feeding) {
    int memory() {
      int top = encoderUnits.get(encoderUnits.size() - 1);
      return direction == Direction.BIDIRECTIONAL ? 2 * top : top;
    }

    int outputs() {
      return decoderUnits.get(decoderUnits.size() - 1);
    }

    @Override
    public String toString() {
      return "%s %s %s to %s %s, %s%s"
          .formatted(
              encoder,
              encoderUnits,
              direction,
              decoder,
              decoderUnits,
              score.map(AttentionScore::name).orElse("no attention"),
              feeding ? " fed" : "");
    }
  }

  private final Design design;
  final EmbeddingLayer embedding;
  final RecurrentStack reader;
  final EmbeddingLayer embedding2;
  final RecurrentStack writer;
  final Bridge bridge;
  final Optional<AttentionLayer> attention;
  final DenseLayer dense;

  TinyTranslator(Design design, int sources, int targets) {
    this.design = design;
    embedding = add(new EmbeddingLayer("embedding", sources, EMBEDDING));
    reader =
        add(
            design.encoder.layer(
                "reader", EMBEDDING, units(design.encoderUnits), design.direction));
    embedding2 = add(new EmbeddingLayer("embedding2", targets, EMBEDDING));
    int fed = design.feeding ? design.outputs() : 0;
    writer =
        add(
            design.decoder.layer(
                "writer", EMBEDDING + fed, units(design.decoderUnits), Direction.FORWARD));
    bridge = add(new Bridge("bridge", reader, writer));
    attention =
        design.score.map(
            score ->
                add(new AttentionLayer("attention", score, design.memory(), design.outputs())));
    dense = add(new DenseLayer("dense", design.outputs(), targets, Activation.NONE));
  }

  private static int[] units(List<Integer> units) {
    return units.stream().mapToInt(i -> i).toArray();
  }

  @Override
  public Encoding encode(Pass pass, TokenBatch source) {
    EncoderStates states = reader.encode(pass, embedding.forward(pass, source));
    StreamState start = bridge.start(pass, states);
    return attention
        .map(layer -> new Encoding(layer.read(pass, states.outputs()), start))
        .orElseGet(() -> Encoding.of(start));
  }

  @Override
  public NDArray decode(Pass pass, Encoding encoding, TokenBatch target, StreamState state) {
    return states(pass, encoding, target, state).real();
  }

  @Override
  public DenseLayer outputLayer() {
    return dense;
  }

  /** Returns what the output layer is given. */
  Sequences states(Pass pass, Encoding encoding, TokenBatch target, StreamState state) {
    Sequences steps = embedding2.forward(pass, target);
    if (design.feeding) {
      return attention.orElseThrow().feed(pass, steps, writer, encoding, state);
    }
    Sequences states = writer.forward(pass, steps, state);
    return attention.map(layer -> layer.forward(pass, states, encoding)).orElse(states);
  }

  /** Returns the scores at each step of one target, by the equations. */
  double[][] reference(Map<String, double[]> weights, int[] source, int[] target) {
    double[][] inputs = ReferenceLayers.embedding(weights, "embedding", EMBEDDING, source);
    ReferenceStack encoder =
        new ReferenceStack(
            design.encoder.equations(),
            "reader",
            design.encoderUnits.size(),
            design.direction,
            weights);
    List<double[]> hidden = encoder.states(inputs, false);
    boolean hasCells = design.encoder.equations() == ReferenceCell.LSTM;
    ReferenceBridge starts = new ReferenceBridge("bridge", design.decoderUnits, weights);
    ReferenceDecoder decoder =
        new ReferenceDecoder(
            design.decoder.equations(),
            "writer",
            design.decoderUnits.size(),
            false,
            design.score.map(score -> new ReferenceAttention(score, "attention", weights)),
            design.feeding,
            ReferenceStack.Masks.NONE,
            weights);
    double[][] outputs =
        decoder.steps(
            ReferenceLayers.embedding(weights, "embedding2", EMBEDDING, target),
            starts.hidden(hidden),
            design.decoder.equations() == ReferenceCell.LSTM
                ? starts.cells(hasCells ? encoder.states(inputs, true) : hidden)
                : List.of(),
            encoder.steps(inputs));
    double[][] scores = new double[outputs.length][];
    for (int t = 0; t < outputs.length; t++) {
      scores[t] = ReferenceLayers.dense(weights, "dense", Activation.NONE, outputs[t]);
    }
    return scores;
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
