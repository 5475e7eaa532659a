package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static dev.rondo.runtime.layer.LayerFixture.randomRows;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.AttentionScore;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.reference.ReferenceAttention;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attention against its equations. */
class AttentionLayerTest {
  private static final int UNITS = 4;

  private static AttentionLayer attention(AttentionScore score) {
    return new AttentionLayer("attention", score, features(score), UNITS);
  }

  private static int features(AttentionScore score) {
    return score == AttentionScore.DOT ? UNITS : 3;
  }

  @ParameterizedTest
  @EnumSource(AttentionScore.class)
  void outputsAndWeightsEqualTheirEquationsAndPaddingWeighsExactlyZero(AttentionScore score) {
    AttentionLayer layer = attention(score);
    Random random = new Random(1);
    double[][][] memory = randomRows(random, features(score), 4, 1, 6);
    double[][][] states = randomRows(random, UNITS, 3, 5, 2);
    try (LayerFixture fixture = new LayerFixture(2, layer)) {
      ReferenceAttention equations = new ReferenceAttention(score, "attention", fixture.weights());
      double[][][] expected = new double[states.length][][];
      for (int b = 0; b < states.length; b++) {
        expected[b] = new double[states[b].length][];
        for (int t = 0; t < states[b].length; t++) {
          expected[b][t] = equations.output(states[b][t], memory[b]);
        }
      }
      for (int longer : new int[] {0, 3}) {
        int time = 6 + longer;
        Encoding encoding =
            new Encoding(
                layer.read(fixture.pass(), fixture.sequences(memory, time, random)),
                new StreamState(fixture.pass()));
        Sequences steps = fixture.sequences(states, 5, random);

        LayerFixture.assertSteps(layer.forward(fixture.pass(), steps, encoding), expected);
        float[] weights = layer.weights(fixture.pass(), steps, encoding).toFloatArray();
        for (int b = 0; b < states.length; b++) {
          for (int t = 0; t < states[b].length; t++) {
            double[] shares = equations.shares(states[b][t], memory[b]);
            for (int s = 0; s < time; s++) {
              float weight = weights[(b * 5 + t) * time + s];
              String where = "row %s, step %s, source %s".formatted(b, t, s);
              if (s < shares.length) {
                assertWithMessage(where).that((double) weight).isWithin(1e-5).of(shares[s]);
              } else {
                assertWithMessage(where).that(weight).isEqualTo(0f);
              }
            }
          }
        }
      }
    }
  }

  @Test
  void shapesAreThoseOfPyTorch() {
    AttentionLayer layer = new AttentionLayer("a", AttentionScore.ADDITIVE, 6, 4);
    assertThat(new Model(layer).weightShapes().keySet())
        .containsExactly("a.key.weight", "a.query.weight", "a.energy.weight", "a.output.weight")
        .inOrder();
    try (LayerFixture fixture = new LayerFixture(1, layer)) {
      assertThat(new Model(layer).weightShapes().get("a.output.weight"))
          .isEqualTo(new long[] {4, 10});
      Encoding encoding =
          new Encoding(
              layer.read(fixture.pass(), fixture.alone(new double[5][6])),
              new StreamState(fixture.pass()));
      assertThat(
              layer.weights(fixture.pass(), fixture.alone(new double[2][4]), encoding).getShape())
          .isEqualTo(new Shape(1, 2, 5));
    }
  }

  @Test
  void sizesThatDoNotFitAreNamed() {
    assertRefused(
        "layer \"a\" compares by DOT, which takes a memory as wide as the decoder: expected 4"
            + " features, found 6",
        () -> new AttentionLayer("a", AttentionScore.DOT, 6, 4));
    assertRefused(
        "memory is 0, must be at least 1",
        () -> new AttentionLayer("a", AttentionScore.GENERAL, 0, 4));
    AttentionLayer layer = new AttentionLayer("a", AttentionScore.GENERAL, 6, 4);
    GruLayer gru = new GruLayer("gru", 5, new int[] {4}, Direction.FORWARD, 0);
    try (LayerFixture fixture = new LayerFixture(1, layer, gru)) {
      Pass pass = fixture.pass();
      assertRefused(
          "layer \"a\" takes steps of a memory with 6 features, found 5",
          () -> layer.read(pass, fixture.alone(new double[2][5])));
      StreamState state = new StreamState(pass);
      Encoding encoding = new Encoding(layer.read(pass, fixture.alone(new double[2][6])), state);
      assertRefused(
          "layer \"a\" takes steps of a decoder with 4 features, found 3",
          () -> layer.forward(pass, fixture.alone(new double[1][3]), encoding));
      assertRefused(
          "layer \"a\" feeds layer \"gru\", which then has to take 6 features and give 4, found 5"
              + " and 4",
          () -> layer.feed(pass, fixture.alone(new double[1][2]), gru, encoding, state));
      Sequences two = fixture.sequences(new double[2][1][4], 1, new Random(1));
      assertRefused(
          "states has shape (2, 1, 4), expected (1, 1, 4)",
          () -> layer.forward(pass, two, encoding));
      assertThat(
              assertThrows(
                  IllegalStateException.class,
                  () -> layer.forward(pass, fixture.alone(new double[1][4]), Encoding.of(state))))
          .hasMessageThat()
          .isEqualTo("layer \"a\" was given no memory to read");
    }
  }

  private static void assertRefused(String message, Runnable work) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, work::run);
    assertThat(e).hasMessageThat().isEqualTo(message);
  }
}
