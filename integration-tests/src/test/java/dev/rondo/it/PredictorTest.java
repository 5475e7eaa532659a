package dev.rondo.it;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.Prediction;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.store.ModelFileException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PredictorTest {
  @TempDir private Path folder;
  private MoodModelPredictor model;

  @BeforeAll
  void train() {
    model = MoodModelTrainer.create().epochs(4).fit(Sentences.moods(200, 1));
  }

  @AfterAll
  void close() {
    model.close();
  }

  @Test
  void manyAnswersComeInTheOrderOfTheQuestions() {
    List<String> texts = new ArrayList<>();
    for (MoodModelExample example : Sentences.moods(300, 4)) {
      texts.add(example.text());
    }
    List<Prediction<Mood>> all = model.judgeAllScored(texts);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(all.get(i).probability(Mood.GOOD))
          .isWithin(1e-5)
          .of(model.judgeScored(texts.get(i)).probability(Mood.GOOD));
    }
    assertThat(model.judgeAll(texts)).hasSize(300);
    assertThat(model.judgeAll(List.of())).isEmpty();
  }

  @Test
  void textsOfAllKindsGetAnAnswer() {
    double unknown = model.judgeScored("zzyzx").probability(Mood.GOOD);
    for (String text : List.of("", "   ", "\n\t", "qwertzuiop", "\u0000")) {
      assertThat(model.judgeScored(text).probability(Mood.GOOD)).isWithin(1e-6).of(unknown);
    }
    for (String text :
        List.of(
            "👩‍👩‍👧‍👦 🎉🎉",
            "שלום עולם lovely",
            "مرحبا بالعالم",
            "lovely\u202Eylevol",
            "\uD800 lone surrogate",
            "ไม่ดี 不好")) {
      assertThat(model.judge(text)).isNotNull();
    }
  }

  @Test
  void aTextOfTwentyThousandWordsGetsAnAnswer() {
    String text = "the film was lovely ".repeat(5_000);
    assertThat(model.judge(text)).isNotNull();
    assertThat(model.judgeAll(List.of("awful", text, "lovely")).get(2)).isEqualTo(Mood.GOOD);
  }

  @Test
  void nullIsRefusedByName() {
    assertThat(assertThrows(IllegalArgumentException.class, () -> model.judge(nothing())))
        .hasMessageThat()
        .isEqualTo("text is null");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> model.judgeAll(Arrays.asList("a", nothing()))))
        .hasMessageThat()
        .contains("[1] is null");
  }

  // what a caller without null checks of its own may pass
  @SuppressWarnings("NullAway")
  private static String nothing() {
    return null;
  }

  @Test
  void sixteenThreadsAgreeWithOne() throws Exception {
    List<String> texts = Sentences.moods(64, 5).stream().map(MoodModelExample::text).toList();
    List<Prediction<Mood>> alone = texts.stream().map(model::judgeScored).toList();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      Callable<List<Prediction<Mood>>> work = () -> texts.stream().map(model::judgeScored).toList();
      for (Future<List<Prediction<Mood>>> result :
          threads.invokeAll(Collections.nCopies(16, work))) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aClosedModelSaysSo() {
    MoodModelPredictor closed = MoodModelTrainer.create().epochs(1).fit(Sentences.moods(20, 1));
    closed.close();
    closed.close();
    assertThat(assertThrows(IllegalStateException.class, () -> closed.judge("lovely")))
        .hasMessageThat()
        .contains("closed");
    assertThrows(IllegalStateException.class, () -> closed.save(folder.resolve("x.rondo")));
  }

  @Test
  void aSavedModelAnswersTheSameToTheLastBit() throws Exception {
    Path file = folder.resolve("mood.rondo");
    model.save(file);
    List<String> texts = Sentences.moods(50, 6).stream().map(MoodModelExample::text).toList();
    try (MoodModelPredictor loaded = MoodModelPredictor.load(file);
        InputStream stream = Files.newInputStream(file);
        MoodModelPredictor streamed = MoodModelPredictor.load(stream, Device.cpu())) {
      assertThat(loaded.judgeAllScored(texts)).isEqualTo(model.judgeAllScored(texts));
      assertThat(streamed.judgeAllScored(texts)).isEqualTo(model.judgeAllScored(texts));
      assertThat(loaded.history()).isEqualTo(model.history());
      assertThat(loaded.provenance()).isEqualTo(model.provenance());
      assertThat(loaded.provenance()).isPresent();
    }
  }

  @Test
  void anotherModelsFileIsRefusedByName() {
    Path file = folder.resolve("mood-for-spam.rondo");
    model.save(file);
    assertThat(assertThrows(ModelFileException.class, () -> SpamModelPredictor.load(file)))
        .hasMessageThat()
        .containsMatch("MoodModel.*SpamModel|SpamModel.*MoodModel");
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("nowhere.rondo");
    assertThat(assertThrows(ModelFileException.class, () -> MoodModelPredictor.load(file)))
        .hasMessageThat()
        .contains("nowhere.rondo");
  }

  @Test
  void aGpuThatIsNotThereIsAnErrorAndNotTheCpu() {
    Path file = folder.resolve("gpu.rondo");
    model.save(file);
    assertThat(
            assertThrows(
                IllegalStateException.class, () -> MoodModelPredictor.load(file, Device.gpu(99))))
        .hasMessageThat()
        .contains("cuda:99");
  }
}
