package dev.rondo.samples.corpora.translation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The sentence pairs that people wrote to test on: lines "english TAB french" in test.tsv. */
public final class HeldOutPairs {

  private static final String FILE = "test.tsv";

  private HeldOutPairs() {}

  /**
   * Reads the pairs.
   *
   * @throws IllegalStateException naming file and line, if the file is malformed
   */
  public static List<HeldOutPair> read() {
    try (InputStream in = HeldOutPairs.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the class path");
      }
      try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return parse(lines.lines().toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  /** Parses lines; those that are empty or start with # are comments. */
  static List<HeldOutPair> parse(List<String> lines) {
    List<HeldOutPair> pairs = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\t", -1);
      if (columns.length != 2 || columns[0].isBlank() || columns[1].isBlank()) {
        throw new IllegalStateException(
            FILE + ":" + number + ": expected English, a tab and French, found \"" + line + "\"");
      }
      pairs.add(new HeldOutPair(columns[0].strip(), columns[1].strip()));
    }
    return pairs;
  }

  /** The keys of the English sentences. */
  static Set<String> keys() {
    return read().stream()
        .map(pair -> SentenceKey.of(pair.english()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
