package dev.rondo.it.characters;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.Prediction;
import dev.rondo.it.characters.Models.Kind;
import dev.rondo.it.characters.Models.Kinds;
import dev.rondo.it.characters.Models.Tone;
import dev.rondo.runtime.data.WordVectors;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.TrainingListener;
import dev.rondo.runtime.train.VectorCoverage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that training has never shown are known by their characters. */
class CharactersTest {
  private static final double CLOSE = 1e-5;
  private static final List<Kind> KINDS = List.of(Kind.NOUN, Kind.VERB, Kind.ADVERB);
  private static final Map<Kind, String> ENDINGS =
      Map.of(Kind.NOUN, "ness", Kind.VERB, "ize", Kind.ADVERB, "ly");

  private static final List<String> ODD =
      List.of(
          "a",
          "x".repeat(500),
          "ly",
          "",
          "\uD83D\uDE00",
          "\uD83D\uDC69\u200D\uD83D\uDE80",
          "e\u0301\u0323\u0301",
          "\uD83D",
          "\u4F60\u597D",
          "Straße");

  @TempDir Path folder;

  private static String stem(Random random) {
    StringBuilder stem = new StringBuilder();
    for (int i = 2 + random.nextInt(5); i > 0; i--) {
      stem.append((char) ('a' + random.nextInt(26)));
    }
    return stem.toString();
  }

