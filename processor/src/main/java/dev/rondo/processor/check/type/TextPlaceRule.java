package dev.rondo.processor.check.type;

import dev.rondo.data.Category;
import dev.rondo.data.Text;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.Use;
import java.util.List;
import java.util.stream.Stream;

/** {@code @Text} stands where there is text, and once for each. */
public final class TextPlaceRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    List<Part> inputs = subject.parts().stream().filter(part -> part.role() == Role.INPUT).toList();
    List<Use> onType = texts(subject.uses().trunk());
    for (Part input : inputs) {
      List<Use> onInput = texts(input.uses());
      if (isText(input)) {
        Stream.concat(onInput.stream(), onType.stream())
            .skip(1)
            .forEach(use -> twice(use, input.owner(), diagnostics));
      } else if (isNoText(input)) {
        onInput.forEach(use -> noText(use, input, diagnostics));
      }
    }
    if (!inputs.isEmpty() && inputs.stream().allMatch(TextPlaceRule::isNoText)) {
      onType.forEach(use -> noText(use, inputs.get(0), diagnostics));
    }
    if (subject.isTranslation()) {
      texts(subject.uses().output()).stream()
          .skip(1)
          .forEach(use -> twice(use, subject.methodName(), diagnostics));
      return;
    }
    boolean returnsText =
        subject.model().method().filter(method -> method.returns().isText()).isPresent();
    if (returnsText && !subject.isLanguageModel()) {
      return; // what text that is, is not said, which is said elsewhere
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

  private static boolean isText(Part input) {
    return input.type().isText() && !input.has(Category.class);
  }

  /** Of a type that is not supported it is not known what was meant. */
  private static boolean isNoText(Part input) {
    return !isText(input) && !(input.type() instanceof DeclaredType.Other);
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

  private static void noText(Use use, Part input, Diagnostics diagnostics) {
    diagnostics.error(
        Code.TEXT_WITHOUT_TEXT,
        use.origin(),
        "%s has no effect, because %s is %s. Remove it."
            .formatted(
                use.label(),
                input.label(),
                input.type().isText()
                    ? "a @Category, a name of something that is not cut"
                    : "of type %s, not String".formatted(input.type().text())));
  }
}
