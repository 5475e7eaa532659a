package dev.rondo.samples.tagger;

import dev.rondo.samples.corpora.names.NameGrammar;
import dev.rondo.samples.corpora.names.TaggedSentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that are trained on in a moment. */
final class SmallFiles {
  private SmallFiles() {}

  /** Writes sentences of the grammar in two columns. */
  static Path write(Path file, long seed, int count) throws IOException {
    List<String> lines = new ArrayList<>();
    for (TaggedSentence sentence : new NameGrammar(seed).next(count)) {
      for (int i = 0; i < sentence.words().size(); i++) {
        lines.add(sentence.words().get(i) + "\t" + sentence.tags().get(i));
      }
      lines.add("");
    }
    return Files.write(file, lines);
  }

  /**
   * Writes sentences of the grammar as CoNLL-U; a word has the part of speech of its first letter.
   */
  static Path writeUniversal(Path file, long seed, int count) throws IOException {
    List<String> lines = new ArrayList<>();
    for (TaggedSentence sentence : new NameGrammar(seed).next(count)) {
      lines.add("# text = " + sentence.text());
      for (int i = 0; i < sentence.words().size(); i++) {
        String word = sentence.words().get(i);
        String tag = Character.isLetter(word.charAt(0)) ? "NOUN" : "PUNCT";
        lines.add("%s\t%s\t_\t%s\t%s\t_\t_\t_\t_\t_".formatted(i + 1, word, tag, tag.charAt(0)));
      }
      lines.add("");
    }
    return Files.write(file, lines);
  }
}
