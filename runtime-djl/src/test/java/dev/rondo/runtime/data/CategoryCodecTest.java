package dev.rondo.runtime.data;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.data.Messages.messageOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CategoryCodecTest {
  @SafeVarargs
  private static <T extends Comparable<T>> CategoryCodec<T> learned(T... classes) {
    CategoryCodec.Learner<T> learner = CategoryCodec.learner();
    for (T value : classes) {
      learner.add(value);
    }
    return learner.build();
  }

  private static String messageOfRestoring(Function<String, Integer> parser, String... classes) {
    return messageOf(
        IllegalArgumentException.class,
        () ->
            CategoryCodec.restore(new StoredCodec("category", Map.of(), List.of(classes)), parser));
  }

  @Test
  void classesAreThoseOfTheTrainingDataInTheirOrder() {
    CategoryCodec<Integer> codec = learned(10, 9, 10, -1, 9);
    assertThat(codec.classes()).containsExactly(-1, 9, 10).inOrder();
    assertThat(codec.size()).isEqualTo(3);
    assertThat(codec.index(9)).isEqualTo(1);
    assertThat(codec.value(2)).isEqualTo(10);
    assertThat(codec.stored())
        .isEqualTo(new StoredCodec("category", Map.of(), List.of("-1", "9", "10")));
  }

  @Test
  void absentAnswersAreNoClass() {
    CategoryCodec.Learner<String> learner = CategoryCodec.learner();
    learner.add("a");
    learner.add(null);
    learner.add("b");
    assertThat(learner.build().classes()).containsExactly("a", "b").inOrder();
  }

  @Test
  void scoresBecomeProbabilitiesBySoftmax() {
    CategoryCodec<String> codec = learned("b", "a", "c");
    float[] scores = {0, (float) Math.log(2), 0};
    assertThat(codec.prediction(scores).probability("a")).isWithin(1e-7).of(0.25);
    assertThat(codec.answer(scores)).isEqualTo("b");
    assertThat(codec.loss(scores, "c")).isWithin(1e-6).of(Math.log(4));
    assertThat(messageOf(IllegalArgumentException.class, () -> codec.prediction(new float[2])))
        .isEqualTo("there are 2 scores, expected 3");
  }

  @Test
  void aClassThatTrainingHasNotSeenIsRefusedNamingItAndTheOthers() {
    CategoryCodec<String> codec = learned("billing", "returns");
    assertThat(messageOf(IllegalArgumentException.class, () -> codec.index("biling")))
        .isEqualTo(
            "class \"biling\" is not in the training data, which has billing, returns."
                + " Did you mean \"billing\"?");
    assertThat(messageOf(IllegalArgumentException.class, () -> codec.target("sales")))
        .isEqualTo("class \"sales\" is not in the training data, which has billing, returns.");
    assertThat(messageOf(IllegalArgumentException.class, () -> learned(1L, 2L).index(null)))
        .isEqualTo("class is null");
  }

  @Test
  void oneClassIsNoClassifier() {
    assertThat(messageOf(IllegalArgumentException.class, () -> learned("a", "a")))
        .isEqualTo("a classifier needs at least two classes, the training data has [a]");
  }

  @Test
  void targetsAreNumbersAndNotANumberWhereTheAnswerIsAbsent() {
    CategoryCodec<String> codec = learned("a", "b");
    assertThat(codec.targetSize()).isEqualTo(1);
    assertThat(codec.target("b")).isEqualTo(new float[] {1});
    assertThat(codec.target(null)).isEqualTo(new float[] {Float.NaN});
    assertThat(BooleanCodec.of().target(true)).isEqualTo(new float[] {1});
    assertThat(BooleanCodec.of().target(null)).isEqualTo(new float[] {Float.NaN});
    float[] several = {7, 7, 7};
    codec.target("a", several, 1);
    assertThat(several).isEqualTo(new float[] {7, 0, 7});
  }

  @Property(seed = "1")
  void storedTextsAreRestored(@ForAll @Size(min = 2, max = 20) Set<String> classes) {
    CategoryCodec<String> codec = learned(classes.toArray(String[]::new));
    CategoryCodec<String> restored = CategoryCodec.restore(codec.stored(), Function.identity());
    assertThat(restored.classes()).isEqualTo(new ArrayList<>(new TreeSet<>(classes)));
    assertThat(restored.stored()).isEqualTo(codec.stored());
    classes.forEach(value -> assertThat(restored.index(value)).isEqualTo(codec.index(value)));
  }

  @Property(seed = "1")
  void storedNumbersAreRestored(@ForAll @Size(min = 2, max = 20) Set<Long> classes) {
    CategoryCodec<Long> codec = learned(classes.toArray(Long[]::new));
    CategoryCodec<Long> restored = CategoryCodec.restore(codec.stored(), Long::valueOf);
    assertThat(restored.classes()).isEqualTo(new ArrayList<>(new TreeSet<>(classes)));
  }

  @Test
  void aDamagedListOfClassesIsRefused() {
    assertThat(messageOfRestoring(Integer::valueOf, "1", "x"))
        .isEqualTo(
            "stored codec of kind \"category\" has \"x\", which is no class of the output's type");
    assertThat(messageOfRestoring(Integer::valueOf, "1", "+2")).contains("has \"+2\"");
    assertThat(messageOfRestoring(Integer::valueOf, "10", "9"))
        .isEqualTo(
            "stored codec of kind \"category\" has \"9\" behind \"10\", expected classes in order,"
                + " each once");
    assertThat(messageOfRestoring(Integer::valueOf, "1", "1")).contains("each once");
    assertThat(messageOfRestoring(Integer::valueOf, "1"))
        .isEqualTo("a classifier needs at least two classes, the stored codec has [1]");
    assertThat(
            messageOf(
                IllegalArgumentException.class,
                () -> CategoryCodec.restore(BooleanCodec.of().stored(), Integer::valueOf)))
        .isEqualTo("stored codec is of kind \"boolean\", expected \"category\"");
  }

  @Test
  void aThresholdSaysFromWhichProbabilityOnTheAnswerIsYes() {
    BooleanCodec low = BooleanCodec.of().threshold(0.25);
    float quarter = (float) Math.log(1 / 3.0);
    assertThat(low.prediction(new float[] {quarter + 1e-4f}).value()).isTrue();
    assertThat(low.prediction(new float[] {quarter - 1e-4f}).value()).isFalse();
    assertThat(low.answer(new float[] {quarter + 1e-4f})).isTrue();
    assertThat(low.prediction(new float[] {quarter}).probability(true)).isWithin(1e-7).of(0.25);
    assertThat(BooleanCodec.of().threshold(0.5).answer(new float[] {0})).isTrue();
    assertThat(BooleanCodec.of().answer(new float[] {0})).isFalse();
    for (double wrong : new double[] {0, 1, -0.5, Double.NaN}) {
      assertThat(
              messageOf(IllegalArgumentException.class, () -> BooleanCodec.of().threshold(wrong)))
          .isEqualTo("threshold is " + wrong + ", must be in (0, 1)");
    }
  }

  @Test
  void aThresholdIsStoredAndRestored() {
    BooleanCodec codec = BooleanCodec.of().threshold(0.9);
    assertThat(codec.stored())
        .isEqualTo(new StoredCodec("boolean", Map.of("threshold", "0.9"), List.of()));
    assertThat(codec.learned()).containsExactly("temperature", "threshold");
    BooleanCodec restored = BooleanCodec.restore(codec.stored());
    assertThat(restored.answer(new float[] {2})).isFalse();
    assertThat(restored.stored()).isEqualTo(codec.stored());
    for (String damaged : List.of("0", "1.5", "x", "NaN")) {
      assertThat(
              messageOf(
                  IllegalArgumentException.class,
                  () ->
                      BooleanCodec.restore(
                          new StoredCodec("boolean", Map.of("threshold", damaged), List.of()))))
          .startsWith("stored codec of kind \"boolean\" has threshold = \"");
    }
  }
}
