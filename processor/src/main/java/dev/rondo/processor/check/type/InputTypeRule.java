package dev.rondo.processor.check.type;

import dev.rondo.data.Category;
import dev.rondo.data.Series;
import dev.rondo.data.Vector;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Sequences;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import java.util.Optional;

/** What a model takes is of supported types. */
public final class InputTypeRule extends PartRule {
  private static final String SUPPORTED =
      "String, a number, boolean, an enum, a time of java.time, a record of these, or a list or an"
          + " array of one of them";

  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    if (part.role().isInput()) {
      unsupported(part.type(), part)
          .ifPresent(
              fix ->
                  errors.error(
                      Code.INPUT_TYPE_UNSUPPORTED,
                      part.origin(),
                      "%s is of type %s, which is no supported input. %s"
                          .formatted(part.label(), part.type().text(), fix)));
    }
  }

  /** Returns what to write instead; empty where the type can be read. */
  private static Optional<String> unsupported(DeclaredType type, Part part) {
    if (type instanceof DeclaredType.ListOf list) {
      return Sequences.isNested(type) ? Optional.empty() : unsupportedElement(list.element(), part);
    }
    if (type instanceof DeclaredType.Array array) {
      return Sequences.isNested(type) || Types.isMatrix(type)
          ? Optional.empty()
          : unsupportedInArray(array.element(), part);
    }
    if (type instanceof DeclaredType.SetOf set) {
      return set.element() instanceof DeclaredType.Enumeration
          ? Optional.empty()
          : Optional.of(
              "A set has no order to be read in. Write List<%s>, or a set of an enum."
                  .formatted(set.element().text()));
    }
    if (type instanceof DeclaredType.Scored scored) {
      return Optional.of("Write %s.".formatted(scored.answer().text()));
    }
    return type instanceof DeclaredType.Other other
        ? Optional.of(ReadableTypes.insteadOf(other, part, SUPPORTED))
        : Optional.empty();
  }

  private static Optional<String> unsupportedElement(DeclaredType element, Part part) {
    if (element instanceof DeclaredType.Number number && number.type().isOptional()) {
      return Optional.of(
          "What stands in a list is never missing. Write a list of the numbers themselves.");
    }
    if (element instanceof DeclaredType.SetOf) {
      return Optional.of("Write a list of records with the set as a component.");
    }
    return unsupported(element, part);
  }

  private static Optional<String> unsupportedInArray(DeclaredType element, Part part) {
    if (element instanceof DeclaredType.Flag) {
      return Optional.of("Write List<Boolean>.");
    }
    if (element instanceof DeclaredType.Number number) {
      return switch (number.type()) {
        case BYTE, SHORT -> Optional.of(insteadOfSmall(part));
        case LONG -> insteadOfLong(part);
        case BOXED_BYTE,
            BOXED_SHORT,
            BOXED_INT,
            BOXED_LONG,
            BOXED_FLOAT,
            BOXED_DOUBLE,
            BIG_DECIMAL ->
            Optional.of("Write List<%s>.".formatted(number.text()));
        default -> unsupportedElement(element, part);
      };
    }
    return unsupportedElement(element, part);
  }

  /** Of ids there are arrays; an amount is a decimal number. */
  private static Optional<String> insteadOfLong(Part part) {
    if (part.has(Category.class)) {
      return Optional.empty();
    }
    if (part.has(Vector.class)) {
      return Optional.of("Write @Vector(3) double[], if there are three.");
    }
    return part.has(Series.class)
        ? Optional.of("Write double[], or @Category long[] for ids.")
        : Optional.empty();
  }

  private static String insteadOfSmall(Part part) {
    if (!part.isWhole() || part.has(Vector.class)) {
      return "Write @Vector(3) float[], if there are three.";
    }
    return part.has(Series.class)
        ? "Write int[]."
        : "Write @Series int[] for one value a step, or @Category int[] for ids.";
  }
}
