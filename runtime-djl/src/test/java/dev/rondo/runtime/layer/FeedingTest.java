package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.AttentionScore;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.kernel.DropoutMask;
import dev.rondo.runtime.reference.ReferenceAttention;
import dev.rondo.runtime.reference.ReferenceCell;
import dev.rondo.runtime.reference.ReferenceDecoder;
import dev.rondo.runtime.reference.ReferenceLayers;
import dev.rondo.runtime.reference.ReferenceStack;
import dev.rondo.runtime.train.Gradients;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Input feeding through layers that are more than their plain cells. */
class FeedingTest {
  private static final int UNITS = 3;
  private static final int EMBEDDING = 2;
  private static final int VOCABULARY = 5;
  private static final double RATE = 0.4;
  private static final List<int[]> TOKENS = List.of(new int[] {1, 4, 2, 3}, new int[] {3, 1});

  /** A stack of two layers called {@code rnn}, and its equations. */
  record Variant(String name, Cell cell, RecurrentStack stack, boolean residual, boolean masked) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Variant> variants() {
    List<Variant> variants = new ArrayList<>();
    for (Cell cell : Cell.values()) {
      variants.add(new Variant(cell + " residual", cell, stack(cell).residual(), true, false));
      variants.add(
          new Variant(
              cell + " recurrent dropout", cell, stack(cell).recurrentDropout(RATE), false, true));
    }
    LstmLayer peephole = (LstmLayer) stack(Cell.LSTM);
    variants.add(
        new Variant(
            "LSTM peephole, residual, recurrent dropout",
            Cell.LSTM,
            peephole.peephole().residual().recurrentDropout(RATE),
            true,
            true));
    return variants.stream();
  }

  private static RecurrentStack stack(Cell cell) {
    return cell.layer(EMBEDDING + UNITS, new int[] {UNITS, UNITS}, Direction.FORWARD);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void lossesAndGradientsInTrainingEqualTheEquations(Variant variant) {
    EmbeddingLayer embedding = new EmbeddingLayer("embedding", VOCABULARY, EMBEDDING);
    EmbeddingLayer memory = new EmbeddingLayer("memory", VOCABULARY, 4);
    AttentionLayer attention = new AttentionLayer("attention", AttentionScore.GENERAL, 4, UNITS);
    Map<String, float[]> masks = new LinkedHashMap<>();
    GradientCheck.assertGradients(
        new Model(embedding, memory, variant.stack(), attention),
        pass -> {
          if (variant.masked()) {
            drawMasks(pass, masks);
          }
          TokenBatch tokens = GarbagePadding.of(pass, TOKENS, VOCABULARY, new Random(3));
          StreamState state = new StreamState(pass);
          Encoding encoding =
              new Encoding(attention.read(pass, memory.forward(pass, tokens)), state);
          Sequences steps =
              attention.feed(
                  pass, embedding.forward(pass, tokens), variant.stack(), encoding, state);
          NDArray real = steps.real();
          return real.mul(real).sum();
        },
        weights -> {
          double sum = 0;
          for (int b = 0; b < TOKENS.size(); b++) {
            for (double[] step : reference(variant, weights, masks, b)) {
              for (double value : step) {
                sum += value * value;
              }
            }
          }
          return sum;
        });
  }

  /** Draws the masks that a step of {@link Gradients} draws. */
  private static void drawMasks(Pass pass, Map<String, float[]> masks) {
    MaskSeeds seeds = new MaskSeeds(Gradients.SEED, Gradients.STEP);
    NDArray like = pass.manager().zeros(new Shape());
    for (String layer : List.of("l0", "l1")) {
      int seed = seeds.next("rnn_" + layer + ".recurrent");
      NDArray mask = DropoutMask.draw(like, new Shape(TOKENS.size(), UNITS), RATE, seed);
      masks.put(layer, mask.toFloatArray());
    }
  }

  private static double[][] reference(
      Variant variant, Map<String, double[]> weights, Map<String, float[]> masks, int row) {
    ReferenceDecoder decoder =
        new ReferenceDecoder(
            variant.cell().equations(),
            "rnn",
            2,
            variant.residual(),
            Optional.of(new ReferenceAttention(AttentionScore.GENERAL, "attention", weights)),
            true,
            masks.isEmpty()
                ? ReferenceStack.Masks.NONE
                : (layer, units) -> row(masks.getOrDefault(layer, new float[0]), row, units),
            weights);
    List<double[]> zeros = Collections.nCopies(2, new double[UNITS]);
    int[] tokens = TOKENS.get(row);
    return decoder.steps(
        ReferenceLayers.embedding(weights, "embedding", EMBEDDING, tokens),
        zeros,
        variant.cell().equations() == ReferenceCell.LSTM ? zeros : List.of(),
        ReferenceLayers.embedding(weights, "memory", 4, tokens));
  }

  private static double[] row(float[] values, int row, int width) {
    double[] result = new double[width];
    for (int i = 0; i < width; i++) {
      result[i] = values[row * width + i];
    }
    return result;
  }

  @Test
  void dropoutBetweenTheLayersIsOfTrainingOnly() {
    RecurrentStack dropping =
        Cell.GRU.layer(EMBEDDING + UNITS, new int[] {UNITS, UNITS}, Direction.FORWARD, 0.5);
    EmbeddingLayer embedding = new EmbeddingLayer("embedding", VOCABULARY, EMBEDDING);
    AttentionLayer attention =
        new AttentionLayer("attention", AttentionScore.GENERAL, EMBEDDING, UNITS);
    try (LayerFixture fixture = new LayerFixture(1, embedding, dropping, attention)) {
      float predicted = sum(fixture.pass(), embedding, dropping, attention).getFloat();
      dropping.dropout(0);
      assertThat(sum(fixture.pass(), embedding, dropping, attention).getFloat())
          .isEqualTo(predicted);
      List<Float> trained = new ArrayList<>();
      for (double rate : new double[] {0, 0.5, 0.5}) {
        dropping.dropout(rate);
        Gradients.of(
            fixture.host(),
            pass -> {
              NDArray loss = sum(pass, embedding, dropping, attention);
              trained.add(loss.getFloat());
              return loss;
            });
      }
      assertThat(trained.get(0)).isWithin(1e-5f).of(predicted);
      assertThat(Math.abs(trained.get(1) - predicted)).isGreaterThan(1e-4f);
      assertThat(trained.get(2)).isEqualTo(trained.get(1));
    }
  }

  private static NDArray sum(
      Pass pass, EmbeddingLayer embedding, RecurrentStack stack, AttentionLayer attention) {
    Sequences steps = embedding.forward(pass, TokenBatch.of(pass, TOKENS));
    StreamState state = new StreamState(pass);
    Encoding encoding = new Encoding(attention.read(pass, steps), state);
    return attention.feed(pass, steps, stack, encoding, state).real().sum();
  }
}
