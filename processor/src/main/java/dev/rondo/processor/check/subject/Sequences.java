package dev.rondo.processor.check.subject;

import dev.rondo.processor.declared.DeclaredType;
import java.util.Optional;

/** Sequences of sequences, which are none. */
public final class Sequences {
  private Sequences() {}

  /**
   * Returns whether each step of a list or an array is a sequence itself. A matrix is none: its
   * steps are vectors.
   */
  public static boolean isNested(DeclaredType type) {
    Optional<DeclaredType> element = Types.element(type);
    return element.flatMap(Types::element).isPresent() && !Types.isMatrix(type);
  }
}
