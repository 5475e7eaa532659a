package dev.rondo.processor.check;

import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredModel.OtherMethod;
import dev.rondo.processor.declared.DeclaredModel.Trait;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.Causality;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of generated classes, and of the methods of the predictor, are free. */
final class GeneratedNameRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    List<String> taken = taken(subject);
    if (!taken.isEmpty()) {
      diagnostics.error(
          Code.CLASS_NAME_TAKEN,
          subject.model().origin(),
          "\"%s\" needs the name %s for what it generates, but there is such a class already."
                  .formatted(
                      subject.name(),
                      taken.stream()
                          .map(name -> "\"" + name + "\"")
                          .collect(Collectors.joining(", ")))
              + " Rename the interface, or that class.");
    }
    Set<String> generated = generatedMethods(subject);
    for (OtherMethod method : subject.model().otherMethods()) {
      if (generated.contains(withShortTypes(method.signature()))) {
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

  /** A language model has no examples, and not each model has sessions. */
  private static List<String> taken(Subject subject) {
    String example = subject.model().type().generated("Example").qualifiedName();
    String session = subject.model().type().generated("Session").qualifiedName();
    return subject.model().taken().stream()
        .filter(name -> hasSession(subject) || !name.equals(session))
        .filter(name -> !subject.isLanguageModel() || !name.equals(example))
        .toList();
  }

  private static boolean hasSession(Subject subject) {
    return !subject.isTranslation()
        && Causality.obstacle(subject.shaping().graph().nodes()).isEmpty();
  }

  private static Set<String> generatedMethods(Subject subject) {
    Set<String> signatures = new HashSet<>();
    signatures.add("evaluate(java.lang.Iterable)");
    signatures.add("save(java.nio.file.Path)");
    // static, and no static method can stand where a default one is inherited
    for (String source : List.of("java.nio.file.Path", "java.io.InputStream")) {
      signatures.add("load(" + source + ")");
      signatures.add("load(" + source + ", engine.Device)");
    }
    signatures.add("history()");
    if (!subject.model().traits().contains(Trait.AUTO_CLOSEABLE)) {
      signatures.add("close()");
    }
    if (hasSession(subject)) {
      signatures.add("session()");
      signatures.add("session(byte[])");
    }
    if (subject.isTranslation()) {
      subject.model().method().ifPresent(method -> addTranslating(method, signatures));
    } else if (subject.isLanguageModel()) {
      signatures.add("perplexity(java.lang.Iterable)");
      signatures.add("evaluate(java.nio.file.Path[])");
      signatures.add("evaluate(data.TextSource)");
      subject.model().method().ifPresent(method -> addWriting(method, signatures));
    } else {
      subject.model().method().ifPresent(method -> addVariants(method, signatures));
    }
    return signatures;
  }

  private static void addTranslating(DeclaredMethod method, Set<String> signatures) {
    String name = method.name();
    signatures.add(name + "(java.lang.String, decode.Decoding)");
    signatures.add(name + "Scored(java.lang.String)");
    signatures.add(name + "Scored(java.lang.String, decode.Decoding)");
    for (String all : List.of(name + "All", name + "AllScored")) {
      signatures.add(all + "(java.util.List)");
      signatures.add(all + "(java.util.List, decode.Decoding)");
    }
    signatures.add("evaluate(java.lang.Iterable, decode.Decoding)");
    signatures.add("evaluateGreedily(java.lang.Iterable)");
  }

  /** The runtime's types that generated methods take, wherever the runtime's packages are. */
  private static String withShortTypes(String signature) {
    return signature.replaceAll(
        "[\\w.]+\\.(decode\\.Sampling|decode\\.Decoding|data\\.TextSource|engine\\.Device)\\b",
        "$1");
  }

  private static void addWriting(DeclaredMethod method, Set<String> signatures) {
    String parameters = "(java.lang.String, decode.Sampling)";
    signatures.add(method.name() + parameters);
    signatures.add(method.name() + "Stream" + parameters);
  }

  private static void addVariants(DeclaredMethod method, Set<String> signatures) {
    signatures.add(method.name() + "All(java.util.List)");
    signatures.add(method.name() + "AllScored(java.util.List)");
    for (String type : Set.of("java.lang.String", "java.lang.String[]", "java.util.List")) {
      signatures.add(method.name() + "Scored(" + type + ")");
    }
  }
}
