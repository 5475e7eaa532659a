package dev.rondo.processor.check.task;

import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;

/** A language model reads a text and goes on with it. */
public final class LanguageModelRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    if (!subject.isLanguageModel()) {
      return;
    }
    subject.model().method().ifPresent(method -> checkTypes(method, diagnostics));
  }

  private static void checkTypes(DeclaredMethod method, Diagnostics diagnostics) {
    String wrong = "";
    if (!method.returns().isText()) {
      wrong =
          method.returns() instanceof DeclaredType.Nothing
              ? "returns nothing"
              : "returns " + method.returns().text();
    } else if (method.parameters().size() > 1) {
      wrong = "takes %s parameters".formatted(method.parameters().size());
    } else {
      for (DeclaredParameter parameter : method.parameters()) {
        if (!parameter.type().isText()) {
          wrong = "takes " + parameter.type().text();
        }
      }
    }
    if (!wrong.isEmpty()) {
      diagnostics.error(
          Code.LANGUAGE_MODEL_OF_TEXT,
          method.origin(),
          "\"%s\" is a @LanguageModel, but %s: it continues a text. Write String %s(String opening),"
                  .formatted(method.name(), wrong, method.name())
              + " or remove @LanguageModel.");
    }
  }
}
