package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;

/**
 * The forms of a French verb.
 *
 * @param infinitive manger
 * @param present the six forms of the present
 * @param participle the masculine singular participle
 * @param withEtre whether its passé composé is made with être
 * @param futureStem what the endings of the future are added to
 * @param reflexive whether it is used with "se"
 */
record FrenchVerb(
    String infinitive,
    List<String> present,
    String participle,
    boolean withEtre,
    String futureStem,
    boolean reflexive) {

  private static final List<String> FUTURE = List.of("ai", "as", "a", "ons", "ez", "ont");
  private static final List<String> IMPARFAIT =
      List.of("ais", "ais", "ait", "ions", "iez", "aient");
  private static final List<String> REFLEXIVE = List.of("me", "te", "se", "nous", "vous", "se");

  String present(Agreement subject) {
    return present.get(subject.form());
  }

  String future(Agreement subject) {
    return futureStem + FUTURE.get(subject.form());
  }

  String conditional(Agreement subject) {
    return futureStem + IMPARFAIT.get(subject.form());
  }

  /** The stem is that of "nous mangeons", except of être. */
  String imparfait(Agreement subject) {
    String we = present.get(Agreement.FIRST_PLURAL);
    String stem = infinitive.equals("être") ? "ét" : we.substring(0, we.length() - "ons".length());
    String ending = IMPARFAIT.get(subject.form());
    if (ending.startsWith("i") && stem.endsWith("ge")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    return stem + ending;
  }

  /** The form of orders to one polite "vous" or to several people. */
  String imperative() {
    return present.get(Agreement.SECOND_PLURAL);
  }

  /** "mangé", "mangée", "mangés", "mangées". */
  String participle(Agreement agreement) {
    String plural = participle.endsWith("s") ? participle : participle + "s";
    return agreement.choose(participle, participle + "e", plural, participle + "es");
  }

  /** "me" or "se", if it is used with it. */
  List<FrenchWord> reflexivePronoun(Agreement subject) {
    return reflexive ? FrenchWord.words(REFLEXIVE.get(subject.form())) : List.of();
  }
}
