package dev.rondo.processor.check.type;

import dev.rondo.data.Missing;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Part.Role;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;

/**
 * {@code @Nullable} stands only where a value may be missing anyway: not all compilers keep it in
 * class files, so that nothing is read from it.
 */
public final class NullableRule extends PartRule {
  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    if (part.nullable() && !mayBeMissing(part)) {
      errors.error(Code.NULLABLE_INPUT, part.origin(), part.label() + text(part));
    }
  }

  private static boolean mayBeMissing(Part part) {
    if (Types.element(part.type()).isPresent() || part.type() instanceof DeclaredType.SetOf) {
      return part.has(Missing.class) && part.role().isInput() && Missings.refusal(part).isEmpty();
    }
    return part.has(Missing.class) || (part.role() != Role.INPUT && Missings.isImplied(part));
  }

  private static String text(Part part) {
    if (!part.role().isInput()) {
      return " is @Nullable, but an answer that examples may lack is of a boxed type. Remove"
          + " @Nullable.";
    }
    return Missings.refusal(part)
        .map(why -> " is @Nullable, but %s. Remove @Nullable.".formatted(why))
        .orElse(
            " is @Nullable, which not all compilers keep, so that nothing is read from it. Write"
                + " @Missing beside it.");
  }
}
