package dev.rondo.processor.declared;

import dev.rondo.data.Vector;
import dev.rondo.processor.diag.Origin;
import java.util.List;

/**
 * A component of a record.
 *
 * @param nullable whether it, or a part of its type, is {@code @Nullable}
 * @param origin the component; of a record from a class file where the model mentions that record
 */
public record DeclaredComponent(
    String name,
    boolean nullable,
    DeclaredType type,
    List<DeclaredAnnotation> annotations,
    Origin origin) {
  public DeclaredComponent {
    annotations = List.copyOf(annotations);
  }

  /** Returns the same as an input of its own. */
  DeclaredParameter asParameter() {
    return new DeclaredParameter(name, true, nullable, type, annotations, origin);
  }

  /** Returns whether its value is a sequence; an array with {@code @Vector} is one vector. */
  boolean isSequence() {
    if (type instanceof DeclaredType.Array array) {
      return array.element() instanceof DeclaredType.Array
          || annotations.stream().noneMatch(annotation -> annotation.carries(Vector.class));
    }
    return type instanceof DeclaredType.ListOf;
  }
}
