package dev.rondo.runtime.data.answer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.BooleanCodec;
import dev.rondo.runtime.data.CategoryCodec;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.StoredCodec;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Sets of labels, and one answer for each step. */
class LabelsAndStepsTest {
  enum Risk {
    FALL,
    SEPSIS,
    STROKE
  }

  private static final LabelsCodec<Risk> RISKS = LabelsCodec.of(Risk.values());

  private static String messageOf(Executable executable) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, executable).getMessage());
  }

  private static float logit(double probability) {
    return (float) Math.log(probability / (1 - probability));
  }

  private static NumberCodec hours() {
    NumberCodec.Learner learner = NumberCodec.learner(Scaling.STANDARD);
    learner.add(0);
    learner.add(20);
    return learner.build();
  }

  @Test
  void aTargetIsOneForEachLabelOfTheSet() {
    assertThat(RISKS.size()).isEqualTo(3);
    assertThat(RISKS.targetSize()).isEqualTo(3);
    assertThat(RISKS.target(Set.of(Risk.STROKE, Risk.FALL))).isEqualTo(new float[] {1, 0, 1});
    assertThat(RISKS.target(Set.of())).isEqualTo(new float[] {0, 0, 0});
    assertThat(RISKS.target(null)).isEqualTo(new float[] {Float.NaN, Float.NaN, Float.NaN});
    assertThat(messageOf(() -> RISKS.target(new HashSet<>(Arrays.asList((Risk) null)))))
        .isEqualTo("has a label that is null");
  }

  @Test
  void labelsAreAnsweredFromOneHalfOn() {
    float[] scores = {0, -1e-6f, logit(0.9)};
    assertThat(RISKS.answer(scores)).containsExactly(Risk.FALL, Risk.STROKE).inOrder();
    assertThrows(UnsupportedOperationException.class, () -> RISKS.answer(scores).add(Risk.SEPSIS));
    assertThat(RISKS.answer(new float[] {-1, -1, -1})).isEmpty();
    Map<Risk, Double> probabilities = RISKS.probabilities(scores);
    assertThat(probabilities.keySet())
        .containsExactly(Risk.FALL, Risk.SEPSIS, Risk.STROKE)
        .inOrder();
    assertThat(probabilities.get(Risk.STROKE)).isWithin(1e-6).of(0.9);
    assertThat(messageOf(() -> RISKS.answer(new float[2])))
        .isEqualTo("there are 2 scores, expected 3");
    assertThat(messageOf(() -> RISKS.probabilities(new float[] {0, 0, Float.NaN})))
        .startsWith("scores are not finite");
  }

  @Property(seed = "1")
  void targetsOfLabelsAnswerThemselves(@ForAll Set<Risk> risks) {
    float[] target = RISKS.target(risks);
    float[] scores = new float[3];
    for (int i = 0; i < 3; i++) {
      scores[i] = target[i] - 0.5f;
    }
    assertThat(RISKS.answer(scores)).isEqualTo(risks);
  }

  @Property(seed = "1")
  void labelsKeepTheScoresOfTheFile(@ForAll Set<Risk> risks, @ForAll long seed) {
    String[] names = {"FALL", "SEPSIS", "STROKE"};
    Collections.shuffle(Arrays.asList(names), new Random(seed));
    StoredCodec stored = new StoredCodec("labels", Map.of(), List.of(names));
    LabelsCodec<Risk> codec = LabelsCodec.restore(stored, Risk.values());
    assertThat(codec.stored()).isEqualTo(stored);
    float[] target = codec.target(risks);
    for (int i = 0; i < 3; i++) {
      assertThat(target[i]).isEqualTo(risks.contains(Risk.valueOf(names[i])) ? 1 : 0);
    }
    assertThat(codec.probabilities(target).keySet())
        .containsExactlyElementsIn(Risk.values())
        .inOrder();
  }

  @Test
  void otherLabelsThanInTrainingAreRefused() {
    StoredCodec stored = new StoredCodec("labels", Map.of(), List.of("FALL", "STROKE", "GOUT"));
    assertThat(messageOf(() -> LabelsCodec.restore(stored, Risk.values())))
        .isEqualTo(
            "Risk has other constants than in training: GOUT is missing, and SEPSIS is new."
                + " Restore the constants, or train the model again.");
    StoredCodec twice = new StoredCodec("labels", Map.of(), List.of("FALL", "FALL"));
    assertThat(messageOf(() -> LabelsCodec.restore(twice, Risk.values())))
        .isEqualTo("stored codec of kind \"labels\" has the constant \"FALL\" twice");
    StoredCodec other = EnumCodec.of(Risk.values()).stored();
    assertThat(messageOf(() -> LabelsCodec.restore(other, Risk.values())))
        .isEqualTo("stored codec is of kind \"enum\", expected \"labels\"");
  }

  @Test
  void eachStepHasItsTargetAndItsAnswer() {
    EachStep<Set<Risk>> steps = EachStep.of(RISKS);
    assertThat(steps.size()).isEqualTo(3);
    assertThat(steps.targetSize()).isEqualTo(3);
    assertThat(steps.target(Arrays.asList(Set.of(Risk.FALL), null, EnumSet.allOf(Risk.class)), 3))
        .isEqualTo(new float[] {1, 0, 0, Float.NaN, Float.NaN, Float.NaN, 1, 1, 1});
    assertThat(steps.answer(new float[] {1, -1, -1, -1, -1, 1}))
        .containsExactly(Set.of(Risk.FALL), Set.of(Risk.STROKE))
        .inOrder();
    assertThat(steps.stored()).isEqualTo(RISKS.stored());
  }

  @Test
  void anEmptySequenceHasNoAnswersButOneAbsentTarget() {
    EachStep<Boolean> steps = EachStep.of(BooleanCodec.of());
    assertThat(steps.target(List.of(), 0)).isEqualTo(new float[] {Float.NaN});
    assertThat(steps.answer(new float[] {5}, 0)).isEmpty();
    assertThat(steps.answer(new float[] {5}, 1)).containsExactly(true);
  }

  @Test
  void withoutAListAllStepsAreAbsent() {
    EachStep<Boolean> steps = EachStep.of(BooleanCodec.of());
    assertThat(steps.target(null, 2)).isEqualTo(new float[] {Float.NaN, Float.NaN});
    assertThat(steps.target(null, 0)).isEqualTo(new float[] {Float.NaN});
    assertThat(steps.target(null)).isEqualTo(new float[] {Float.NaN});
  }

  @Test
  void anotherNumberOfAnswersThanStepsIsRefusedWithBoth() {
    EachStep<Boolean> steps = EachStep.of(BooleanCodec.of());
    assertThat(messageOf(() -> steps.target(List.of(true), 2)))
        .isEqualTo("has 1 answer, but the sequence has 2 steps: there must be one for each step");
    assertThat(messageOf(() -> AnswerTargets.of("fraud", steps, List.of(true, false), 1)))
        .isEqualTo(
            "fraud has 2 answers, but the sequence has 1 step: there must be one for each step");
    assertThat(messageOf(() -> steps.answer(new float[3], 2)))
        .isEqualTo("there are 3 scores, expected 2");
    assertThat(messageOf(() -> EachStep.of(RISKS).answer(new float[4])))
        .isEqualTo("there are 4 scores, expected a multiple of 3");
  }

  @Test
  void errorsOfAStepNameIt() {
    EachStep<Double> steps = EachStep.of(hours());
    assertThat(messageOf(() -> AnswerTargets.of("hours", steps, List.of(1.0, Double.NaN), 2)))
        .isEqualTo("hours[1] is NaN, expected a finite number");
    CategoryCodec.Learner<String> learner = CategoryCodec.learner();
    learner.add("a");
    learner.add("b");
    EachStep<String> tags = EachStep.of(learner.build());
    assertThat(messageOf(() -> AnswerTargets.of("tags", tags, List.of("x"), 1)))
        .isEqualTo("tags[0] is wrong: class \"x\" is not in the training data, which has a, b.");
  }

  @Property(seed = "1")
  void numbersOfStepsAnswerThemselves(
      @ForAll @Size(max = 9) List<@IntRange(min = -99, max = 99) Integer> numbers) {
    EachStep<Double> steps = EachStep.of(NumberCodec.restore(hours().stored()));
    List<Double> expected = numbers.stream().map(Integer::doubleValue).toList();
    List<Double> answers = steps.answer(steps.target(expected, expected.size()), expected.size());
    assertThat(answers).hasSize(expected.size());
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i)).isWithin(1e-4).of(expected.get(i));
    }
  }
}
