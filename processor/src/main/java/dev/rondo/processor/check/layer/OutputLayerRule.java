package dev.rondo.processor.check.layer;

import dev.rondo.layer.Dense;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.Use;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last layer is a {@code @Dense} whose size and activation are left to the type and the loss;
 * those before it say their size. With several outputs each component has one, written or not.
 */
public final class OutputLayerRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    Optional<Part> output =
        subject.parts().stream().filter(part -> part.role() == Role.OUTPUT).findFirst();
    List<Use> layers = subject.outputPath();
    if (output.isEmpty() || (subject.isTranslation() && layers.isEmpty())) {
      return;
    }
    if (output.get().type().asRecord().isPresent()
        && !subject.writesText()
        && !subject.forecasts()) {
      checkSeveral(output.get().type().asRecord().get(), subject, diagnostics);
      return;
    }
    if (layers.isEmpty() || !layers.get(layers.size() - 1).is(Dense.class)) {
      checkNoOutput(subject, layers, diagnostics);
      return;
    }
    Use last = layers.get(layers.size() - 1);
    checkUnits(last, output.get(), subject, diagnostics);
    checkActivation(last, output.get(), diagnostics);
    List<Use> heads = subject.uses().heads().stream().flatMap(List::stream).toList();
    unsized(subject.uses().all())
        .filter(use -> !use.equals(last) && !isUnread(use, subject) && !heads.contains(use))
        .forEach(use -> unitsMissing(use, use.label(), diagnostics));
  }

  private static void checkSeveral(
      DeclaredType.Record record, Subject subject, Diagnostics diagnostics) {
    unsized(subject.outputPath().stream())
        .forEach(use -> ofSeveral(use, record, subject, diagnostics));
    unsized(subject.uses().inputs().stream().flatMap(List::stream))
        .forEach(use -> unitsMissing(use, use.label(), diagnostics));
    for (Part part : subject.parts()) {
      if (part.role() == Role.ANSWER || part.role() == Role.ANSWER_OF_STEP) {
        List<Use> layers = part.uses().stream().filter(Use::isLayer).toList();
        Optional<Use> last =
            layers.stream()
                .skip(Math.max(0, layers.size() - 1))
                .filter(use -> use.is(Dense.class))
                .findFirst();
        last.ifPresent(
            use -> {
              checkUnits(use, part, subject, diagnostics);
              checkActivation(use, part, diagnostics);
            });
        unsized(layers.stream())
            .filter(use -> last.filter(use::equals).isEmpty())
            .forEach(use -> unitsMissing(use, part.label(use), diagnostics));
      }
    }
  }

  private static void ofSeveral(
      Use use, DeclaredType.Record record, Subject subject, Diagnostics diagnostics) {
    diagnostics.error(
        Code.OUTPUT_LAYER_OF_SEVERAL,
        use.origin(),
        "%s has no units, but \"%s\" returns %s, each component of which is an output of its own. Write"
                .formatted(use.label(), subject.methodName(), record.text())
            + " units, such as @Dense(units = 64), or move it to the components: without one they"
            + " have a plain @Dense.");
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

  private static Stream<Use> unsized(Stream<Use> uses) {
    return uses.filter(OutputLayerRule::isUnsized);
  }

  private static boolean isUnsized(Use use) {
    return use.is(Dense.class) && !use.values().writes("units");
  }

  private static void checkUnits(Use last, Part output, Subject subject, Diagnostics diagnostics) {
    int units = last.values().integer("units");
    if (last.values().writes("units") && units >= 1) {
      OutputSize.of(output, subject)
          .ifPresent(
              size ->
                  diagnostics.error(
                      Code.UNITS_CONTRADICT_TYPE,
                      last.origin().member("units"),
                      "%s has units = %s, %s %s. Remove units: the %s gives the size."
                          .formatted(
                              label(last, output),
                              units,
                              size.count().filter(count -> count != units).isPresent()
                                      || size.count().isEmpty()
                                  ? "but"
                                  : "and",
                              size.text(),
                              output.isWhole() ? "return type" : "component's type")));
    }
  }

  private static void checkActivation(Use use, Part output, Diagnostics diagnostics) {
    if (use.values().writes("activation") && use.values().integers("hidden").isEmpty()) {
      diagnostics.error(
          Code.ACTIVATION_ON_OUTPUT,
          use.origin().member("activation"),
          "%s has activation = %s, but it is the output, whose activation the loss decides. Remove"
                  .formatted(label(use, output), use.values().sourceOf("activation"))
              + " activation, or add hidden layers that it applies to.");
    }
  }

  /** The last layer of a single output stands on the method or on the type. */
  private static String label(Use use, Part output) {
    return output.isWhole() ? use.label() : output.label(use);
  }

  private static boolean isUnread(Use use, Subject subject) {
    return subject.unread().stream().anyMatch(node -> node.origin().equals(use.origin()));
  }

  private static void unitsMissing(Use use, String label, Diagnostics diagnostics) {
    diagnostics.error(
        Code.UNITS_MISSING,
        use.origin(),
        "%s has no units, but it is not the output, whose size the type knows. Write units, such"
                .formatted(label)
            + " as @Dense(units = 64).");
  }
}
