package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static dev.rondo.runtime.layer.LayerFixture.randomRows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.jni.JniUtils;
import dev.rondo.layer.Direction;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dropout as a layer and between recurrent layers. */
class DropoutTest {
  private static final int MANY = 100_000;

  @Test
  void predictionPassesEverythingOn() {
    DropoutLayer dropout = new DropoutLayer("dropout", 0.5);
    try (LayerFixture fixture = new LayerFixture(1)) {
      NDArray values = fixture.manager().ones(new Shape(3, 4));
      assertThat(dropout.forward(fixture.pass(), values)).isSameInstanceAs(values);
    }
  }

  @Test
  void trainingDropsTheShareAndScalesTheRest() {
    DropoutLayer dropout = new DropoutLayer("dropout", 0.5);
    dropout.rate(0.3);
    try (LayerFixture fixture = new LayerFixture(1)) {
      float[] values =
          dropout
              .forward(training(fixture, 1), fixture.manager().ones(new Shape(MANY)))
              .toFloatArray();
      int dropped = 0;
      for (float value : values) {
        if (value == 0) {
          dropped++;
        } else {
          assertThat(value).isWithin(1e-6f).of(1 / 0.7f);
        }
      }
      // five standard deviations of a binomial distribution
      assertThat((double) dropped).isWithin(5 * Math.sqrt(MANY * 0.3 * 0.7)).of(0.3 * MANY);
    }
  }

  @Test
  void aRateOfZeroDropsNothing() {
    DropoutLayer dropout = new DropoutLayer("dropout", 0);
    try (LayerFixture fixture = new LayerFixture(1)) {
      NDArray values = fixture.manager().ones(new Shape(3));
      assertThat(dropout.forward(training(fixture, 1), values)).isSameInstanceAs(values);
    }
  }

  @Test
  void theSeedDecidesWhatIsDropped() {
    DropoutLayer dropout = new DropoutLayer("dropout", 0.5);
    try (LayerFixture fixture = new LayerFixture(1)) {
      float[] one = drop(dropout, fixture, 1);
      assertThat(drop(dropout, fixture, 1)).isEqualTo(one);
      assertThat(drop(dropout, fixture, 2)).isNotEqualTo(one);
    }
  }

  @Test
  void eachStepLayerAndUseHasAMaskOfItsOwn() {
    try (LayerFixture fixture = new LayerFixture(1)) {
      NDArray ones = fixture.manager().ones(new Shape(200));
      Set<String> masks = new HashSet<>();
      for (long seed : new long[] {1, 2}) {
        for (long step : new long[] {1, 2, 1L << 40}) {
          Pass pass = training(fixture, new MaskSeeds(seed, step));
          for (String name : List.of("dropout", "dropout2", "dropout")) {
            NDArray dropped = new DropoutLayer(name, 0.5).forward(pass, ones);
            masks.add(Arrays.toString(dropped.toFloatArray()));
          }
        }
      }
      assertThat(masks).hasSize(2 * 3 * 3);
    }
  }

  /** What is drawn of close seeds, steps and names is unlike: each half of the pairs differs. */
  @Test
  void masksOfCloseSeedsAndStepsAreIndependent() {
    try (LayerFixture fixture = new LayerFixture(1)) {
      NDArray ones = fixture.manager().ones(new Shape(MANY));
      DropoutLayer dropout = new DropoutLayer("dropout", 0.5);
      float[] one = dropout.forward(training(fixture, new MaskSeeds(1, 1)), ones).toFloatArray();
      for (MaskSeeds close : List.of(new MaskSeeds(1, 2), new MaskSeeds(2, 1))) {
        float[] other = dropout.forward(training(fixture, close), ones).toFloatArray();
        int equal = 0;
        for (int i = 0; i < MANY; i++) {
          equal += one[i] == other[i] ? 1 : 0;
        }
        assertThat((double) equal).isWithin(5 * Math.sqrt(MANY * 0.25)).of(0.5 * MANY);
      }
    }
  }

  @Test
  void aMaskNeitherReadsNorChangesTheStateThatTheProcessShares() {
    DropoutLayer dropout = new DropoutLayer("dropout", 0.5);
    try (LayerFixture fixture = new LayerFixture(1)) {
      float[] one = drop(dropout, fixture, 1);
      JniUtils.setSeed(5);
      float[] undisturbed = uniform(fixture);
      JniUtils.setSeed(5);
      assertThat(drop(dropout, fixture, 1)).isEqualTo(one);
      assertThat(uniform(fixture)).isEqualTo(undisturbed);
    }
  }

  private static float[] uniform(LayerFixture fixture) {
    return fixture.manager().randomUniform(0, 1, new Shape(8)).toFloatArray();
  }

  private static float[] drop(DropoutLayer dropout, LayerFixture fixture, long seed) {
    return dropout
        .forward(training(fixture, seed), fixture.manager().ones(new Shape(200)))
        .toFloatArray();
  }

  /** Equal widths go through one fused call, unequal ones and both directions through several. */
  @ParameterizedTest
  @EnumSource(Cell.class)
  void layersOfAStackDropBetweenThemInTrainingOnly(Cell cell) {
    for (Direction direction : Direction.values()) {
      for (int[] units : new int[][] {{8, 8}, {8, 6}}) {
        RecurrentStack layer = cell.layer(3, units, direction, 0.5);
        try (LayerFixture fixture = new LayerFixture(2, layer)) {
          double[][][] rows = randomRows(new Random(3), 3, 4, 6);
          Sequences batch = fixture.sequences(rows, 6, new Random(4));
          String name = cell + " " + direction + " " + units[1];

          float[] predicted = state(layer, fixture.pass(), batch);
          assertWithMessage(name).that(state(layer, fixture.pass(), batch)).isEqualTo(predicted);

          float[] trained = state(layer, training(fixture, 1), batch);
          assertWithMessage(name).that(trained).isNotEqualTo(predicted);
          assertWithMessage(name)
              .that(state(layer, training(fixture, 1), batch))
              .isEqualTo(trained);
          assertWithMessage(name)
              .that(state(layer, training(fixture, 2), batch))
              .isNotEqualTo(trained);

          layer.dropout(0);
          assertWithMessage(name)
              .that(state(layer, training(fixture, 1), batch))
              .usingTolerance(1e-5)
              .containsExactly(predicted)
              .inOrder();
        }
      }
    }
  }

  @Test
  void aSingleLayerHasNothingToDropBetween() {
    RecurrentStack layer = Cell.LSTM.layer(3, new int[] {8}, Direction.BIDIRECTIONAL, 0.9);
    try (LayerFixture fixture = new LayerFixture(2, layer)) {
      Sequences batch = fixture.sequences(randomRows(new Random(3), 3, 4), 4, new Random(4));
      assertThat(state(layer, training(fixture, 1), batch))
          .usingTolerance(1e-5)
          .containsExactly(state(layer, fixture.pass(), batch))
          .inOrder();
    }
  }

  private static float[] state(RecurrentStack layer, Pass pass, Sequences batch) {
    return layer.finalState(pass, batch).toFloatArray();
  }

  static Pass training(LayerFixture fixture, long seed) {
    return training(fixture, new MaskSeeds(seed, 1));
  }

  private static Pass training(LayerFixture fixture, MaskSeeds seeds) {
    return new Pass(fixture.manager(), Optional.of(seeds)) {
      @Override
      public NDArray weight(Parameter parameter) {
        return parameter.getArray();
      }
    };
  }
}
