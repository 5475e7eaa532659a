package dev.rondo.processor.check.layer;

import dev.rondo.data.Category;
import dev.rondo.data.Series;
import dev.rondo.data.Vector;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.task.AnomalyScore;
import dev.rondo.task.Forecast;
import java.util.Optional;

/**
 * What an output needs.
 *
 * @param count how many units that is; absent where it is known only at run time
 */
record OutputSize(String text, Optional<Integer> count) {
  static Optional<OutputSize> of(Part output, Subject subject) {
    DeclaredType type = output.type();
    if (type instanceof DeclaredType.ListOf list) {
      type = list.element();
    }
    return of(output, type instanceof DeclaredType.Scored scored ? scored.answer() : type, subject);
  }

  private static Optional<OutputSize> of(Part output, DeclaredType type, Subject subject) {
    Optional<Use> forecast = output.use(Forecast.class);
    if (forecast.isPresent()) {
      int horizon = forecast.get().values().integer("horizon");
      return Optional.of(
          new OutputSize(
              "a forecast of %s steps has its size from them".formatted(horizon),
              Optional.empty()));
    }
    if (output.has(AnomalyScore.class)) {
      return Optional.of(
          new OutputSize("what is foretold has its size from the record", Optional.empty()));
    }
    if (type.isText() && !output.has(Category.class)) {
      String what = subject.isTranslation() ? "decoder" : "language model";
      return subject.writesText()
          ? Optional.of(
              new OutputSize(
                  "a %s scores each token of its vocabulary".formatted(what), Optional.empty()))
          : Optional.empty();
    }
    if (Types.innermost(type) instanceof DeclaredType.Enumeration constants) {
      return Optional.of(
          new OutputSize(
              "%s has %s constants".formatted(constants.type().simpleName(), constants.constants()),
              Optional.of(constants.constants())));
    }
    if (output.has(Category.class)) {
      return Optional.of(
          new OutputSize("training shows how many classes there are", Optional.empty()));
    }
    Optional<Use> vector = output.use(Vector.class);
    if (vector.isPresent() && (Types.isNumberArray(type) || Types.isMatrix(type))) {
      int size = vector.get().values().integer("value");
      return Optional.of(
          new OutputSize("@Vector(%s) has %s numbers".formatted(size, size), Optional.of(size)));
    }
    boolean number = type instanceof DeclaredType.Number || output.has(Series.class);
    return number || type instanceof DeclaredType.Flag
        ? Optional.of(
            new OutputSize(
                type instanceof DeclaredType.Number || type instanceof DeclaredType.Flag
                    ? "a %s needs 1".formatted(plain(type))
                    : "one number a step needs 1",
                Optional.of(1)))
        : Optional.empty();
  }

  private static String plain(DeclaredType type) {
    return type instanceof DeclaredType.Flag ? "boolean" : type.text();
  }
}
