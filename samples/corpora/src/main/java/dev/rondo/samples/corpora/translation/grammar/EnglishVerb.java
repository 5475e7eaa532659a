package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;

/**
 * The forms of an English verb.
 *
 * @param base eat
 * @param third eats
 * @param past ate
 * @param participle eaten
 * @param progressive eating
 * @param particle the words after every form: "at" of "look at"
 */
record EnglishVerb(
    String base,
    String third,
    String past,
    String participle,
    String progressive,
    List<String> particle) {

  private static final String BE = "be";

  /**
   * A verb in a tense.
   *
   * @param auxiliary what a question puts before the subject and "not" follows; empty if none
   * @param rest what comes after subject and negation
   */
  record Group(List<String> auxiliary, List<String> rest) {

    /** "don't" and its like, which stand before the subject of a question. */
    List<String> auxiliaryNot() {
      return auxiliary.stream()
          .map(
              word ->
                  switch (word) {
                    case "can" -> "can't";
                    case "will" -> "won't";
                    default -> word + "n't";
                  })
          .toList();
    }
  }

  /**
   * Returns the verb in a tense.
   *
   * @param subject what it agrees with
   * @param tense the tense
   * @param emphatic whether it needs "do": in questions and before "not"
   */
  Group in(Tense tense, Agreement subject, boolean emphatic) {
    boolean third = subject.form() == Agreement.THIRD_SINGULAR;
    return switch (tense) {
      case PRESENT -> present(third, subject, emphatic);
      case PAST, IMPERFECT -> past(subject, emphatic);
      case PROGRESSIVE -> group(present(subject), progressive);
      case PAST_PROGRESSIVE -> group(was(subject), progressive);
      case PERFECT -> group(third ? "has" : "have", participle);
      case NEAR_FUTURE -> group(present(subject), "going to " + base);
      case FUTURE -> group("will", base);
      case CONDITIONAL -> modal() ? group(past, "") : group("would", "like");
    };
  }

  private Group present(boolean third, Agreement subject, boolean emphatic) {
    if (base.equals(BE)) {
      return group(present(subject), "");
    }
    if (modal()) {
      return group(base, "");
    }
    if (emphatic) {
      return group(third ? "does" : "do", base);
    }
    return group("", third ? this.third : base);
  }

  private Group past(Agreement subject, boolean emphatic) {
    if (base.equals(BE)) {
      return group(was(subject), "");
    }
    if (modal()) {
      return group(past, "");
    }
    return emphatic ? group("did", base) : group("", past);
  }

  private Group group(String auxiliary, String rest) {
    return new Group(Phrase.english(auxiliary), Phrase.concat(Phrase.english(rest), particle));
  }

  /** Whether it is one of those without other forms, such as "can". */
  boolean modal() {
    return third.equals(Noun.NONE);
  }

  private static String present(Agreement subject) {
    return switch (subject.form()) {
      case Agreement.FIRST_SINGULAR -> "am";
      case Agreement.THIRD_SINGULAR -> "is";
      default -> "are";
    };
  }

  private static String was(Agreement subject) {
    return subject.form() == Agreement.FIRST_SINGULAR || subject.form() == Agreement.THIRD_SINGULAR
        ? "was"
        : "were";
  }
}
