package dev.rondo.processor.check.type;

import dev.rondo.data.Category;
import dev.rondo.data.Elapsed;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import java.util.Optional;

/** Tells what may be missing. */
final class Missings {
  private Missings() {}

  /** Returns whether a component of that type may be missing without {@code @Missing}. */
  static boolean isImplied(Part part) {
    return part.type() instanceof DeclaredType.Number number
        ? number.type().mayBeMissing()
        : part.type() instanceof DeclaredType.Flag flag && flag.boxed();
  }

  /** Returns why an input is never missing; empty where it may be. */
  static Optional<String> refusal(Part part) {
    DeclaredType type = part.type();
    if (type.isText() && !part.has(Category.class)) {
      return Optional.of("a text is never missing: an empty one is read as nothing known");
    }
    if (Types.isNumberArray(type) || Types.isMatrix(type)) {
      return Types.isDecimal(Types.innermost(type)) && !part.has(Category.class)
          ? Optional.empty()
          : Optional.of("the numbers of an %s are never missing".formatted(type.text()));
    }
    if (Types.element(type).isPresent() && part.role() == Part.Role.INPUT) {
      return Optional.of(
          "the steps of a sequence are never missing, and an empty one is read as such");
    }
    if (type instanceof DeclaredType.Record) {
      return Optional.of(
          "a record is never missing as a whole: its components may be, each by itself");
    }
    if (part.has(Elapsed.class)) {
      return Optional.of("the time since the step before needs the time of every step");
    }
    boolean primitive =
        type instanceof DeclaredType.Number number
            ? number.type().isPrimitive() && !Types.isDecimal(type)
            : type instanceof DeclaredType.Flag flag && !flag.boxed();
    return primitive
        ? Optional.of("%s is never missing".formatted(article(type.text())))
        : Optional.empty();
  }

  private static String article(String type) {
    return (type.startsWith("i") ? "an " : "a ") + type;
  }
}
