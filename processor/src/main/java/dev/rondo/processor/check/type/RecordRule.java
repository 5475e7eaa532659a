package dev.rondo.processor.check.type;

import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.PartRule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.declared.DeclaredType.RecordFault;
import dev.rondo.processor.diag.Code;

/** Records can be taken apart into a fixed number of components. */
public final class RecordRule extends PartRule {
  @Override
  protected void check(Part part, Subject subject, Errors errors) {
    if (Types.innermost(part.type()) instanceof DeclaredType.Record record) {
      check(part, record, errors);
    }
  }

  private static void check(Part part, DeclaredType.Record record, Errors errors) {
    if (record.faults().contains(RecordFault.GENERIC)) {
      errors.error(
          Code.GENERIC_RECORD,
          part.origin(),
          "%s is of type %s, whose record has type parameters, but a network is built for fixed types."
                  .formatted(part.label(), part.type().text())
              + " Write a record with the types that are meant.");
    } else if (record.faults().contains(RecordFault.CONTAINS_ITSELF)) {
      errors.error(
          Code.RECORD_OF_ITSELF,
          part.origin(),
          "%s is of type %s, which is a part of itself, so that it never ends. Remove it, or take"
                  .formatted(part.label(), part.type().text())
              + " what is nested as a list of its own.");
    } else if (record.components().isEmpty()) {
      errors.error(
          Code.EMPTY_RECORD,
          part.origin(),
          "%s is of type %s, but the record %s has no components, so that there is nothing to %s. Add"
                  .formatted(
                      part.label(),
                      part.type().text(),
                      record.type().simpleName(),
                      part.role().isInput() ? "read" : "answer")
              + " components.");
    }
  }
}
