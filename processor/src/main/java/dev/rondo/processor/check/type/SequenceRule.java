package dev.rondo.processor.check.type;

import dev.rondo.data.Series;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Sequences;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import java.util.Optional;

/** A sequence is one of steps, not of other sequences. */
public final class SequenceRule extends PartRule {
  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    if (part.role().isInput()) {
      wrong(part, subject)
          .ifPresent(
              wrong ->
                  errors.error(
                      Code.SEQUENCE_IN_SEQUENCE,
                      part.origin(),
                      "%s is of type %s, %s".formatted(part.label(), part.type().text(), wrong)));
    }
  }

  private static Optional<String> wrong(Part part, Subject subject) {
    DeclaredType type = part.type();
    if (Sequences.isNested(type)) {
      return Optional.of(
          "a sequence of sequences, but the steps of a sequence are read one by one. Flatten it"
              + (Types.innermost(type) instanceof DeclaredType.Number
                  ? ", or use float[][] for steps of equal width."
                  : "."));
    }
    if (part.role() == Role.INPUT || !isSequence(part)) {
      return Optional.empty();
    }
    if (part.role() == Role.OF_VECTOR && subject.model().spread().isPresent()) {
      return Optional.of(
          "a sequence, but \"%s\" is read as one vector. Move it out of that record, next to \"%s\"."
              .formatted(part.owner(), part.owner()));
    }
    return Optional.of(
        part.role() == Role.OF_STEP
            ? "a sequence, but \"%s\" is one already, and its steps are read one by one. Flatten it, or make it a parameter of its own."
                .formatted(part.owner())
            : "a sequence, but \"%s\" is read as one vector. Make it a parameter of its own, or make \"%s\" the only parameter and this a component of its own."
                .formatted(part.owner(), part.owner()));
  }

  /** Constants in a list or an array are one value, arrays of numbers are vectors. */
  private static boolean isSequence(Part part) {
    DeclaredType type = part.type();
    return Types.isNumberArray(type)
        ? part.has(Series.class)
        : Types.element(type).isPresent() && !isOfConstants(type);
  }

  private static boolean isOfConstants(DeclaredType type) {
    return Types.element(type)
        .filter(element -> element instanceof DeclaredType.Enumeration)
        .isPresent();
  }
}
