package dev.rondo.samples.speech;

import static java.util.stream.Collectors.joining;

import dev.rondo.AudioClip;
import dev.rondo.samples.corpora.speech.FormantSynthesizer;
import dev.rondo.samples.corpora.speech.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Digits that the synthesizer speaks. */
final class SpokenDigits {
  private static final int MOST = 5;

  private SpokenDigits() {}

  /**
   * Returns sequences of 1 to 5 digits, each spoken by a voice of its own.
   *
   * @param voices draws a voice
   */
  static List<Recording> sequences(long seed, int count, Function<Random, Voice> voices) {
    Random random = new Random(seed);
    List<Recording> recordings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Integer> digits = new ArrayList<>();
      for (int length = 1 + random.nextInt(MOST); length > 0; length--) {
        digits.add(random.nextInt(10));
      }
      recordings.add(say(digits, voices.apply(random), random));
    }
    return recordings;
  }

  private static Recording say(List<Integer> digits, Voice voice, Random random) {
    float[] samples = FormantSynthesizer.speak(digits, voice, random);
    String text = digits.stream().map(String::valueOf).collect(joining(" "));
    return new Recording(
        "spoken " + text, "", -1, AudioClip.of(samples, FormantSynthesizer.RATE), text);
  }

  /**
   * Returns what a voice says that is drawn anew each time.
   *
   * @param line digits, with white space between them or not
   * @throws IllegalArgumentException if there are none, or something else
   */
  static Recording say(String line, Random random) {
    List<Integer> digits = new ArrayList<>();
    for (char c : line.replaceAll("\\s", "").toCharArray()) {
      if (c < '0' || c > '9') {
        throw new IllegalArgumentException("found \"" + c + "\", expected digits from 0 to 9");
      }
      digits.add(c - '0');
    }
    return say(digits, Voice.usual(random), random);
  }
}
