package dev.rondo.runtime.metric;

import java.util.List;
import java.util.Locale;

/** The three sentences of sacreBLEU's README, which its own tests use too (test/test_bleu.py). */
final class Readme {
  static final List<String> HYPOTHESES =
      List.of("The dog bit the man.", "It wasn't surprising.", "The man had just bitten him.");

  static final List<List<String>> REFERENCES =
      List.of(
          List.of("The dog bit the man.", "The dog had bit the man."),
          List.of("It was not unexpected.", "No one was surprised."),
          List.of("The man bit him first.", "The man had bitten the dog."));

  /** The second sentence has one reference only. */
  static final List<List<String>> FEWER_REFERENCES =
      List.of(REFERENCES.get(0), REFERENCES.get(1).subList(0, 1), REFERENCES.get(2));

  private Readme() {}

  static List<String> shouted() {
    return HYPOTHESES.stream().map(text -> text.toUpperCase(Locale.ROOT)).toList();
  }
}
