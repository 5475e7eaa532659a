package dev.rondo.it;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** Made-up numbers, in words and in digits. */
final class Numbers {
  private static final List<String> WORDS =
      List.of("zero", "One", "two", "three", "four", "Five", "six", "seven", "eight", "nine");

  private Numbers() {}

  /** Pairs of words and of the digits that they stand for, the last first. */
  static <E> List<E> spelled(
      int count, long seed, String between, BiFunction<String, String, E> example) {
    List<E> examples = new ArrayList<>();
    for (List<Integer> digits : digits(count, seed)) {
      List<String> written = new ArrayList<>();
      digits.forEach(digit -> written.add(0, digit.toString()));
      examples.add(example.apply(words(digits), String.join(between, written)));
    }
    return examples;
  }

  /** Pairs of words and of the same words in reverse order. */
  static <E> List<E> turned(int count, long seed, BiFunction<String, String, E> example) {
    List<E> examples = new ArrayList<>();
    for (List<Integer> digits : digits(count, seed)) {
      List<Integer> reversed = new ArrayList<>(digits);
      Collections.reverse(reversed);
      examples.add(example.apply(words(digits), words(reversed)));
    }
    return examples;
  }

  private static String words(List<Integer> digits) {
    return String.join(" ", digits.stream().map(WORDS::get).toList());
  }

  private static List<List<Integer>> digits(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<Integer>> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Integer> digits = new ArrayList<>();
      for (int length = 1 + random.nextInt(4); length > 0; length--) {
        digits.add(random.nextInt(WORDS.size()));
      }
      numbers.add(digits);
    }
    return numbers;
  }
}
