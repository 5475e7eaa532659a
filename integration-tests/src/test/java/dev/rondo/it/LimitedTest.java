package dev.rondo.it;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Keep;
import dev.rondo.it.LimitedModels.Reading;
import dev.rondo.runtime.data.TooLongException;
import dev.rondo.runtime.train.CutInputs;
import dev.rondo.runtime.train.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code @MaxLength}, from the annotation to the model file. */
class LimitedTest {
  @TempDir private Path folder;

  private static final class Told implements TrainingListener {
    private final List<CutInputs> cut = new ArrayList<>();

    @Override
    public void onCut(CutInputs inputs) {
      cut.add(inputs);
    }
  }

  private static List<LimitedModels_StartExample> starts() {
    List<LimitedModels_StartExample> examples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      examples.add(new LimitedModels_StartExample("a lovely film dreadful dreadful", Mood.GOOD));
      examples.add(new LimitedModels_StartExample("a dreadful film", Mood.BAD));
    }
    return examples;
  }

  @Test
  void theBeginningIsReadInTrainingInPredictionAndFromTheFile() {
    Told told = new Told();
    Path file = folder.resolve("start.rondo");
    try (LimitedModels_StartPredictor model =
        LimitedModels_StartTrainer.create().listener(told).fit(starts())) {
      assertThat(told.cut).containsExactly(new CutInputs("text", 3, Keep.HEAD, 20, 40));
      assertThat(told.cut.get(0).toString())
          .isEqualTo("text is longer than 3 steps in 20 of 40 examples: its beginning is read");
      assertThat(model.judgeScored("a lovely film dreadful dreadful dreadful"))
          .isEqualTo(model.judgeScored("a lovely film"));
      assertThat(model.judge("a lovely film dreadful")).isEqualTo(Mood.GOOD);
      assertThat(model.judgeAll(List.of("a dreadful film lovely", "a lovely film dreadful")))
          .containsExactly(Mood.BAD, Mood.GOOD)
          .inOrder();
      assertThat(model.history().provenance().orElseThrow().settings())
          .containsEntry("textMaxLength", "3, keep HEAD");
      model.save(file);
      try (LimitedModels_StartPredictor loaded = LimitedModels_StartPredictor.load(file)) {
        assertThat(loaded.judgeScored("a lovely film dreadful dreadful dreadful"))
            .isEqualTo(model.judgeScored("a lovely film"));
        Told again = new Told();
        LimitedModels_StartTrainer.create()
            .epochs(1)
            .continueFrom(loaded)
            .listener(again)
            .fit(starts())
            .close();
        assertThat(again.cut).containsExactly(new CutInputs("text", 3, Keep.HEAD, 20, 40));
      }
    }
  }

  @Test
  void theTrainerSetsAnotherLimit() {
    Told told = new Told();
    try (LimitedModels_StartPredictor model =
        LimitedModels_StartTrainer.create()
            .epochs(1)
            .textMaxLength(4)
            .listener(told)
            .fit(starts())) {
      assertThat(told.cut).containsExactly(new CutInputs("text", 4, Keep.HEAD, 20, 40));
      assertThat(model.judgeScored("a lovely film dreadful lovely"))
          .isEqualTo(model.judgeScored("a lovely film dreadful"));
    }
    Told none = new Told();
    LimitedModels_StartTrainer.create()
        .epochs(1)
        .textMaxLength(5)
        .listener(none)
        .fit(starts())
        .close();
    assertThat(none.cut).isEmpty();
    assertThrows(
        IllegalArgumentException.class, () -> LimitedModels_StartTrainer.create().textMaxLength(0));
  }

  @Test
  void examplesThatAreReadAnewAreCountedOnce() {
    Told told = new Told();
    List<LimitedModels_StartExample> all = starts();
    LimitedModels_StartTrainer.create()
        .epochs(3)
        .listener(told)
        .validateOn(() -> all.iterator())
        .fit(() -> all.iterator())
        .close();
    assertThat(told.cut).containsExactly(new CutInputs("text", 3, Keep.HEAD, 20, 40));
  }

  @Test
  void whatIsTooLongIsRefusedByItsPlace() {
    List<LimitedModels_TagsExample> examples =
        List.of(
            new LimitedModels_TagsExample(List.of("a", "b"), List.of(true, false)),
            new LimitedModels_TagsExample(
                List.of("a", "b", "a", "b"), List.of(true, false, true, false)));
    TooLongException refused =
        assertThrows(
            TooLongException.class, () -> LimitedModels_TagsTrainer.create().fit(examples));
    assertThat(refused)
        .hasMessageThat()
        .startsWith("example[1]: words has 4 steps, but at most 3 are allowed by @MaxLength.");
    try (LimitedModels_TagsPredictor model =
        LimitedModels_TagsTrainer.create().fit(examples.subList(0, 1))) {
      assertThat(model.tag(List.of("a", "b", "c"))).hasSize(3);
      List<List<String>> several = List.of(List.of("a"), List.of("a", "b", "c", "d"));
      assertThat(assertThrows(TooLongException.class, () -> model.tag(several.get(1))))
          .hasMessageThat()
          .startsWith("words has 4 steps");
      assertThat(assertThrows(TooLongException.class, () -> model.tagAll(several)))
          .hasMessageThat()
          .startsWith("allWords[1]: words has 4 steps");
      assertThat(
              assertThrows(TooLongException.class, () -> model.tagAll(several.stream()).toList()))
          .hasMessageThat()
          .startsWith("input 1 of the stream, counted from 0: words has 4 steps");
    }
  }

  @Test
  void inputsOfEveryKindAreCut() {
    List<LimitedModels_SeveralExample> examples = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      examples.add(
          new LimitedModels_SeveralExample(
              List.of(new Reading(9), new Reading(i), new Reading(1)),
              new float[] {100, i, 2},
              new String[] {"a", "b", "c" + i},
              i % 2 == 0));
    }
    Told told = new Told();
    Path file = folder.resolve("several.rondo");
    try (LimitedModels_SeveralPredictor model =
        LimitedModels_SeveralTrainer.create().listener(told).fit(examples)) {
      assertThat(told.cut)
          .containsExactly(
              new CutInputs("readings", 2, Keep.TAIL, 12, 12),
              new CutInputs("values", 2, Keep.TAIL, 12, 12),
              new CutInputs("words", 2, Keep.HEAD, 12, 12));
      model.save(file);
      try (LimitedModels_SeveralPredictor loaded = LimitedModels_SeveralPredictor.load(file)) {
        for (LimitedModels_SeveralPredictor each : List.of(model, loaded)) {
          assertThat(
                  each.alarmScored(
                      List.of(new Reading(-7), new Reading(3), new Reading(1)),
                      new float[] {-1, -1, 3, 2},
                      new String[] {"a", "b", "zzz"}))
              .isEqualTo(
                  model.alarmScored(
                      List.of(new Reading(3), new Reading(1)),
                      new float[] {3, 2},
                      new String[] {"a", "b"}));
        }
      }
    }
  }

  @Test
  void translationsAreOfWhatIsRead() {
    List<LimitedModels_TurnerExample> examples =
        List.of(new LimitedModels_TurnerExample("a b c d e", "e d c b a"));
    Told told = new Told();
    try (LimitedModels_TurnerPredictor model =
        LimitedModels_TurnerTrainer.create().listener(told).fit(examples)) {
      assertThat(told.cut).containsExactly(new CutInputs("text", 3, Keep.TAIL, 1, 1));
      assertThat(model.turn("a b c d e")).isEqualTo(model.turn("c d e"));
      assertThat(model.turnScored("a b c d e").sourceTokens())
          .containsExactly("c", "d", "e")
          .inOrder();
      // the text that is written keeps its length
      assertThat(model.expected.size()).isEqualTo(2 + 5);
    }
  }
}
