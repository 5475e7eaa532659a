package dev.rondo.it;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up sentences whose mood one word decides. */
final class Sentences {
  private static final List<String> GOOD = List.of("lovely", "superb", "charming", "brilliant");
  private static final List<String> BAD = List.of("awful", "dreadful", "boring", "broken");
  private static final List<String> NEUTRAL =
      List.of("the", "film", "was", "on", "a", "train", "yesterday", "we", "saw", "it", "twice");

  private Sentences() {}

  static List<MoodModelExample> moods(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<MoodModelExample> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Mood mood = random.nextBoolean() ? Mood.GOOD : Mood.BAD;
      examples.add(new MoodModelExample(String.join(" ", words(mood, random)), mood));
    }
    return examples;
  }

  static List<SpamModelExample> spam(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<SpamModelExample> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean spam = random.nextBoolean();
      examples.add(new SpamModelExample(words(spam ? Mood.BAD : Mood.GOOD, random), spam));
    }
    return examples;
  }

  private static List<String> words(Mood mood, SplittableRandom random) {
    List<String> words = new ArrayList<>();
    int length = 1 + random.nextInt(12);
    for (int i = 0; i < length; i++) {
      words.add(NEUTRAL.get(random.nextInt(NEUTRAL.size())));
    }
    List<String> telling = mood == Mood.GOOD ? GOOD : BAD;
    words.set(random.nextInt(length), telling.get(random.nextInt(telling.size())));
    return words;
  }
}
