package dev.rondo.processor.check.type;

import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.task.Ctc;
import java.util.List;
import java.util.Optional;

/** The settings of {@code @Text} are in range, and have an effect. */
public final class TextValueRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    subject
        .uses()
        .all()
        .filter(use -> use.is(Text.class))
        .forEach(
            use -> {
              checkCounts(use, diagnostics);
              checkLanguage(use, keepsCase(use, subject), diagnostics);
            });
  }

  private static void checkCounts(Use use, Diagnostics diagnostics) {
    for (String member : List.of("vocabulary", "minFrequency")) {
      int count = use.values().integer(member);
      if (count < 1) {
        diagnostics.error(
            Code.TEXT_VALUE_OUT_OF_RANGE,
            use.origin().member(member),
            "%s has %s = %s, but it must be at least 1. Change it."
                .formatted(use.label(), member, count));
      }
    }
  }

  /** Where it is not written, case is kept in a text that the model writes. */
  private static boolean keepsCase(Use use, Subject subject) {
    return use.values().writes("lowercase")
        ? !use.values().flag("lowercase")
        : subject.uses().output().contains(use)
            && (subject.isTranslation()
                || subject.uses().output().stream().anyMatch(other -> other.is(Ctc.class)));
  }

  private static void checkLanguage(Use use, boolean keepsCase, Diagnostics diagnostics) {
    Values values = use.values();
    String language = values.text("language");
    if (language.isEmpty()) {
      return;
    }
    if (!LanguageTags.valid(language)) {
      diagnostics.error(
          Code.TEXT_LANGUAGE,
          use.origin().member("language"),
          "%s has language = \"%s\", which is no IETF language tag.%s Write one such as \"en\"."
              .formatted(
                  use.label(),
                  language,
                  LanguageTags.closest(language)
                      .map(tag -> " Did you mean \"" + tag + "\"?")
                      .orElse("")));
    } else if (keepsCase && sameEverywhere(values).isPresent()) {
      diagnostics.error(
          Code.TEXT_CONTRADICTION,
          use.origin().member("language"),
          "%s has a language, but %s whose case is kept are the same in every language."
                  .formatted(use.label(), sameEverywhere(values).get())
              + (values.writes("lowercase")
                  ? " Remove language, or lowercase = false."
                  : " Remove language, or write lowercase = true."));
    }
  }

  /** Returns what texts are cut into by rules that no language changes. */
  private static Optional<String> sameEverywhere(Values values) {
    return switch (values.constant("tokens", Tokens.class)) {
      case CHARACTERS -> Optional.of("characters");
      case WHITESPACE -> Optional.of("tokens between white space");
      case WORDS, SUBWORDS -> Optional.empty();
    };
  }
}
