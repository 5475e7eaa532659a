package dev.rondo.samples.corpora.names;

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
 * The sentences with names that ship with the samples: those to train on come from {@link
 * NameGrammar}, always the same, those to test on were written by hand.
 *
 * @param train those to train on
 * @param dev those to choose the best epoch by, none of which is trained on
 */
public record ShippedNames(List<TaggedSentence> train, List<TaggedSentence> dev) {
  private static final int TRAINING = 12_000;
  private static final int DEV = 500;
  private static final long SEED = 1;
  private static final String TEST = "test.conll";

  /** Copies the lists. */
  public ShippedNames {
    train = List.copyOf(train);
    dev = List.copyOf(dev);
  }

  /** Writes the sentences to train on and to validate on; none of them was written by hand. */
  public static ShippedNames generate() {
    Set<String> seen = new HashSet<>();
    handWritten().forEach(sentence -> seen.add(sentence.key()));
    NameGrammar grammar = new NameGrammar(SEED);
    List<TaggedSentence> dev = grammar.next(DEV, seen);
    return new ShippedNames(grammar.next(TRAINING, seen), dev);
  }

  /** Reads the sentences that were written by hand. */
  public static List<TaggedSentence> handWritten() {
    try (InputStream stream =
            Objects.requireNonNull(ShippedNames.class.getResourceAsStream(TEST), TEST);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return parse(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line has a word, a tab and its tag; a blank line ends a sentence, # begins a comment. */
  private static List<TaggedSentence> parse(List<String> lines) {
    List<TaggedSentence> sentences = new ArrayList<>();
    List<String> words = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (int i = 0; i <= lines.size(); i++) {
      String line = i < lines.size() ? lines.get(i) : "";
      int tab = line.indexOf('\t');
      if (tab > 0) {
        words.add(line.substring(0, tab));
        tags.add(line.substring(tab + 1));
      } else if (line.isBlank() && !words.isEmpty()) {
        sentences.add(new TaggedSentence(words, tags));
        words.clear();
        tags.clear();
      }
    }
    return sentences;
  }
}
