package dev.rondo.it.benchmark.turns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The models that are compared, trained on made-up sentences: a few words whose translation is
 * learned, so that translations end where they should, and thousands that only fill vocabularies.
 */
final class TurnModels {
  private static final int COMMON = 40;
  private static final int RARE = 14_900;
  private static final int RARE_IN_SENTENCE = 12;

  private TurnModels() {}

  /** Trains and saves them in a folder. */
  static void make(Path folder) throws IOException {
    List<TurnTranslatorExample> pairs = new ArrayList<>();
    for (int word = 0; word < RARE; word += RARE_IN_SENTENCE) {
      String numbers = numbers(IntStream.range(word, Math.min(RARE, word + RARE_IN_SENTENCE)));
      pairs.add(new TurnTranslatorExample(prefixed("r", numbers), prefixed("s", numbers)));
    }
    for (String sentence : sentences(9_000, 1)) {
      pairs.add(new TurnTranslatorExample(sentence, sentence.replace('w', 't')));
    }
    try (TurnTranslatorPredictor model =
        TurnTranslatorTrainer.create().epochs(3).learningRate(0.002).seed(1).fit(pairs)) {
      model.save(translator(folder));
    }
    Path written = folder.resolve("text.txt");
    Files.write(written, sentences(600, 2));
    try (TurnPoetPredictor model = TurnPoetTrainer.create().epochs(1).seed(1).fit(written)) {
      model.save(poet(folder));
    } finally {
      Files.delete(written);
    }
    List<TurnReaderExample> texts = new ArrayList<>();
    for (String text : sentences(2_000, 3)) {
      texts.add(new TurnReaderExample(text, text.contains("w1 ")));
    }
    for (int word = 0; word < RARE; word += RARE_IN_SENTENCE) {
      String numbers = numbers(IntStream.range(word, word + RARE_IN_SENTENCE));
      texts.add(new TurnReaderExample(prefixed("r", numbers), false));
    }
    try (TurnReaderPredictor model = TurnReaderTrainer.create().epochs(1).seed(1).fit(texts)) {
      model.save(reader(folder));
    }
  }

  static Path translator(Path folder) {
    return folder.resolve("translator.rondo");
  }

  static Path poet(Path folder) {
    return folder.resolve("poet.rondo");
  }

  static Path reader(Path folder) {
    return folder.resolve("reader.rondo");
  }

  /** Returns sentences of 3 to 14 of the common words. */
  static List<String> sentences(int count, long seed) {
    Random random = new Random(seed);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sentences.add(prefixed("w", numbers(random.ints(3L + random.nextInt(12), 0, COMMON))));
    }
    return sentences;
  }

  private static String numbers(IntStream numbers) {
    return numbers.mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }

  private static String prefixed(String prefix, String numbers) {
    return prefix + numbers.replace(" ", " " + prefix);
  }
}
