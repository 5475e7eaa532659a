package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;

/** What follows the verb: an object, an adjective, a place. */
interface Complement {

  /** The English words. */
  List<String> english(Polarity polarity);

  /** The French words, which may agree with the subject. */
  List<FrenchWord> french(Agreement subject, Polarity polarity);

  /** Words that depend on nothing. */
  static Complement fixed(Phrase phrase) {
    return new Fixed(phrase);
  }

  /** A direct object. */
  static Complement object(Nominal object) {
    return new DirectObject(object);
  }

  /** An adjective or a profession that says what the subject is. */
  static Complement agreeing(
      List<String> english, List<FrenchWord> before, List<FrenchWord> fourForms, Phrase after) {
    return new Agreeing(english, before, fourForms, after);
  }

  /** Returns a complement of several parts. */
  default Complement and(Complement next) {
    return new Both(this, next);
  }

  /** Words that depend on nothing. */
  record Fixed(Phrase phrase) implements Complement {

    @Override
    public List<String> english(Polarity polarity) {
      return phrase.english();
    }

    @Override
    public List<FrenchWord> french(Agreement subject, Polarity polarity) {
      return phrase.french();
    }
  }

  /** A direct object. */
  record DirectObject(Nominal object) implements Complement {

    @Override
    public List<String> english(Polarity polarity) {
      return object.englishObject(polarity);
    }

    @Override
    public List<FrenchWord> french(Agreement subject, Polarity polarity) {
      return object.frenchObject(polarity);
    }
  }

  /**
   * An object and its receiver.
   *
   * @param object what is given
   * @param receiver who gets it
   * @param receiverFirst whether English says "give Tom a book" rather than "give a book to Tom"
   */
  record Giving(Nominal object, Nominal receiver, boolean receiverFirst) implements Complement {

    @Override
    public List<String> english(Polarity polarity) {
      return receiverFirst
          ? Phrase.concat(receiver.englishObject(polarity), object.englishObject(polarity))
          : Phrase.concat(
              object.englishObject(polarity), List.of("to"), receiver.englishObject(polarity));
    }

    @Override
    public List<FrenchWord> french(Agreement subject, Polarity polarity) {
      return Phrase.concat(
          object.frenchObject(polarity), FrenchWord.words("à"), receiver.frenchAfterPreposition());
    }
  }

  /** Words of which one agrees with the subject. */
  record Agreeing(
      List<String> words, List<FrenchWord> before, List<FrenchWord> fourForms, Phrase after)
      implements Complement {

    @Override
    public List<String> english(Polarity polarity) {
      return Phrase.concat(words, after.english());
    }

    @Override
    public List<FrenchWord> french(Agreement subject, Polarity polarity) {
      FrenchWord agreed =
          subject.choose(fourForms.get(0), fourForms.get(1), fourForms.get(2), fourForms.get(3));
      return Phrase.concat(before, List.of(agreed), after.french());
    }
  }

  /** Two complements, one after the other. */
  record Both(Complement first, Complement second) implements Complement {

    @Override
    public List<String> english(Polarity polarity) {
      return Phrase.concat(first.english(polarity), second.english(polarity));
    }

    @Override
    public List<FrenchWord> french(Agreement subject, Polarity polarity) {
      return Phrase.concat(first.french(subject, polarity), second.french(subject, polarity));
    }
  }
}
