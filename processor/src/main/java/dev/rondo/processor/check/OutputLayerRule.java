package dev.rondo.processor.check;

import dev.rondo.layer.Dense;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.Use;
import java.util.List;
import java.util.Optional;

/**
 * The last layer is a {@code @Dense} whose size and activation are left to the type and the loss;
 * those before it say their size.
 */
final class OutputLayerRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    List<Use> layers = subject.outputPath();
    if (subject.model().method().isEmpty() || (subject.isTranslation() && layers.isEmpty())) {
      return;
    }
    if (layers.isEmpty() || !layers.get(layers.size() - 1).is(Dense.class)) {
      checkNoOutput(subject, layers, diagnostics);
      return;
    }
    Use output = layers.get(layers.size() - 1);
    checkUnits(output, subject, diagnostics);
    checkActivation(output, diagnostics);
    subject
        .uses()
        .all()
        .filter(use -> isUnsized(use) && !use.equals(output) && !isUnread(use, subject))
        .forEach(use -> unitsMissing(use, diagnostics));
  }

  private static void checkNoOutput(Subject subject, List<Use> layers, Diagnostics diagnostics) {
    Optional<Use> early = layers.stream().filter(OutputLayerRule::isUnsized).findFirst();
    boolean translation = subject.isTranslation();
    String place = translation ? subject.methodName() : subject.name();
    String found =
        layers.isEmpty()
            ? "\"%s\" has no output layer.".formatted(place)
            : "\"%s\" ends with %s, which is no output layer."
                .formatted(place, layers.get(layers.size() - 1).name());
    Optional<Use> encoder =
        subject.uses().trunk().stream().filter(use -> translation && isUnsized(use)).findFirst();
    String fix =
        encoder.isPresent()
            ? " Move @Dense from \"%s\" to the end of \"%s\".".formatted(subject.name(), place)
            : early.isPresent() ? " Move @Dense to the end." : " Write @Dense as the last layer.";
    diagnostics.error(
        Code.NO_OUTPUT_LAYER,
        encoder
            .or(() -> early)
            .map(Use::origin)
            .orElse(translation ? subject.methodOrigin() : subject.model().origin()),
        found + fix);
  }

  private static boolean isUnsized(Use use) {
    return use.is(Dense.class) && !use.values().writes("units");
  }

  private static void checkUnits(Use output, Subject subject, Diagnostics diagnostics) {
    int units = output.values().integer("units");
    DeclaredType returned = subject.model().method().orElseThrow().returns();
    DeclaredType type = returned instanceof DeclaredType.Scored scored ? scored.answer() : returned;
    if (!output.values().writes("units") || units < 1) {
      return;
    }
    String size = size(type, subject);
    if (size.isEmpty()) {
      return;
    }
    boolean same =
        units == (type instanceof DeclaredType.Enumeration constants ? constants.constants() : 1);
    diagnostics.error(
        Code.UNITS_CONTRADICT_TYPE,
        output.origin().member("units"),
        "%s has units = %s, %s %s. Remove units: the return type gives the size."
            .formatted(output.label(), units, same ? "and" : "but", size));
  }

  private static String size(DeclaredType type, Subject subject) {
    if (type instanceof DeclaredType.Enumeration constants) {
      return "%s has %s constants".formatted(constants.type().simpleName(), constants.constants());
    }
    if (type instanceof DeclaredType.Flag) {
      return "a boolean needs 1";
    }
    return type.isText()
        ? "a %s scores each token of its vocabulary"
            .formatted(subject.isTranslation() ? "decoder" : "language model")
        : "";
  }

  private static void checkActivation(Use output, Diagnostics diagnostics) {
    if (output.values().writes("activation") && output.values().integers("hidden").isEmpty()) {
      diagnostics.error(
          Code.ACTIVATION_ON_OUTPUT,
          output.origin().member("activation"),
          "%s has activation = %s, but it is the output, whose activation the loss decides. Remove"
                  .formatted(output.label(), output.values().sourceOf("activation"))
              + " activation, or add hidden layers that it applies to.");
    }
  }

  private static boolean isUnread(Use use, Subject subject) {
    return subject.unread().stream().anyMatch(node -> node.origin().equals(use.origin()));
  }

  private static void unitsMissing(Use use, Diagnostics diagnostics) {
    diagnostics.error(
        Code.UNITS_MISSING,
        use.origin(),
        "%s has no units, but it is not the output, whose size the type knows. Write units, such"
                .formatted(use.label())
            + " as @Dense(units = 64).");
  }
}
