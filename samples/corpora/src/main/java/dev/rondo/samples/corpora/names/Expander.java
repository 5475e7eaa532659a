package dev.rondo.samples.corpora.names;

import dev.rondo.samples.corpora.names.Phrase.Part;
import dev.rondo.samples.corpora.names.Phrase.Slot;
import dev.rondo.samples.corpora.names.Phrase.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Writes one sentence: fills slots until only words are left. */
final class Expander {
  private static final String OUTSIDE = "O";

  private final Lexicon lexicon;
  private final RandomGenerator random;
  private final List<String> words = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();

  private Expander(Lexicon lexicon, RandomGenerator random) {
    this.lexicon = lexicon;
    this.random = random;
  }

  static TaggedSentence expand(Lexicon lexicon, RandomGenerator random) {
    Expander expander = new Expander(lexicon, random);
    expander.fill(Lexicon.SENTENCE, "");
    return new TaggedSentence(expander.words, expander.tags);
  }

  /**
   * Writes a phrase of a section.
   *
   * @param label of the name around it; empty outside of names
   */
  private void fill(String name, String label) {
    Section section = lexicon.section(name);
    boolean begins = label.isEmpty() && !section.label().isEmpty();
    int first = words.size();
    Phrase phrase = section.draw(random);
    for (List<Part> word : phrase.words()) {
      if (word.size() == 1 && word.get(0) instanceof Slot slot) {
        fill(slot.section(), begins ? section.label() : label);
      } else {
        StringBuilder written = new StringBuilder();
        word.forEach(part -> written.append(text(part)));
        words.add(written.toString());
        tags.add(begins ? "I-" + section.label() : label.isEmpty() ? OUTSIDE : "I-" + label);
      }
    }
    if (begins && words.size() > first) {
      outsideOfArticle(first);
    }
  }

  /** The article is no part of a name: it is "the Alps" in a sentence, but "Alps" that is named. */
  private void outsideOfArticle(int first) {
    int begin = first;
    if (words.get(first).equals("the") && words.size() > first + 1) {
      tags.set(first, OUTSIDE);
      begin++;
    }
    tags.set(begin, "B" + tags.get(begin).substring(1));
  }

  /** Returns a part of a word, which has one word itself. */
  private String text(Part part) {
    if (part instanceof Text text) {
      return text.text();
    }
    Phrase phrase = lexicon.section(((Slot) part).section()).draw(random);
    StringBuilder written = new StringBuilder();
    phrase.words().forEach(word -> word.forEach(inner -> written.append(text(inner))));
    return written.toString();
  }
}
