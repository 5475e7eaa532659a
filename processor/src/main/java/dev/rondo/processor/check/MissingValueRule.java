package dev.rondo.processor.check;

import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;

/** Members without a default are written. */
final class MissingValueRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    subject
        .uses()
        .all()
        .forEach(
            use -> {
              for (String member : use.values().missing()) {
                String example =
                    member.equals("value")
                        ? use.name() + "(...)"
                        : use.name() + "(" + member + " = ...)";
                diagnostics.error(
                    Code.VALUE_MISSING,
                    use.origin(),
                    "%s lacks its %s. Write %s.".formatted(use.label(), member, example));
              }
            });
  }
}