  private static List<Models_TaggerExample> sentences(int count, long seed) {
    Random random = new Random(seed);
    List<Models_TaggerExample> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> words = new ArrayList<>();
      List<Kind> kinds = new ArrayList<>();
      for (int t = 1 + random.nextInt(8); t > 0; t--) {
        Kind kind = KINDS.get(random.nextInt(3));
        words.add(stem(random) + ENDINGS.get(kind));
        kinds.add(kind);
      }
      sentences.add(new Models_TaggerExample(words, kinds));
    }
    return sentences;
  }

  @Test
  void wordVectorsAreOfTheWordsAndNotOfTheirCharacters() throws IOException {
    List<Models_TaggerExample> sentences = sentences(20, 1);
    String word = sentences.get(0).words().get(0);
    Path file = Files.writeString(folder.resolve("vectors"), word + " 1 2 3 4 5 6 7 8\n");
    List<VectorCoverage> told = new ArrayList<>();
    Models_TaggerTrainer trainer = trainer(1).wordVectors(WordVectors.of(file).frozen());
    trainer.listener(
        new TrainingListener() {
          @Override
          public void onWordVectors(VectorCoverage coverage) {
            told.add(coverage);
          }
        });
    trainer.fit(sentences).close();
    assertThat(told).hasSize(1);
    assertThat(told.get(0).exact()).isEqualTo(1);
    assertThat(told.get(0).size()).isEqualTo(8);
  }

  private static Models_TaggerTrainer trainer(int epochs) {
    return Models_TaggerTrainer.create().epochs(epochs).learningRate(0.01).seed(3);
  }

  @Test
  void wordsNeverSeenAreTaggedByTheirEndings() {
    List<Models_TaggerExample> train = sentences(300, 1);
    List<Models_TaggerExample> test = sentences(100, 2);
    try (Models_TaggerPredictor model = trainer(8).fit(train)) {
      assertThat(model.evaluate(test).accuracy()).isAtLeast(0.95);
      assertThat(model.tag(List.of("qwertyness", "zuplize", "Zoply")))
          .containsExactly(Kind.NOUN, Kind.VERB, Kind.ADVERB)
          .inOrder();
    }
    List<Models_WordsOnlyExample> words =
        train.stream().map(e -> new Models_WordsOnlyExample(e.words(), e.expected())).toList();
    List<Models_WordsOnlyExample> unseen =
        test.stream().map(e -> new Models_WordsOnlyExample(e.words(), e.expected())).toList();
    try (Models_WordsOnlyPredictor model =
        Models_WordsOnlyTrainer.create().epochs(8).learningRate(0.01).seed(3).fit(words)) {
      assertThat(model.evaluate(unseen).accuracy()).isAtMost(0.5);
    }
  }

  @Test
  void answersAreTheSameAloneAmongOthersStepByStepAndOnAnotherThread() {
    List<Models_TaggerExample> train = sentences(40, 1);
    try (Models_TaggerPredictor model = trainer(1).fit(train)) {
      List<List<String>> inputs =
          new ArrayList<>(train.stream().map(Models_TaggerExample::words).toList());
      inputs.add(ODD);
      inputs.add(List.of());
      List<List<Prediction<Kind>>> all = model.tagAllScored(inputs);
      for (int i = 0; i < inputs.size(); i++) {
        List<String> words = inputs.get(i);
        assertClose(all.get(i), model.tagScored(words));
        assertClose(all.get(i), CompletableFuture.supplyAsync(() -> model.tagScored(words)).join());
        Models_TaggerSession session = model.session();
        List<Prediction<Kind>> stepped = new ArrayList<>();
        for (String word : words) {
          stepped.add(session.nextScored(word));
          session = model.session(session.toBytes());
        }
        assertClose(all.get(i), stepped);
      }
      assertThat(all.get(inputs.size() - 1)).isEmpty();
    }
  }

  private static <T extends Comparable<T>> void assertClose(
      List<Prediction<T>> expected, List<Prediction<T>> actual) {
    assertThat(actual).hasSize(expected.size());
    for (int i = 0; i < actual.size(); i++) {
      Prediction<T> other = actual.get(i);
      expected
          .get(i)
          .probabilities()
          .forEach((key, value) -> assertThat(other.probability(key)).isWithin(CLOSE).of(value));
    }
  }

  @Test
  void aModelThatWasStoredAnswersAsBeforeAndKeepsItsCharactersAsText() throws IOException {
    Path file = folder.resolve("tagger.rondo");
    List<Models_TaggerExample> train = sentences(30, 1);
    try (Models_TaggerPredictor model = trainer(1).fit(train)) {
      model.save(file);
      try (Models_TaggerPredictor loaded = Models_TaggerPredictor.load(file)) {
        assertThat(loaded.tagScored(ODD)).isEqualTo(model.tagScored(ODD));
      }
      // a training that goes on from it knows its words, and which were rare
      try (Models_TaggerPredictor further = trainer(1).continueFrom(model).fit(sentences(30, 5))) {
        assertThat(further.tag(ODD)).hasSize(ODD.size());
      }
    }
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        entries.put(
            entry.getName(),
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    String characters =
        entries.entrySet().stream()
            .filter(entry -> entry.getKey().contains("words.characters"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    assertThat(characters.lines().toList()).containsAtLeast("n", "e", "s", "z", "l", "y");
    assertThat(entries.get("weights.safetensors")).contains("charactersLstm.weight_ih_l0_reverse");
  }

  @Test
  void aTrainingThatWasStoppedGoesOnToTheSameBits() {
    List<Models_TaggerExample> train = sentences(40, 1);
    List<Prediction<Kind>> whole;
    try (Models_TaggerPredictor model = trainer(3).fit(train)) {
      whole = model.tagScored(ODD);
    }
    Models_TaggerTrainer stopped = trainer(3).checkpoint(folder.resolve("tagger.checkpoint"));
    stopped.listener(
        new TrainingListener() {
          @Override
          public void onEpoch(EpochReport report) {
            if (report.epoch() == 1) {
              stopped.stop();
            }
          }
        });
    stopped.fit(train).close();
    assertThat(Files.exists(folder.resolve("tagger.checkpoint"))).isTrue();
    try (Models_TaggerPredictor model =
        trainer(3).checkpoint(folder.resolve("tagger.checkpoint")).fit(train)) {
      assertThat(model.tagScored(ODD)).isEqualTo(whole);
    }
  }

  @Test
  void rareWordsAreDroppedAsOftenAsTheTrainerSays() {
    List<Models_TaggerExample> train = sentences(60, 1);
    try (Models_TaggerPredictor half = trainer(1).fit(train);
        Models_TaggerPredictor again = trainer(1).embeddingRareDropout(0.5).fit(train);
        Models_TaggerPredictor none = trainer(1).embeddingRareDropout(0).fit(train)) {
      assertThat(half.tagScored(ODD)).isEqualTo(again.tagScored(ODD));
      assertThat(half.tagScored(ODD)).isNotEqualTo(none.tagScored(ODD));
    }
    assertThrows(IllegalArgumentException.class, () -> trainer(1).embeddingRareDropout(1));
  }

  /** The words are in lower case, so that nothing but characters tells the tones apart. */
  @Test
  void charactersOfATextKeepTheirCase() {
    Random random = new Random(4);
    List<Models_ShoutingExample> train = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String text = stem(random) + " " + stem(random) + "!";
      boolean loud = i % 2 == 0;
      train.add(
          new Models_ShoutingExample(
              loud ? text.toUpperCase(Locale.ROOT) : text, loud ? Tone.LOUD : Tone.CALM));
    }
    try (Models_ShoutingPredictor model =
        Models_ShoutingTrainer.create().epochs(8).learningRate(0.01).seed(1).fit(train)) {
      assertThat(model.hear("be quiet").value()).isEqualTo(Tone.CALM);
      assertThat(model.hear("BE QUIET").value()).isEqualTo(Tone.LOUD);
      assertThat(model.hear("").probabilities()).hasSize(2);
    }
  }

  @Test
  void severalInputsHaveCharactersOfTheirOwn() {
    Random random = new Random(4);
    List<Models_BothExample> train = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Kind kind = KINDS.get(i % 3);
      String stem = stem(random);
      train.add(
          new Models_BothExample(
              new String[] {stem + ENDINGS.get(kind), "x"},
              List.of(stem, "x"),
              new Kinds(List.of(kind, Kind.NOUN), i % 2 == 0)));
    }
    try (Models_BothPredictor model =
        Models_BothTrainer.create().epochs(2).charactersRecurrentDropout(0.1).fit(train)) {
      Kinds answer = model.tags(new String[] {"fooly", "b"}, List.of("foo", "b"));
      assertWithMessage("kinds").that(answer.kinds()).hasSize(2);
    }
  }
}
