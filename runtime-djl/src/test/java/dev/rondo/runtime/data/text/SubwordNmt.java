package dev.rondo.runtime.data.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the authors of byte-pair encoding for words test their subword-nmt with. */
final class SubwordNmt {
  private SubwordNmt() {}

  /**
   * A word of their text.
   *
   * @param subwords what their program cuts it into with their merges
   */
  record Word(long times, String text, List<String> subwords) {
    /** Returns its characters, the last one joined with the end of the word. */
    List<String> symbols() {
      List<String> symbols =
          new ArrayList<>(text.codePoints().mapToObj(Character::toString).toList());
      symbols.set(symbols.size() - 1, symbols.get(symbols.size() - 1) + "</w>");
      return symbols;
    }
  }

  /** Returns the 1,000 merges that their program learned. */
  static List<String> merges() {
    return lines("merges.txt");
  }

  static List<Word> words() {
    return lines("words.txt").stream()
        .map(line -> line.split("\t"))
        .map(f -> new Word(Long.parseLong(f[0]), f[1], List.of(f[2].split(" "))))
        .toList();
  }

  private static List<String> lines(String name) {
    try (InputStream in = SubwordNmt.class.getResourceAsStream("/subword-nmt/" + name)) {
      String text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.split("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
