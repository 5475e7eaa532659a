package dev.rondo.runtime.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.BooleanCodec;
import dev.rondo.runtime.data.CategoryCodec;
import dev.rondo.runtime.data.StorableCodec;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.answer.LabelsCodec;
import dev.rondo.runtime.data.answer.NumberCodec;
import dev.rondo.runtime.data.answer.NumbersCodec;
import dev.rondo.runtime.layer.Weights;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codecs of answers through a model file, and against what the signature says of them. */
class StoredAnswersTest {
  private enum Risk {
    FALL,
    STROKE
  }

  @TempDir Path folder;

  private <C extends StorableCodec> C reread(
      String line, StorableCodec codec, Function<StoredCodec, C> restore) {
    Signature signature =
        Signature.of("M").layer("dense", "Dense").output("expected", line).build();
    Path file = folder.resolve("m.rondo");
    ModelWriter.of(signature).codec("expected", codec.stored()).write(file, new Weights(Map.of()));
    try (ModelReader reader = ModelReader.open(file, signature)) {
      return reader.codec("expected", restore);
    }
  }

  private static NumberCodec hours(Scaling scaling) {
    NumberCodec.Learner learner = NumberCodec.learner(scaling);
    learner.add(1 / 3.0);
    learner.add(7e-9);
    return learner.build();
  }

  @Test
  void numbersAreAnsweredToTheLastBit() {
    for (Scaling scaling : Scaling.values()) {
      NumberCodec codec = hours(scaling);
      NumberCodec reread = reread("number(scaling = " + scaling + ")", codec, NumberCodec::restore);
      float[] scores = {0.1f};
      assertThat(reread.answer(scores)).isEqualTo(codec.answer(scores));
    }
  }

  @Test
  void anotherScaleThanTheSignatureSaysIsRefused() {
    ModelFileException e =
        assertThrows(
            ModelFileException.class,
            () -> reread("number(scaling = LOG)", hours(Scaling.ROBUST), NumberCodec::restore));
    assertThat(e)
        .hasMessageThat()
        .contains("scaling = \"ROBUST\", but the signature says \"number(scaling = LOG)\"");
  }

  @Test
  void vectorsKeepTheirScales() {
    NumbersCodec.Learner<float[]> learner = NumbersCodec.floats(2, Scaling.STANDARD);
    learner.add(new float[] {1, 100});
    learner.add(new float[] {2, 300});
    NumbersCodec<float[]> reread =
        reread(
            "numbers(size = 2, scaling = STANDARD)",
            learner.build(),
            stored -> NumbersCodec.restoreFloats(stored, 2));
    assertThat(reread.answer(new float[] {1, -1})).isEqualTo(new float[] {2, 100});
  }

  @Test
  void classesAndLabelsKeepTheirNames() {
    CategoryCodec.Learner<String> learner = CategoryCodec.learner();
    Set.of("", "a\nb", "\"ü\"").forEach(learner::add);
    CategoryCodec<String> classes = learner.build();
    assertThat(
            reread("category", classes, s -> CategoryCodec.restore(s, Function.identity()))
                .classes())
        .isEqualTo(classes.classes());
    LabelsCodec<Risk> labels = LabelsCodec.of(Risk.values());
    assertThat(reread("labels", labels, s -> LabelsCodec.restore(s, Risk.values())).labels())
        .isEqualTo(labels.labels());
  }

  @Test
  void aThresholdIsNothingThatTheSignatureTells() {
    BooleanCodec reread =
        reread("boolean", BooleanCodec.of().threshold(0.25), BooleanCodec::restore);
    assertThat(reread.answer(new float[] {-1})).isTrue();
    assertThat(reread.answer(new float[] {-1.2f})).isFalse();
    assertThat(reread("boolean", BooleanCodec.of(), BooleanCodec::restore))
        .isSameInstanceAs(BooleanCodec.of());
  }
}
