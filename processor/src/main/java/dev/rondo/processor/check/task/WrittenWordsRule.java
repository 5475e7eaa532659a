package dev.rondo.processor.check.task;

import dev.rondo.data.Text;
import dev.rondo.data.Tokens;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.diag.Severity;
import dev.rondo.processor.graph.build.Use;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words that are written in languages whose spaces do not follow from them come back otherwise: a
 * note, since reading them is all right.
 */
public final class WrittenWordsRule implements Rule {
  private static final Set<String> LANGUAGES =
      Set.of("ar", "fa", "hi", "ja", "km", "lo", "my", "th", "ur", "yue", "zh");

  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    written(subject).forEach(use -> check(use, diagnostics));
  }

  private static void check(Use use, Diagnostics diagnostics) {
    String tag = use.values().text("language");
    if (use.values().constant("tokens", Tokens.class) == Tokens.WORDS
        && LANGUAGES.contains(Locale.forLanguageTag(tag).getLanguage())) {
      diagnostics.add(
          Severity.NOTE,
          Code.WORDS_WRITTEN,
          use.origin().member("language"),
          "%s has language = \"%s\", whose spaces do not follow from its words: texts that are written"
                  .formatted(use.label(), tag)
              + " come back with other spaces. Write tokens = SUBWORDS, which keep them.");
    }
  }

  private static Stream<Use> written(Subject subject) {
    if (subject.isTranslation()) {
      return subject.uses().output().stream().filter(use -> use.is(Text.class));
    }
    return subject.isLanguageModel()
        ? subject.uses().all().filter(use -> use.is(Text.class))
        : Stream.empty();
  }
}
