package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static dev.rondo.runtime.layer.LayerFixture.randomRows;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.layer.Direction;
import dev.rondo.runtime.reference.ReferenceBridge;
import dev.rondo.runtime.reference.ReferenceCell;
import dev.rondo.runtime.reference.ReferenceStack;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a decoder starts with, of all combinations of layers. */
class BridgeTest {
  @Property(tries = 120, seed = "20251121")
  void eachLayerStartsFromItsCounterpartCountedFromTheTop(
      @ForAll Cell encoderCell,
      @ForAll Direction direction,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 4) Integer> encoderUnits,
      @ForAll Cell decoderCell,
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 8) Integer> decoderUnits,
      @ForAll @IntRange(min = 0, max = 3) int lower) {
    int[] units = decoderUnits.stream().mapToInt(i -> i).toArray();
    int cut = Math.min(lower, units.length - 1);
    RecurrentStack encoder =
        encoderCell.layer(
            "encoder", 2, encoderUnits.stream().mapToInt(i -> i).toArray(), direction);
    RecurrentStack[] decoder = decoder(decoderCell, units, cut);
    Bridge bridge = new Bridge("bridge", encoder, decoder);
    Random random = new Random(1);
    double[][][] rows = randomRows(random, 2, 3, 1, 5);
    try (LayerFixture fixture = new LayerFixture(2, encoder, bridge)) {
      Map<String, float[]> started =
          bridge
              .start(
                  fixture.pass(),
                  encoder.encode(fixture.pass(), fixture.sequences(rows, 6, random)))
              .values();

      ReferenceBridge equations = new ReferenceBridge("bridge", decoderUnits, fixture.weights());
      ReferenceStack reader =
          new ReferenceStack(
              encoderCell.equations(),
              "encoder",
              encoderUnits.size(),
              direction,
              fixture.weights());
      boolean ofCells = encoderCell.equations() == ReferenceCell.LSTM;
      boolean cells = decoderCell.equations() == ReferenceCell.LSTM;
      assertThat(started).hasSize(units.length * (cells ? 2 : 1));
      for (int b = 0; b < rows.length; b++) {
        List<double[]> hidden = equations.hidden(reader.states(rows[b], false));
        List<double[]> memories =
            cells ? equations.cells(reader.states(rows[b], ofCells)) : List.of();
        for (int k = 0; k < units.length; k++) {
          String name = k < cut ? "lower" : "upper";
          int place = (k < cut ? k : k - cut) * (cells ? 2 : 1);
          assertRow(started, name + "." + place, b, hidden.get(k));
          if (cells) {
            assertRow(started, name + "." + (place + 1), b, memories.get(k));
          }
        }
      }
    }
  }

  /** The decoder's layers in one stack, or the lowest in one of their own. */
  private static RecurrentStack[] decoder(Cell cell, int[] units, int cut) {
    int[] above = Arrays.copyOfRange(units, cut, units.length);
    if (cut == 0) {
      return new RecurrentStack[] {cell.layer("upper", 2, above, Direction.FORWARD)};
    }
    int[] below = Arrays.copyOf(units, cut);
    return new RecurrentStack[] {
      cell.layer("lower", 2, below, Direction.FORWARD),
      cell.layer("upper", below[cut - 1], above, Direction.FORWARD)
    };
  }

  private static void assertRow(
      Map<String, float[]> values, String name, int row, double[] expected) {
    float[] all = Objects.requireNonNull(values.get(name), name);
    assertThat(all.length).isEqualTo(3 * expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertWithMessage("%s, row %s, feature %s", name, row, i)
          .that((double) all[row * expected.length + i])
          .isWithin(1e-5)
          .of(expected[i]);
    }
  }

  @Test
  void onlyLayersOfAnotherSizeHaveWeights() {
    GruLayer encoder = new GruLayer("e", 2, new int[] {3, 4}, Direction.BIDIRECTIONAL, 0);
    LstmLayer decoder = new LstmLayer("d", 2, new int[] {5, 8}, Direction.FORWARD, 0);
    Map<String, long[]> shapes = new Model(new Bridge("b", encoder, decoder)).weightShapes();
    assertThat(shapes.keySet())
        .containsExactly("b.weight_h_l0", "b.bias_h_l0", "b.weight_c_l0", "b.bias_c_l0")
        .inOrder();
    assertThat(shapes.get("b.weight_c_l0")).isEqualTo(new long[] {5, 6});
    assertThat(shapes.get("b.bias_c_l0")).isEqualTo(new long[] {5});
  }

  @Test
  void decodersThatCannotStartAreRefused() {
    GruLayer encoder = new GruLayer("e", 2, new int[] {3}, Direction.FORWARD, 0);
    GruLayer both = new GruLayer("d", 2, new int[] {3}, Direction.BIDIRECTIONAL, 0);
    assertRefused(
        "layer \"b\" starts no layer: the decoder needs at least one",
        () -> new Bridge("b", encoder));
    assertRefused(
        "layer \"b\" cannot start layer \"d\": it also reads backward",
        () -> new Bridge("b", encoder, both));
    GruLayer learned = new GruLayer("d", 2, new int[] {3}, Direction.FORWARD, 0);
    learned.learnedInitialState();
    assertRefused(
        "layer \"b\" starts layer \"d\", which cannot have a learned initial state",
        () -> new Bridge("b", encoder, learned));
    Bridge bridge = new Bridge("b", encoder, encoder);
    try (LayerFixture fixture = new LayerFixture(1, both, encoder, bridge)) {
      EncoderStates other = both.encode(fixture.pass(), fixture.alone(new double[2][2]));
      assertRefused(
          "layer \"b\" takes states of [3] features, those of layer \"e\", found [6]",
          () -> bridge.start(fixture.pass(), other));
    }
  }

  private static void assertRefused(String message, Runnable work) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, work::run);
    assertThat(e).hasMessageThat().isEqualTo(message);
  }
}
