package dev.rondo.samples.corpora.reviews;

import dev.rondo.samples.corpora.reviews.Phrase.Choice;
import dev.rondo.samples.corpora.reviews.Phrase.Form;
import dev.rondo.samples.corpora.reviews.Phrase.Part;
import dev.rondo.samples.corpora.reviews.Phrase.Slot;
import dev.rondo.samples.corpora.reviews.Phrase.Tense;
import dev.rondo.samples.corpora.reviews.Phrase.Verb;
import dev.rondo.samples.corpora.reviews.Phrase.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Writes one review: starts from the section "review" and fills slots until only words are left. It
 * remembers what it has used, so that a review keeps to one domain, one tense and one thing, and
 * does not praise or blame in the same words twice.
 */
final class Expander {

  /** The slot that a whole review fills. */
  static final Slot REVIEW = new Slot("review", false, false, Form.SG);

  private static final int TRIES = 6;

  private final Lexicon lexicon;
  private final RandomGenerator random;
  private final String domain;
  private final Tense tense;
  private final Map<String, Phrase> kept = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final StringBuilder out = new StringBuilder();

  private Expander(Lexicon lexicon, RandomGenerator random) {
    this.lexicon = lexicon;
    this.random = random;
    this.domain = lexicon.domains().draw(random).text();
    this.tense = random.nextInt(100) < 55 ? Tense.PAST : Tense.PRESENT;
  }

  /** Returns the words of a review, not yet with capitals and contractions. */
  static String expand(Lexicon lexicon, Verdict sentiment, RandomGenerator random) {
    Expander expander = new Expander(lexicon, random);
    expander.fill(REVIEW, sentiment, Form.SG);
    return expander.out.toString();
  }

  private void fill(Slot slot, Verdict sentiment, Form around) {
    Section section = lexicon.find(slot, domain, sentiment).orElseThrow();
    Phrase phrase =
        section.once()
            ? kept.computeIfAbsent(slot.section(), name -> section.draw(random))
            : drawUnused(section);
    write(phrase, sentiment, slot.form() == Form.INHERITED ? around : slot.form());
  }

  /** Draws again while the words have been used: single neutral words may come back, no others. */
  private Phrase drawUnused(Section section) {
    Phrase phrase = section.draw(random);
    if (!phrase.slots().isEmpty()) {
      return phrase;
    }
    for (int i = 0; i < TRIES && used.contains(phrase.text()); i++) {
      phrase = section.draw(random);
    }
    if (section.polar() || phrase.text().indexOf(' ') > 0) {
      used.add(phrase.text());
    }
    return phrase;
  }

  private void write(Phrase phrase, Verdict sentiment, Form form) {
    for (Part part : phrase.parts()) {
      if (part instanceof Words words) {
        out.append(words.text());
      } else if (part instanceof Verb verb) {
        out.append(verb.conjugate(form, tense));
      } else if (part instanceof Choice choice) {
        List<Phrase> options = choice.options();
        write(options.get(random.nextInt(options.size())), sentiment, form);
      } else if (part instanceof Slot slot) {
        fill(slot, slot.sentiment(sentiment), form);
      }
    }
  }
}
