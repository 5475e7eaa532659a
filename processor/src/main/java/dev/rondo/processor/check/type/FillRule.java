package dev.rondo.processor.check.type;

import dev.rondo.data.Fill;
import dev.rondo.data.Missing;
import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.diag.Code;

/** Only in a sequence there is a last value that could fill in for one that is missing. */
public final class FillRule extends PartRule {
  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    boolean single =
        part.role() == Part.Role.OF_VECTOR
            || (part.role() == Part.Role.INPUT && !Types.isSequence(part));
    if (single && Missings.refusal(part).isEmpty()) {
      part.use(Missing.class)
          .filter(use -> use.values().constant("fill", Fill.class) == Fill.LAST)
          .ifPresent(
              use ->
                  errors.error(
                      Code.ANNOTATION_UNREAD,
                      use.origin().member("fill"),
                      "%s has fill = LAST, but \"%s\" is one vector, without a step before. Remove fill."
                          .formatted(part.label(use), part.owner())));
    }
  }
}
