package dev.rondo.processor.check;

import dev.rondo.data.Text;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.Use;
import java.util.List;
import java.util.stream.Stream;

/** {@code @Text} stands where there is text, and once for each. */
final class TextPlaceRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    List<DeclaredParameter> parameters = subject.parameters();
    List<Use> onType = texts(subject.uses().trunk());
    for (DeclaredParameter parameter : parameters) {
      List<Use> onInput = texts(subject.uses().inputs().get(parameters.indexOf(parameter)));
      if (parameter.type().isText()) {
        Stream.concat(onInput.stream(), onType.stream())
            .skip(1)
            .forEach(use -> twice(use, parameter.name(), diagnostics));
      } else if (isTokens(parameter)) {
        onInput.forEach(use -> noText(use, parameter, diagnostics));
      }
    }
    if (!parameters.isEmpty() && parameters.stream().allMatch(TextPlaceRule::isTokens)) {
      onType.forEach(use -> noText(use, parameters.get(0), diagnostics));
    }
    if (subject.isTranslation()) {
      texts(subject.uses().output()).stream()
          .skip(1)
          .forEach(use -> twice(use, subject.methodName(), diagnostics));
      return;
    }
    for (Use use : texts(subject.uses().output())) {
      diagnostics.error(
          Code.TEXT_WITHOUT_TEXT,
          use.origin(),
          "%s has no effect, because %s. Remove it, or move it to a parameter."
              .formatted(
                  use.label(),
                  subject.isLanguageModel()
                      ? "a language model writes the tokens that it reads"
                      : "the output is no text"));
    }
  }

  private static boolean isTokens(DeclaredParameter parameter) {
    return parameter.type().isTokens();
  }

  private static List<Use> texts(List<Use> uses) {
    return uses.stream().filter(use -> use.is(Text.class)).toList();
  }

  private static void twice(Use use, String text, Diagnostics diagnostics) {
    diagnostics.error(
        Code.TEXT_TWICE,
        use.origin(),
        "%s is one @Text too many: \"%s\" has another one. Remove one of them."
            .formatted(use.label(), text));
  }

  private static void noText(Use use, DeclaredParameter parameter, Diagnostics diagnostics) {
    diagnostics.error(
        Code.TEXT_WITHOUT_TEXT,
        use.origin(),
        "%s has no effect, because \"%s\" is of type %s, not String. Remove it."
            .formatted(use.label(), parameter.name(), parameter.type().text()));
  }
}
