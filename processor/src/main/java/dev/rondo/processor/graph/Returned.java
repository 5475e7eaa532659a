package dev.rondo.processor.graph;

import dev.rondo.processor.type.TypeRef;
import java.util.Optional;

/**
 * How a model's method returns its outputs.
 *
 * @param record the record whose components they are; absent for a single output
 * @param eachStep whether it returns a list with one of them for each step of the input, or an
 *     array where {@link Output#array} says so
 */
public record Returned(Optional<TypeRef> record, boolean eachStep) {
  /** Returns a single answer. */
  public static Returned single() {
    return new Returned(Optional.empty(), false);
  }
}
