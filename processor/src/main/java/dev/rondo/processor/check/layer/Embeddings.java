package dev.rondo.processor.check.layer;

import dev.rondo.processor.check.subject.Part;
import dev.rondo.processor.check.subject.Types;
import dev.rondo.processor.declared.DeclaredType;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.diag.Origin;

/** What to say of an embedding whose input holds no symbols that it could look up. */
final class Embeddings {
  private Embeddings() {}

  /**
   * Reports it.
   *
   * @param found the embedding and what flows into it
   */
  static void ofFeatures(
      Part input, Origin origin, String found, String trace, Diagnostics diagnostics) {
    DeclaredType value = Types.innermost(input.type());
    if (value instanceof DeclaredType.Number) {
      diagnostics.error(
          Code.EMBEDDING_OF_NUMBER,
          origin,
          found
              + ", but %s is of type %s, sizes that cannot be looked up. "
                  .formatted(input.label(), input.type().text())
              + (Types.canBeSymbol(value)
                  ? "If these are ids, write @Category on it, else remove it."
                  : "Remove it.")
              + trace);
    } else {
      diagnostics.error(
          Code.NOTHING_TO_EMBED,
          origin,
          found
              + ", but %s is of type %s, which holds no symbols of its own. "
                  .formatted(input.label(), input.type().text())
              + (value instanceof DeclaredType.Record
                  ? "Move it to the components that are to be looked up."
                  : "Remove it.")
              + trace);
    }
  }
}
