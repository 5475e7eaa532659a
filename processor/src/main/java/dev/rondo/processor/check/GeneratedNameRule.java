package dev.rondo.processor.check;

import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredModel.OtherMethod;
import dev.rondo.processor.declared.DeclaredModel.Trait;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import java.util.HashSet;
import java.util.Set;

/** The names of generated classes, and of the methods of the predictor, are free. */
final class GeneratedNameRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    for (String taken : subject.model().taken()) {
      diagnostics.error(Code.CLASS_NAME_TAKEN, subject.model().origin(), text(subject, taken));
    }
    Set<String> generated = generatedMethods(subject);
    for (OtherMethod method : subject.model().otherMethods()) {
      if (generated.contains(method.signature())) {
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

  private static String text(Subject subject, String taken) {
    return "\"%s\" needs the name \"%s\" for a generated class, but there is a type of that name."
            .formatted(subject.name(), taken)
        + " Rename one of the two.";
  }

  private static Set<String> generatedMethods(Subject subject) {
    Set<String> signatures = new HashSet<>();
    signatures.add("evaluate(java.lang.Iterable)");
    signatures.add("save(java.nio.file.Path)");
    signatures.add("history()");
    if (!subject.model().traits().contains(Trait.AUTO_CLOSEABLE)) {
      signatures.add("close()");
    }
    subject.model().method().ifPresent(method -> addVariants(method, signatures));
    return signatures;
  }

  private static void addVariants(DeclaredMethod method, Set<String> signatures) {
    signatures.add(method.name() + "All(java.util.List)");
    signatures.add(method.name() + "AllScored(java.util.List)");
    for (String type : Set.of("java.lang.String", "java.lang.String[]", "java.util.List")) {
      signatures.add(method.name() + "Scored(" + type + ")");
    }
  }
}
