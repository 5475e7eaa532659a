package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.data.text.Vocabulary;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rare tokens count as unknown in a share of their uses. */
class RareTokensTest {
  private static final int TOKENS = 10_000;

  private long[] dropped(LayerFixture fixture, double rate, Optional<MaskSeeds> seeds) {
    long[] numbers = new long[TOKENS];
    Arrays.setAll(numbers, i -> i % 10); // half of them from 5 on
    NDArray tokens = fixture.manager().create(numbers, new Shape(100, 100));
    Pass pass =
        new Pass(fixture.manager(), seeds) {
          @Override
          public NDArray weight(Parameter parameter) {
            return parameter.getArray();
          }
        };
    return new RareTokens(5, rate).drop(pass, "embedding", tokens).toLongArray();
  }

  @Test
  void rareOnesAreDroppedByTheSeedOfTheStepAndOthersNever() {
    try (LayerFixture fixture = new LayerFixture(1, new EmbeddingLayer("embedding", 10, 2))) {
      long[] first = dropped(fixture, 0.5, Optional.of(new MaskSeeds(7, 1)));
      int unknown = 0;
      for (int i = 0; i < TOKENS; i++) {
        if (i % 10 < 5) {
          assertThat(first[i]).isEqualTo(i % 10);
        } else if (first[i] == Vocabulary.UNKNOWN) {
          unknown++;
        } else {
          assertThat(first[i]).isEqualTo(i % 10);
        }
      }
      // 5,000 draws: six standard deviations are 212
      assertThat(unknown).isAtLeast(2_288);
      assertThat(unknown).isAtMost(2_712);
      assertThat(dropped(fixture, 0.5, Optional.of(new MaskSeeds(7, 1)))).isEqualTo(first);
      assertThat(dropped(fixture, 0.5, Optional.of(new MaskSeeds(7, 2)))).isNotEqualTo(first);
      assertThat(dropped(fixture, 0.5, Optional.of(new MaskSeeds(8, 1)))).isNotEqualTo(first);
    }
  }

  @Test
  void predictionDropsNone() {
    try (LayerFixture fixture = new LayerFixture(1, new EmbeddingLayer("embedding", 10, 2))) {
      long[] numbers = dropped(fixture, 0.9, Optional.empty());
      assertThat(Arrays.stream(numbers).max().orElse(0)).isEqualTo(9);
      assertThat(Arrays.stream(numbers).filter(n -> n == 9).count()).isEqualTo(TOKENS / 10);
    }
  }

  @Test
  void theRateIsASettingOfLayersThatKnowWhichTokensAreRare() {
    EmbeddingLayer plain = new EmbeddingLayer("embedding", 10, 2);
    EmbeddingLayer knowing =
        EmbeddingLayer.builder("embedding")
            .setVocabulary(10)
            .setSize(2)
            .optRareDropout(0.5, 5)
            .build();
    knowing.rareDropout(0.25);

    assertThat(plain.dropoutRates()).isEmpty();
    assertThat(knowing.dropoutRates()).isEqualTo(Map.of("rareDropout", 0.25));
    assertThrows(IllegalArgumentException.class, () -> knowing.rareDropout(1));
  }
}
