package dev.rondo.samples.corpora.reviews;

import dev.rondo.samples.corpora.reviews.Phrase.Choice;
import dev.rondo.samples.corpora.reviews.Phrase.Form;
import dev.rondo.samples.corpora.reviews.Phrase.Part;
import dev.rondo.samples.corpora.reviews.Phrase.Slot;
import dev.rondo.samples.corpora.reviews.Phrase.Verb;
import dev.rondo.samples.corpora.reviews.Phrase.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes one entry of the lexicon apart; the notation is explained in {@code lexicon/index.txt}. */
final class PhraseParser {

  private static final Pattern SLOT =
      Pattern.compile("(!?)(@?)([a-z][a-z ]*)(?::(base|sg|pl|past))?");
  private static final Pattern VERB =
      Pattern.compile("[A-Za-z][A-Za-z'-]*(?:/[A-Za-z][A-Za-z'-]*){1,2}");

  private final String text;
  private int position;

  private PhraseParser(String text) {
    this.text = text;
  }

  /**
   * Parses an entry.
   *
   * @throws IllegalArgumentException if a bracket is missing or a slot is malformed
   */
  static Phrase parse(String text) {
    PhraseParser parser = new PhraseParser(text);
    Phrase phrase = parser.phrase();
    if (parser.position < text.length()) {
      throw new IllegalArgumentException(
          "unexpected \"" + text.charAt(parser.position) + "\" in \"" + text + "\"");
    }
    return phrase;
  }

  private Phrase phrase() {
    int start = position;
    List<Part> parts = new ArrayList<>();
    while (position < text.length() && "|)}".indexOf(text.charAt(position)) < 0) {
      switch (text.charAt(position)) {
        case '(' -> parts.add(choice());
        case '{' -> parts.add(slot());
        default -> addWords(parts);
      }
    }
    return new Phrase(text.substring(start, position), parts);
  }

  private Choice choice() {
    List<Phrase> options = new ArrayList<>();
    do {
      position++;
      options.add(phrase());
    } while (position < text.length() && text.charAt(position) == '|');
    if (position == text.length() || text.charAt(position) != ')') {
      throw new IllegalArgumentException("\"(\" is never closed in \"" + text + "\"");
    }
    position++;
    return new Choice(List.copyOf(options));
  }

  private Slot slot() {
    int end = text.indexOf('}', position);
    if (end < 0) {
      throw new IllegalArgumentException("\"{\" is never closed in \"" + text + "\"");
    }
    String name = text.substring(position + 1, end);
    Matcher matcher = SLOT.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"{" + name + "}\" is not a slot; write it like {mild}, {!mild}, {@part} or {act:past}");
    }
    position = end + 1;
    String form = matcher.group(4);
    return new Slot(
        matcher.group(3),
        !matcher.group(2).isEmpty(),
        !matcher.group(1).isEmpty(),
        form == null ? Form.INHERITED : Form.valueOf(form.toUpperCase(Locale.ROOT)));
  }

  /** Adds the words up to the next bracket, with the verbs among them as parts of their own. */
  private void addWords(List<Part> parts) {
    int start = position;
    while (position < text.length() && "(){}|".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    String words = text.substring(start, position);
    Matcher verb = VERB.matcher(words);
    int done = 0;
    while (verb.find()) {
      if (verb.start() > done) {
        parts.add(new Words(words.substring(done, verb.start())));
      }
      parts.add(new Verb(List.of(verb.group().split("/", -1))));
      done = verb.end();
    }
    if (done < words.length()) {
      parts.add(new Words(words.substring(done)));
    }
  }
}
