package dev.rondo.processor.check.model;

import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;

/** Generated code can use the user's enums and records, and there is something in the enums. */
public final class UserTypeRule extends PartRule {
  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    DeclaredType type = valueType(part.type());
    if (!accessible(type)) {
      inaccessible(part, type, errors);
    }
    if (type instanceof DeclaredType.Enumeration constants) {
      checkConstants(part, constants, errors);
    }
  }

  private static DeclaredType valueType(DeclaredType type) {
    DeclaredType innermost = Types.innermost(type);
    return innermost instanceof DeclaredType.Scored scored ? scored.answer() : innermost;
  }

  private static boolean accessible(DeclaredType type) {
    if (type instanceof DeclaredType.Enumeration constants) {
      return constants.accessible();
    }
    return !(type instanceof DeclaredType.Record record) || record.accessible();
  }

  private static void inaccessible(Part part, DeclaredType type, Errors errors) {
    errors.error(
        Code.TYPE_INACCESSIBLE,
        part.origin(),
        "%s %s %s, which generated classes in the model's package cannot access. Remove private from"
                .formatted(part.label(), verb(part), type.text())
            + " it and from the types around it, or make them public.");
  }

  private static void checkConstants(Part part, DeclaredType.Enumeration type, Errors errors) {
    int constants = type.constants();
    boolean label = part.type() instanceof DeclaredType.SetOf;
    int least = part.role().isInput() || label ? 1 : 2;
    if (constants < least) {
      errors.error(
          Code.TOO_FEW_CONSTANTS,
          part.origin(),
          "%s %s %s, which has %s, %s. Add constants."
              .formatted(
                  part.label(),
                  verb(part),
                  type.text(),
                  constants == 0 ? "no constants" : "1 constant",
                  least == 2
                      ? "but a choice needs at least 2"
                      : "so that there is nothing to tell apart"));
    }
  }

  private static String verb(Part part) {
    return part.role() == Role.OUTPUT ? "returns" : "has the type";
  }
}
