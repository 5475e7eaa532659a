package dev.rondo.runtime.data.feature;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.StoredCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RecordSequenceTest {
  private static final SequenceCodec.Description<Everything> DESCRIPTION =
      SequenceCodec.of("all", Everything.FEATURES);

  private static SequenceCodec<Everything> learned(long seed) {
    Random random = new Random(seed);
    SequenceCodec.Learner<Everything> learner = DESCRIPTION.learner();
    for (int i = 0; i < 5; i++) {
      learner.add(Everything.sequence(random, random.nextInt(6)));
    }
    return learner.build();
  }

  private static void assertSame(Steps found, Steps expected) {
    assertThat(found.length()).isEqualTo(expected.length());
    assertThat(found.features()).isEqualTo(expected.features());
    assertThat(found.symbols()).isEqualTo(expected.symbols());
  }

  @Property(seed = "1", tries = 100)
  void aStoredCodecReadsEverythingAsBefore(
      @ForAll long seed, @ForAll @IntRange(max = 6) int length) {
    SequenceCodec<Everything> codec = learned(seed);
    Map<String, StoredCodec> stored = codec.stored("all");
    SequenceCodec<Everything> restored = DESCRIPTION.restore(stored);
    List<Everything> sequence = Everything.sequence(new Random(seed + 1), length);

    assertThat(restored.stored("all")).isEqualTo(stored);
    assertThat(restored.width()).isEqualTo(codec.width());
    assertThat(restored.columns()).isEqualTo(codec.columns());
    assertSame(restored.encode(sequence), codec.encode(sequence));
    assertSame(codec.encode(sequence.toArray(Everything[]::new)), codec.encode(sequence));
  }

  @Property(seed = "1", tries = 100)
  void stepByStepIsWhatTheWholeSequenceIs(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int length) {
    SequenceCodec<Everything> codec = learned(seed);
    StepEncoder<Everything> encoder = codec.stepEncoder();
    List<Everything> sequence = Everything.sequence(new Random(seed + 1), length);
    Steps whole = codec.encode(sequence);

    double[] state = new double[encoder.stateSize()];
    float[] features = new float[encoder.width()];
    int[] symbols = new int[encoder.columns()];
    Arrays.fill(features, 77); // a session writes over its last step
    for (int i = 0; i < length; i++) {
      encoder.encode(sequence.get(i), state, features, symbols);
      int width = whole.width();
      int columns = whole.columns();
      assertThat(features)
          .isEqualTo(Arrays.copyOfRange(whole.features(), i * width, (i + 1) * width));
      assertThat(symbols)
          .isEqualTo(Arrays.copyOfRange(whole.symbols(), i * columns, (i + 1) * columns));
    }
  }

  @Property(seed = "1", tries = 50)
  void allNumbersAreFiniteAndAllSymbolsInTheirVocabulary(@ForAll long seed) {
    SequenceCodec<Everything> codec = learned(seed);
    Steps steps = codec.encode(Everything.sequence(new Random(~seed), 20));
    for (float feature : steps.features()) {
      assertThat(Float.isFinite(feature)).isTrue();
    }
    for (int i = 0; i < steps.symbols().length; i++) {
      int symbol = steps.symbols()[i];
      assertThat(symbol).isAtLeast(1);
      assertThat(symbol).isLessThan(codec.symbols(i % steps.columns()));
    }
  }

  @Test
  void thereIsACodecForEachComponentUnderItsDottedName() {
    assertThat(learned(1).stored("all").keySet())
        .containsAtLeast("all.load", "all.day", "all.engine.rpm", "all.engine.wheel.pressure");
    assertThat(learned(1).stored("all")).hasSize(34);
  }

  @Test
  void widthsAreThoseOfTheComponents() {
    // load 1, temperature 2, amount, count, share, level, on 5, sure, boxed, price, optionals 12,
    // took 1, day 7, last 4, alarms 3, owner 1, axes 3, gaps 4, at 2, date 2, time 2, local 8,
    // zoned 8, offset 9, engine 1 + 1 + 3 + 2, is empty 1
    assertThat(learned(1).width()).isEqualTo(82);
    assertThat(learned(1).columns()).isEqualTo(5);
    assertThat(learned(1).symbols(0)).isEqualTo(5);
    assertThrows(IllegalArgumentException.class, () -> learned(1).symbols(5));
  }

  @Test
  void anEmptySequenceIsOneStepOfZerosThatSaysSo() {
    SequenceCodec<Everything> codec = learned(1);
    Steps steps = codec.encode(List.of());
    float[] expected = new float[codec.width()];
    expected[expected.length - 1] = 1;
    assertThat(steps.length()).isEqualTo(1);
    assertThat(steps.features()).isEqualTo(expected);
    assertThat(steps.symbols()).isEqualTo(new int[] {1, 1, 1, 1, 1});
    Steps real = codec.encode(Everything.sequence(new Random(3), 2));
    assertThat(real.features()[codec.width() - 1]).isEqualTo(0f);
  }

  @Test
  void whatIsNotStoredOrDamagedIsRefusedByName() {
    Map<String, StoredCodec> stored = learned(1).stored("all");
    for (String name : stored.keySet()) {
      Map<String, StoredCodec> without = new HashMap<>(stored);
      without.remove(name);
      IllegalArgumentException missing =
          assertThrows(IllegalArgumentException.class, () -> DESCRIPTION.restore(without));
      assertThat(missing).hasMessageThat().contains('"' + name + '"');

      Map<String, StoredCodec> other = new HashMap<>(stored);
      other.put(name, new StoredCodec("text", Map.of(), List.of()));
      IllegalArgumentException kind =
          assertThrows(IllegalArgumentException.class, () -> DESCRIPTION.restore(other));
      assertThat(kind).hasMessageThat().contains('"' + name + "\" is of kind \"text\"");
    }
  }

  @Test
  void everySettingIsCheckedWhenRestored() {
    Map<String, StoredCodec> stored = learned(1).stored("all");
    List<String> changed = new ArrayList<>();
    stored.forEach(
        (name, codec) ->
            codec
                .settings()
                .forEach(
                    (setting, value) -> {
                      Map<String, String> settings = new HashMap<>(codec.settings());
                      settings.put(setting, "nonsense");
                      Map<String, StoredCodec> damaged = new HashMap<>(stored);
                      damaged.put(name, new StoredCodec(codec.kind(), settings, codec.entries()));
                      IllegalArgumentException error =
                          assertThrows(
                              IllegalArgumentException.class, () -> DESCRIPTION.restore(damaged));
                      assertThat(error).hasMessageThat().contains('"' + name + '"');
                      assertThat(error).hasMessageThat().contains(setting);
                      changed.add(name);
                    }));
    assertThat(changed.size()).isAtLeast(50);
  }

  @Test
  void aStepThatIsRefusedLeavesTheStateAsItWas() {
    SequenceCodec<Everything> codec = learned(1);
    StepEncoder<Everything> encoder = codec.stepEncoder();
    List<Everything> sequence = Everything.sequence(new Random(3), 3);
    double[] state = new double[encoder.stateSize()];
    float[] features = new float[encoder.width()];
    int[] symbols = new int[encoder.columns()];
    encoder.encode(sequence.get(2), state, features, symbols);
    double[] before = state.clone();

    // earlier than the last: an error of a component in the middle
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> encoder.encode(sequence.get(0), state, features, symbols));
    assertThat(error).hasMessageThat().startsWith("all.at is " + sequence.get(0).at());
    assertThat(state).isEqualTo(before);
  }

  @Test
  void arraysOfAnotherSizeAreRefused() {
    StepEncoder<Everything> encoder = learned(1).stepEncoder();
    Everything step = Everything.sequence(new Random(3), 1).get(0);
    double[] state = new double[encoder.stateSize()];
    float[] features = new float[encoder.width()];
    int[] symbols = new int[encoder.columns()];
    assertThrows(
        IllegalArgumentException.class,
        () -> encoder.encode(step, new double[0], features, symbols));
    assertThrows(
        IllegalArgumentException.class, () -> encoder.encode(step, state, new float[1], symbols));
    assertThrows(
        IllegalArgumentException.class, () -> encoder.encode(step, state, features, new int[1]));
  }
}
