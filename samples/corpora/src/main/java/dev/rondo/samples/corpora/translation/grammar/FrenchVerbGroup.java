package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;
import java.util.Optional;

/** Conjugates a French verb with its pronouns, auxiliary, participle or infinitive. */
final class FrenchVerbGroup {

  private static final List<String> AVOIR = List.of("ai", "as", "a", "avons", "avez", "ont");
  private static final List<String> ETRE = List.of("suis", "es", "est", "sommes", "êtes", "sont");
  private static final List<String> ALLER = List.of("vais", "vas", "va", "allons", "allez", "vont");
  private static final Agreement UNCHANGED = Agreement.third(Gender.MASCULINE, false);

  private FrenchVerbGroup() {}

  /** What stands between "ne" and "pas". */
  static List<FrenchWord> finite(VerbPhrase phrase, Agreement subject, Tense tense) {
    FrenchVerb verb = phrase.finite().french();
    String form =
        switch (tense) {
          case PRESENT, PROGRESSIVE -> verb.present(subject);
          case PAST, PERFECT -> (verb.withEtre() ? ETRE : AVOIR).get(subject.form());
          case IMPERFECT, PAST_PROGRESSIVE -> verb.imparfait(subject);
          case NEAR_FUTURE -> ALLER.get(subject.form());
          case FUTURE -> verb.future(subject);
          case CONDITIONAL -> verb.conditional(subject);
        };
    boolean pronounsFollow = phrase.modal().isPresent() || tense == Tense.NEAR_FUTURE;
    return Phrase.concat(
        pronounsFollow ? List.of() : phrase.clitics(subject), FrenchWord.words(form));
  }

  /** What stands after "pas": a participle, or an infinitive with its pronouns. */
  static List<FrenchWord> nonFinite(VerbPhrase phrase, Agreement subject, Tense tense) {
    FrenchVerb verb = phrase.verb().french();
    if (phrase.modal().isPresent() || tense == Tense.NEAR_FUTURE) {
      boolean had = tense == Tense.PAST || tense == Tense.PERFECT;
      return Phrase.concat(
          had ? FrenchWord.words(phrase.finite().french().participle()) : List.of(),
          phrase.clitics(subject),
          FrenchWord.words(verb.infinitive()));
    }
    if (tense == Tense.PAST || tense == Tense.PERFECT) {
      Optional<Agreement> agreement =
          verb.withEtre() ? Optional.of(subject) : phrase.objectBefore();
      return FrenchWord.words(verb.participle(agreement.orElse(UNCHANGED)));
    }
    return List.of();
  }
}
