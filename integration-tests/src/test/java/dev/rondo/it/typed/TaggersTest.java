package dev.rondo.it.typed;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.Prediction;
import dev.rondo.Span;
import dev.rondo.it.typed.Taggers.Reading;
import dev.rondo.it.typed.Taggers.Tag;
import dev.rondo.runtime.data.answer.TagScheme;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.Evaluation;
import dev.rondo.runtime.train.TrainingListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Taggers learn words of which only the last of three says what all three are. Their network reads
 * forward, so that it cannot know at the first: only transitions can say that what ends blue began
 * blue.
 */
class TaggersTest {
  private static final TagScheme SCHEME =
      TagScheme.of(Arrays.stream(Tag.values()).map(Tag::name).toList());

  @TempDir Path folder;

  private record Sentence(List<String> words, List<Tag> tags) {}

  private static List<Sentence> sentences(int count, long seed) {
    Random random = new Random(seed);
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> words = new ArrayList<>();
      List<Tag> tags = new ArrayList<>();
      for (int part = 0; part <= i % 3; part++) {
        for (int word = random.nextInt(3); word >= 0; word--) {
          words.add("w" + random.nextInt(5));
          tags.add(Tag.O);
        }
        boolean red = random.nextBoolean();
        words.addAll(List.of("some", "thing", red ? "red" : "blue"));
        tags.add(red ? Tag.B_RED : Tag.B_BLUE);
        tags.addAll(Collections.nCopies(2, red ? Tag.I_RED : Tag.I_BLUE));
      }
      sentences.add(new Sentence(words, tags));
    }
    return sentences;
  }

  private static List<Taggers_TogetherExample> together(List<Sentence> sentences) {
    return sentences.stream()
        .map(sentence -> new Taggers_TogetherExample(sentence.words(), sentence.tags()))
        .toList();
  }

  private static Taggers_TogetherTrainer trainer(int epochs) {
    return Taggers_TogetherTrainer.create().epochs(epochs).batchSize(16).learningRate(0.02).seed(3);
  }

  @Test
  void transitionsTellWhatTheNetworkCannot() {
    List<Sentence> train = sentences(300, 1);
    List<Sentence> test = sentences(60, 2);
    List<Taggers_AloneExample> alone = new ArrayList<>();
    for (Sentence sentence : train) {
      alone.add(new Taggers_AloneExample(sentence.words().toArray(String[]::new), sentence.tags()));
    }
    try (Taggers_TogetherPredictor crf =
            trainer(10)
                .validateOn(together(test))
                .stopBy(Taggers_TogetherTrainer.Metric.SPAN_F1)
                .fit(together(train));
        Taggers_AlonePredictor softmax =
            Taggers_AloneTrainer.create()
                .epochs(10)
                .batchSize(16)
                .learningRate(0.02)
                .seed(3)
                .fit(alone)) {
      Evaluation report = crf.evaluate(together(test));
      assertThat(report.spanF1()).isGreaterThan(0.98);
      assertThat(report.accuracy()).isGreaterThan(0.98);
      assertThat(report.toString()).contains("span");
      assertThat(softmax.evaluate(alone.subList(0, 60)).spanF1()).isLessThan(0.8);
      List<String> words = List.of("w1", "some", "thing", "blue", "w2");
      assertThat(crf.tag(words))
          .containsExactly(Tag.O, Tag.B_BLUE, Tag.I_BLUE, Tag.I_BLUE, Tag.O)
          .inOrder();
      assertThat(crf.tagSpans(words)).containsExactly(new Span(1, 4, "BLUE", "some thing blue"));
      assertThat(softmax.tagSpans("w1", "w2")).isEmpty();
    }
  }

  private static Taggers_CorpusTrainer corpus(List<Taggers_CorpusExample> dev) {
    return Taggers_CorpusTrainer.create().epochs(3).learningRate(0.02).seed(3).validateOn(dev);
  }

  private static List<Taggers_CorpusExample> corpus(int sentences, long seed) {
    return sentences(sentences, seed).stream()
        .map(
            sentence ->
                new Taggers_CorpusExample(
                    sentence.words(), sentence.tags().stream().map(Tag::name).toList()))
        .toList();
  }

  /** A tag that only the validation data has is wrong, whether there is a checkpoint or not. */
  @Test
  void tagsThatTrainingDoesNotShowLeaveCheckpointsAlone() {
    List<Taggers_CorpusExample> train = corpus(30, 1);
    List<Taggers_CorpusExample> dev = new ArrayList<>(corpus(10, 2));
    dev.add(new Taggers_CorpusExample(List.of("w1", "w2"), List.of("O", "B_GREEN")));
    Path file = folder.resolve("corpus.checkpoint");
    Taggers_CorpusTrainer stopped = corpus(dev).checkpoint(file);
    stopped.observer(model -> stopped.stop());
    stopped.fit(train).close();
    assertThat(Files.exists(file)).isTrue();
    try (Taggers_CorpusPredictor whole = corpus(dev).fit(train);
        Taggers_CorpusPredictor resumed = corpus(dev).checkpoint(file).fit(train)) {
      assertThat(resumed.host.weights().sha256()).isEqualTo(whole.host.weights().sha256());
      assertThat(whole.evaluate(dev).unknownTags()).isEqualTo(1);
    }
  }

  /** Every third sentence ends in another colour than its tags say: nobody can know these. */
  private static List<Taggers_TogetherExample> noisy(int count, long seed) {
    List<Taggers_TogetherExample> noisy = new ArrayList<>();
    List<Sentence> all = sentences(count, seed);
    for (int i = 0; i < all.size(); i++) {
      List<String> words = new ArrayList<>(all.get(i).words());
      if (i % 3 == 1) {
        words.replaceAll(word -> word.equals("red") ? "blue" : word.equals("blue") ? "red" : word);
      }
      noisy.add(new Taggers_TogetherExample(words, all.get(i).tags()));
    }
    return noisy;
  }

  @Test
  void probabilitiesOfTagsDecidedTogetherAreCalibrated() {
    List<Taggers_TogetherExample> train = together(sentences(200, 1));
    List<Taggers_TogetherExample> dev = noisy(200, 2);
    Path file = folder.resolve("calibrated.rondo");
    try (Taggers_TogetherPredictor plain = trainer(10).fit(train);
        Taggers_TogetherPredictor model = trainer(10).calibrate(dev).fit(train)) {
      double t = model.expected.temperature().value();
      assertThat(t).isGreaterThan(1.2);
      assertThat(model.host.weights().sha256()).isEqualTo(plain.host.weights().sha256());
      Evaluation before = plain.evaluate(dev);
      Evaluation after = model.evaluate(dev);
      assertThat(after.negativeLogLikelihood()).isLessThan(before.negativeLogLikelihood());
      assertThat(after.calibrationError()).isLessThan(before.calibrationError());
      assertThat(after.confusion()).isEqualTo(before.confusion());
      assertThat(after.loss()).isEqualTo(before.loss());
      double sum = 0;
      int tags = 0;
      for (Taggers_TogetherExample example : dev) {
        assertThat(model.tag(example.words())).isEqualTo(plain.tag(example.words()));
        List<Prediction<Tag>> scored = model.tagScored(example.words());
        for (int i = 0; i < scored.size(); i++) {
          sum -= Math.log(scored.get(i).probability(example.expected().get(i)));
          tags++;
        }
      }
      assertThat(after.negativeLogLikelihood()).isWithin(1e-6).of(sum / tags);
      model.save(file);
      try (Taggers_TogetherPredictor loaded = Taggers_TogetherPredictor.load(file);
          Taggers_TogetherPredictor next = trainer(1).continueFrom(loaded).fit(train)) {
        assertThat(loaded.tagScored(dev.get(0).words()))
            .isEqualTo(model.tagScored(dev.get(0).words()));
        assertThat(next.expected.temperature().isNone()).isTrue();
      }
    }
  }

  @Test
  void spansOfWordsWhoseCharactersAreReadHaveTheirText() {
    List<Taggers_SpelledExample> examples =
        sentences(200, 9).stream()
            .map(sentence -> new Taggers_SpelledExample(sentence.words(), sentence.tags()))
            .toList();
    try (Taggers_SpelledPredictor model =
        Taggers_SpelledTrainer.create()
            .epochs(8)
            .batchSize(16)
            .learningRate(0.02)
            .seed(3)
            .fit(examples)) {
      assertThat(model.tagSpans(List.of("w1", "some", "thing", "blue", "w2")))
          .containsExactly(new Span(1, 4, "BLUE", "some thing blue"));
    }
  }

  @Test
  void answersAreTheSameAloneAmongOthersAndStored() {
    List<Sentence> test = sentences(40, 4);
    List<List<String>> all = new ArrayList<>(test.stream().map(Sentence::words).toList());
    all.add(List.of());
    all.add(List.of("blue"));
    try (Taggers_TogetherPredictor model = trainer(1).fit(together(sentences(60, 5)))) {
      model.save(folder.resolve("tagger.rondo"));
      try (Taggers_TogetherPredictor loaded =
          Taggers_TogetherPredictor.load(folder.resolve("tagger.rondo"))) {
        List<List<Prediction<Tag>>> scored = model.tagAllScored(all);
        List<List<Tag>> answers = model.tagAll(all);
        for (int i = 0; i < all.size(); i++) {
          List<Tag> tags = answers.get(i);
          assertThat(tags).hasSize(all.get(i).size());
          assertThat(SCHEME.broken(tags.stream().mapToInt(Tag::ordinal).toArray()).isEmpty())
              .isTrue();
          assertThat(model.tag(all.get(i))).isEqualTo(tags);
          assertThat(loaded.tag(all.get(i))).isEqualTo(tags);
          assertSame(scored.get(i), tags, loaded.tagScored(all.get(i)));
        }
      }
      List<String> long5000 = Collections.nCopies(5000, "some");
      assertThat(model.tag(long5000)).hasSize(5000);
    }
  }

  private static void assertSame(
      List<Prediction<Tag>> among, List<Tag> tags, List<Prediction<Tag>> alone) {
    assertThat(among.stream().map(Prediction::value).toList()).isEqualTo(tags);
    for (int t = 0; t < tags.size(); t++) {
      for (Tag tag : Tag.values()) {
        assertThat(among.get(t).probability(tag)).isWithin(1e-5).of(alone.get(t).probability(tag));
      }
    }
  }

  @Test
  void anotherOutputLearnsBeside() {
    List<Taggers_BesideExample> examples = new ArrayList<>();
    for (Sentence sentence : sentences(200, 6)) {
      examples.add(new Taggers_BesideExample(sentence.words(), new Reading(sentence.tags(), true)));
      examples.add(
          new Taggers_BesideExample(
              List.of("w1", "w2"), new Reading(List.of(Tag.O, Tag.O), false)));
    }
    examples.add(new Taggers_BesideExample(List.of(), new Reading(List.of(), false)));
    try (Taggers_BesidePredictor model =
        Taggers_BesideTrainer.create().epochs(10).batchSize(16).learningRate(0.02).fit(examples)) {
      Taggers_BesideEvaluation report = model.evaluate(examples);
      assertThat(report.tags().spanF1()).isGreaterThan(0.98);
      assertThat(report.found().accuracy()).isGreaterThan(0.98);
      assertThat(model.readTagsSpans(List.of("some", "thing", "red")))
          .containsExactly(new Span(0, 3, "RED", "some thing red"));
      assertThat(model.readScored(List.of("w1")).tags().get(0).value()).isEqualTo(Tag.O);
    }
  }

  /** Ends a training after its second epoch. */
  private static final class Interruption extends RuntimeException implements TrainingListener {
    private static final long serialVersionUID = 1;

    @Override
    public void onEpoch(EpochReport report) {
      if (report.epoch() == 2) {
        throw this;
      }
    }
  }

  @Test
  void aTrainingGoesOnToTheSameBits() {
    List<Taggers_TogetherExample> examples = together(sentences(48, 7));
    Path checkpoint = folder.resolve("training.checkpoint");
    Interruption interruption = new Interruption();
    assertThrows(
        Interruption.class,
        () -> trainer(4).checkpoint(checkpoint).listener(interruption).fit(examples));
    try (Taggers_TogetherPredictor whole = trainer(4).fit(examples);
        Taggers_TogetherPredictor resumed = trainer(4).checkpoint(checkpoint).fit(examples)) {
      assertThat(resumed.history().epochs()).hasSize(4);
      assertThat(resumed.host.weights().sha256()).isEqualTo(whole.host.weights().sha256());
      float[] transitions =
          Objects.requireNonNull(whole.host.weights().tensors().get("crf.transitions")).values();
      assertThat(transitions[0]).isNotEqualTo(0f);
    }
  }

  @Test
  void tagsThatBreakTheirSchemeAreToldBeforeTraining() {
    List<Taggers_TogetherExample> examples = new ArrayList<>(together(sentences(3, 8)));
    examples.add(new Taggers_TogetherExample(List.of("some", "blue"), List.of(Tag.O, Tag.I_BLUE)));
    assertThat(
            assertThrows(IllegalArgumentException.class, () -> trainer(1).fit(examples))
                .getMessage())
        .isEqualTo(
            "example[3]: expected[1] is I_BLUE behind O, which BIO forbids. Convert the tags to the"
                + " scheme when they are read.");
  }
}
