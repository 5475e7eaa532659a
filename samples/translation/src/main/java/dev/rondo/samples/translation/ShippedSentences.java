package dev.rondo.samples.translation;

import dev.rondo.samples.translation.grammar.BilingualGrammar;
import dev.rondo.samples.translation.grammar.SentencePair;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The sentences that ship with the sample: those to train on come from {@link BilingualGrammar},
 * always the same, those to test on were written by hand.
 */
final class ShippedSentences {
  /** How often they are gone through: on two cores the sample ends within three minutes. */
  static final int EPOCHS = 4;

  private static final int TRAINING = 30_000;
  private static final int DEV = 500;
  private static final long SEED = 1;
  private static final String TEST = "test.tsv";

  private ShippedSentences() {}

  /**
   * Returns the sentences to train on and those to choose the best epoch by. No English sentence is
   * there twice, and none of the hand-written ones is among them.
   */
  static TrainingSentences training() {
    BilingualGrammar grammar = new BilingualGrammar(SEED);
    Set<String> seen = new HashSet<>(test().english());
    List<Pair> dev = next(grammar, DEV, seen);
    return new TrainingSentences(next(grammar, TRAINING, seen), dev);
  }

  private static List<Pair> next(BilingualGrammar grammar, int count, Set<String> seen) {
    List<Pair> pairs = new ArrayList<>(count);
    while (pairs.size() < count) {
      SentencePair written = grammar.next();
      if (seen.add(written.english())) {
        pairs.add(new Pair(written.english(), written.french()));
      }
    }
    return List.copyOf(pairs);
  }

  /** Returns the hand-written sentences: English, a tab, French; "#" begins a comment. */
  static TestSentences test() {
    try (InputStream stream =
            Objects.requireNonNull(ShippedSentences.class.getResourceAsStream(TEST), TEST);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      List<Pair> pairs =
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split("\t", -1))
              .map(fields -> new Pair(fields[0], fields[1]))
              .toList();
      return TestSentences.of("the hand-written sentences", pairs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
