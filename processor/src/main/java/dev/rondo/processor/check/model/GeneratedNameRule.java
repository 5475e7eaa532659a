package dev.rondo.processor.check.model;

import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.DeclaredModel.OtherMethod;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.type.TypeRef;
import java.util.List;
import java.util.stream.Collectors;

/** The names of generated classes, and of the methods of the predictor, are free. */
public final class GeneratedNameRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    List<String> taken = taken(subject);
    if (!taken.isEmpty()) {
      diagnostics.error(
          Code.CLASS_NAME_TAKEN,
          subject.model().origin(),
          "\"%s\" needs the name %s for what it generates, but there is such a class already."
                  .formatted(subject.name(), quoted(taken))
              + " Rename the interface, or that class.");
    }
    List<String> hidden = hidden(subject);
    if (!hidden.isEmpty()) {
      diagnostics.error(
          Code.CLASS_NAME_TAKEN,
          subject.model().origin(),
          "\"%s\" has a nested type %s, which hides the generated class of that name. Rename the nested type."
              .formatted(subject.name(), quoted(hidden)));
    }
    for (OtherMethod method : subject.model().otherMethods()) {
      if (subject.api().methods().contains(method.signature())) {
        diagnostics.error(
            Code.METHOD_NAME_TAKEN,
            method.origin(),
            "\"%s\" has a method %s, but the generated %sPredictor has one of its own. Rename yours."
                .formatted(
                    subject.name(),
                    method.signature(),
                    String.join("_", subject.model().type().simpleNames())));
      }
    }
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
  }

  /** The predictor inherits the types nested in the interface. */
  private static List<String> hidden(Subject subject) {
    String packageName = subject.model().type().packageName();
    return subject.model().available().nested().stream()
        .filter(
            name ->
                subject
                    .api()
                    .classes()
                    .contains(new TypeRef(packageName, List.of(name)).qualifiedName()))
        .toList();
  }

  /** A language model has no examples, and not each model has sessions. */
  private static List<String> taken(Subject subject) {
    return subject.model().taken().stream().filter(subject.api().classes()::contains).toList();
  }
}
