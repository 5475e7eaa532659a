package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.layer.LayerFixture.randomRows;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.layer.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Convolutions over sequences that come part by part give what they give of the whole. */
class ConvolutionPartsTest {
  private static ConvolutionLayer layer(String name, int inputs, int kernel, int stride, int pool) {
    return ConvolutionLayer.builder(name)
        .setInputs(inputs)
        .setFilters(4)
        .setKernel(kernel)
        .optStride(stride)
        .optPool(pool)
        .optActivation(Activation.TANH)
        .build();
  }

  @Property(seed = "1", tries = 150)
  void partsTogetherAreTheWhole(
      @ForAll @IntRange(min = 1, max = 7) int kernel,
      @ForAll @IntRange(min = 1, max = 4) int stride,
      @ForAll @IntRange(min = 1, max = 3) int pool,
      @ForAll @IntRange(min = 1, max = 5) int kernel2,
      @ForAll @IntRange(min = 1, max = 3) int stride2,
      @ForAll @IntRange(max = 1000) int seed) {
    Random random = new Random(seed);
    ConvolutionLayer lower = layer("lower", 3, kernel, stride, pool);
    ConvolutionLayer upper = layer("upper", 4, kernel2, stride2, 2);
    int every = lower.every() * upper.every();
    int ahead = lower.lookahead() + lower.every() * upper.lookahead();
    int first = (ahead / every + 1) * every;
    int time = first + every + random.nextInt(6 * every);
    try (LayerFixture fixture = new LayerFixture(seed, lower, upper)) {
      double[][] row = randomRows(random, 3, time)[0];
      Pass pass = fixture.pass();
      float[] whole =
          upper.forward(pass, lower.forward(pass, fixture.alone(row))).values().toFloatArray();

      List<Float> together = new ArrayList<>();
      Map<String, float[]> kept = new LinkedHashMap<>();
      int at = 0;
      while (at < time) {
        int least = at == 0 ? first : every;
        int left = (time - at - every - least) / every;
        boolean last = time - at - every < least;
        int steps = last ? time - at : least + (left > 0 ? random.nextInt(left + 1) : 0) * every;
        try (StreamState state = StreamState.ofPart(pass, last)) {
          if (!kept.isEmpty()) {
            state.restore(kept, 1);
          }
          Sequences part = fixture.alone(Arrays.copyOfRange(row, at, at + steps));
          Sequences out = upper.forward(pass, lower.forward(pass, part, state), state);
          for (float value : out.values().toFloatArray()) {
            together.add(value);
          }
          state.detach();
          kept.putAll(state.values());
        }
        at += steps;
      }
      assertThat(together).hasSize(whole.length);
      for (int i = 0; i < whole.length; i++) {
        assertThat(together.get(i)).isWithin(1e-6f).of(whole[i]);
      }
    }
  }

  @Property(tries = 1)
  void aFirstPartThatGivesNoStepIsRefused() {
    assertRefused(layer("ears", 3, 5, 1, 2), 3);
    assertRefused(layer("ears", 3, 5, 4, 1), 2);
  }

  private static void assertRefused(ConvolutionLayer layer, int ahead) {
    assertThat(layer.lookahead()).isEqualTo(ahead);
    try (LayerFixture fixture = new LayerFixture(1, layer)) {
      Pass pass = fixture.pass();
      double[][] row = randomRows(new Random(1), 3, ahead)[0];
      try (StreamState state = StreamState.ofPart(pass, false)) {
        IllegalArgumentException refused =
            assertThrows(
                IllegalArgumentException.class,
                () -> layer.forward(pass, fixture.alone(row), state));
        assertThat(refused)
            .hasMessageThat()
            .isEqualTo(
                "%s steps are too few to begin with, \"ears\" reads %s ahead"
                    .formatted(ahead, ahead));
      }
    }
  }
}
