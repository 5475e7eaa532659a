package dev.rondo.runtime.data.feature;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.CalendarField;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.text.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ValuesTest {
  private record Engine(int rpm, @Nullable String maker) {}

  private enum Before {
    RED,
    GREEN
  }

  private enum Grown {
    BLUE,
    GREEN,
    RED
  }

  private enum Shrunk {
    RED
  }

  private static String messageOf(Executable executable) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, executable).getMessage());
  }

  private static <T> VectorCodec.Description<T> input(Feature<T> feature) {
    return VectorCodec.of("input", feature);
  }

  @SafeVarargs
  private static <T> VectorCodec<T> learned(Feature<T> feature, T... training) {
    VectorCodec.Learner<T> learner = input(feature).learner();
    for (T value : training) {
      learner.add(value);
    }
    return learner.build();
  }

  private static float[] calendar(TemporalAccessor time, CalendarField field, String zone) {
    return learned(Features.<TemporalAccessor>calendar(Function.identity(), List.of(field), zone))
        .encode(time)
        .features();
  }

  private static void near(float[] found, double sine, double cosine) {
    assertThat(found).usingTolerance(1e-6).containsExactly(sine, cosine).inOrder();
  }

  @Test
  void aTimeIsReadByTheClocksOfTheZone() {
    Instant time = Instant.parse("2024-03-31T06:00:00Z"); // 8 o'clock in summer time
    near(calendar(time, CalendarField.HOUR_OF_DAY, "Europe/Berlin"), Math.sqrt(3) / 2, -0.5);
    near(calendar(time, CalendarField.HOUR_OF_DAY, ""), 1, 0);
    ZonedDateTime zoned = ZonedDateTime.parse("2024-03-31T18:00-12:00"); // 6 o'clock next day, UTC
    near(calendar(zoned, CalendarField.HOUR_OF_DAY, ""), -1, 0);
    near(calendar(zoned, CalendarField.HOUR_OF_DAY, "UTC"), 1, 0);
  }

  @Test
  void aDayIsReadByTheCycleThatItIsIn() {
    // sine and cosine of 6/7 of a circle, by tables
    near(calendar(LocalDate.of(2024, 3, 31), CalendarField.DAY_OF_WEEK, ""), -0.7818315, 0.6234898);
    near(calendar(LocalDate.of(2024, 4, 1), CalendarField.DAY_OF_WEEK, ""), 0, 1);
    // half of the 30 days of April, a quarter and a half of the days of years
    near(calendar(LocalDate.of(2024, 4, 16), CalendarField.DAY_OF_MONTH, ""), 0, -1);
    near(calendar(LocalDate.of(2024, 7, 2), CalendarField.DAY_OF_YEAR, ""), 0, -1);
    near(
        calendar(LocalDate.of(2023, 7, 2), CalendarField.DAY_OF_YEAR, ""),
        Math.sin(2 * Math.PI * 182 / 365),
        Math.cos(2 * Math.PI * 182 / 365));
  }

  @Test
  void aTimeWithoutTheFieldIsNamed() {
    assertThat(messageOf(() -> calendar(LocalTime.NOON, CalendarField.DAY_OF_WEEK, "")))
        .isEqualTo("input is 12:00, which has no DAY_OF_WEEK");
    assertThat(messageOf(() -> calendar(LocalDate.EPOCH, CalendarField.HOUR_OF_DAY, "")))
        .isEqualTo("input is 1970-01-01, which has no HOUR_OF_DAY");
    assertThat(messageOf(() -> calendar(Instant.EPOCH, CalendarField.HOUR_OF_DAY, "Berlin")))
        .contains("zone is \"Berlin\", which names no time zone");
  }

  @Test
  void whatHasPassedIsStandardisedByItsLogarithm() {
    SequenceCodec.Learner<Instant> learner =
        SequenceCodec.of("clicks", Features.<Instant>elapsed(Function.identity())).learner();
    // ln 2 and ln 4 have the mean 1.5 ln 2 and the deviation 0.5 ln 2
    learner.add(List.of(second(0), second(1), second(4)));
    SequenceCodec<Instant> codec = learner.build();

    Steps steps = codec.encode(List.of(second(100), second(101), second(104), second(111)));
    assertThat(steps.width()).isEqualTo(3);
    assertThat(steps.features())
        .usingTolerance(1e-6)
        .containsExactly(0, 1, 0, -1, 0, 0, 1, 0, 0, 3, 0, 0)
        .inOrder();
    assertThat(messageOf(() -> codec.encode(List.of(second(5), second(3)))))
        .isEqualTo("clicks[1] is 1970-01-01T00:00:03Z, 2 seconds before that of the step before");
    assertThat(messageOf(() -> codec.encode(List.of(second(31_536_000), second(0)))))
        .endsWith("Z, 31536000 seconds before that of the step before");
  }

  private static Instant second(long second) {
    return Instant.ofEpochSecond(second);
  }

  @Test
  void aRecordIsOneStep() {
    Feature<Engine> feature =
        RecordFeatures.<Engine>of()
            .with("rpm", Features.number(Engine::rpm))
            .with("maker", Features.category(Engine::maker));
    VectorCodec<Engine> codec =
        learned(feature, new Engine(1, "a"), new Engine(3, "a"), new Engine(2, "rare"));
    VectorCodec<Engine> restored = input(feature).restore(codec.stored("input"));
    for (VectorCodec<Engine> each : List.of(codec, restored)) {
      Steps step = each.encode(new Engine(2, "a"));
      assertThat(step.length()).isEqualTo(1);
      assertThat(step.features()).usingExactEquality().containsExactly(0f);
      assertThat(step.symbols()).asList().containsExactly(2);
      assertThat(each.encode(new Engine(2, "rare")).symbols())
          .asList()
          .containsExactly(Vocabulary.UNKNOWN);
      // padding, the unknown one, and the one that was seen twice
      assertThat(each.symbols(0)).isEqualTo(3);
    }
    assertThat(messageOf(() -> codec.encode(null))).isEqualTo("input is null");
    assertThat(messageOf(() -> codec.encode(new Engine(1, null)))).isEqualTo("input.maker is null");
  }

  @Test
  void anEnumMayGainConstantsButLoseNone() {
    VectorCodec<Before> codec =
        learned(Features.constant(Function.<Before>identity(), Before.values()));
    Map<String, StoredCodec> stored = codec.stored("input");

    VectorCodec<Grown> grown =
        input(Features.constant(Function.<Grown>identity(), Grown.values())).restore(stored);
    assertThat(grown.encode(Grown.RED).features())
        .usingExactEquality()
        .containsExactly(1f, 0f)
        .inOrder();
    assertThat(messageOf(() -> grown.encode(Grown.BLUE)))
        .startsWith("input is BLUE, a constant that the model was not trained with.");
    assertThat(
            messageOf(
                () ->
                    input(Features.constant(Function.<Shrunk>identity(), Shrunk.values()))
                        .restore(stored)))
        .contains("GREEN");
  }
}
