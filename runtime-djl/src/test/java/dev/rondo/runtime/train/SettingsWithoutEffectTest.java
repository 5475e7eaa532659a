package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.Optimizer;
import dev.rondo.Schedule;
import dev.rondo.runtime.data.StoredCodec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was set, and is read by nothing; needs no engine. */
class SettingsWithoutEffectTest {
  private static final class Bare extends TrainerSettings<Bare> {
    Bare() {
      super(TrainingOptions.builder().build());
    }
  }

  @Test
  void whatNothingReadsIsToldWithWhatStandsAgainstIt() {
    assertThat(new Bare().momentum(0.5).withoutEffect())
        .containsExactly(
            "momentum was set, but has no effect: optimizer is ADAM, and only SGD reads it. Leave"
                + " momentum out, or set optimizer to SGD.");
    assertThat(new Bare().warmup(0.2).decayEvery(3).decayFactor(0.1).withoutEffect())
        .containsExactly(
            "warmup was set, but has no effect: schedule is CONSTANT, and only COSINE reads it."
                + " Leave warmup out, or set schedule to COSINE.",
            "decayEvery was set, but has no effect: schedule is CONSTANT, and only STEP reads it."
                + " Leave decayEvery out, or set schedule to STEP.",
            "decayFactor was set, but has no effect: schedule is CONSTANT, and only STEP reads it."
                + " Leave decayFactor out, or set schedule to STEP.")
        .inOrder();
    assertThat(new Bare().warmup(0.2).schedule(Schedule.STEP).withoutEffect()).hasSize(1);
  }

  @Test
  void whatIsReadIsNotToldInWhateverOrderItWasSet() {
    assertThat(new Bare().momentum(0.5).optimizer(Optimizer.SGD).withoutEffect()).isEmpty();
    assertThat(new Bare().schedule(Schedule.COSINE).warmup(0.2).withoutEffect()).isEmpty();
    assertThat(new Bare().schedule(Schedule.STEP).decayEvery(2).withoutEffect()).isEmpty();
    assertThat(new Bare().epochs(3).weightDecay(0.1).withoutEffect()).isEmpty();
  }

  @Test
  void anEmptyVocabularyIsTold() {
    StoredCodec empty = new StoredCodec("text", Map.of(), List.of());
    assertThat(VocabularyCheck.warning("review", empty).orElseThrow())
        .startsWith(
            "the vocabulary of \"review\" is empty: nothing occurs as often as minFrequency");
    StoredCodec known = new StoredCodec("tokens", Map.of(), List.of("word"));
    assertThat(VocabularyCheck.warning("review", known)).isEmpty();
    assertThat(VocabularyCheck.warning("load", new StoredCodec("number", Map.of(), List.of())))
        .isEmpty();
  }
}
