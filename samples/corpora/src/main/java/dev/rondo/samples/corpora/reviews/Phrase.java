package dev.rondo.samples.corpora.reviews;

import java.util.List;
import java.util.stream.Stream;

/**
 * One entry of the lexicon, taken apart: words, verbs to be conjugated, alternatives, and slots to
 * be filled from other sections.
 *
 * @param text the entry as it is written in the file
 * @param parts what it consists of, in order
 * @param slots its slots, those inside alternatives included
 */
record Phrase(String text, List<Part> parts, List<Slot> slots) {

  Phrase(String text, List<Part> parts) {
    this(text, List.copyOf(parts), parts.stream().flatMap(Phrase::slotsOf).toList());
  }

  /** A piece of a phrase. */
  sealed interface Part {}

  /** Words that stay as they are, with their spaces and punctuation. */
  record Words(String text) implements Part {}

  /** A verb: {@code is/was} (present, past) or {@code break/breaks/broke} (base, third, past). */
  record Verb(List<String> forms) implements Part {

    String conjugate(Form form, Tense tense) {
      String past = forms.get(forms.size() - 1);
      if (form == Form.BASE) {
        return forms.get(0);
      }
      if (form == Form.PAST || tense == Tense.PAST) {
        return past;
      }
      return forms.size() == 3 && form == Form.SG ? forms.get(1) : forms.get(0);
    }
  }

  /** Alternatives, one of which is used: {@code (a|the|)}. */
  record Choice(List<Phrase> options) implements Part {}

  /**
   * A place for an entry of another section.
   *
   * @param section the name of that section
   * @param ofDomain whether it is looked up in the file of the review's domain: {@code {@thing}}
   * @param opposite whether the sentiment is turned round: {@code {!mild}}
   * @param form the form of the verbs in what fills it: {@code {act:past}}; or the one around it
   */
  record Slot(String section, boolean ofDomain, boolean opposite, Form form) implements Part {

    /** The sentiment of what fills this slot, in a phrase of the given one. */
    Verdict sentiment(Verdict around) {
      if (!opposite) {
        return around;
      }
      return around == Verdict.POSITIVE ? Verdict.NEGATIVE : Verdict.POSITIVE;
    }
  }

  /** The form of a verb that a place in a sentence asks for. */
  enum Form {
    /** After "did not", "to" and the like. */
    BASE,
    /** Third person singular. */
    SG,
    /** Plural, and the first and second person. */
    PL,
    /** The past tense, whatever the tense of the review. */
    PAST,
    /** That of the surrounding slot. */
    INHERITED
  }

  /** The tense that a review is written in. */
  enum Tense {
    PRESENT,
    PAST
  }

  private static Stream<Slot> slotsOf(Part part) {
    if (part instanceof Slot slot) {
      return Stream.of(slot);
    }
    if (part instanceof Choice choice) {
      return choice.options().stream().flatMap(option -> option.slots().stream());
    }
    return Stream.empty();
  }
}
