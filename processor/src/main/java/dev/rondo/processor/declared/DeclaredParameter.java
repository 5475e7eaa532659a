package dev.rondo.processor.declared;

import dev.rondo.processor.diag.Origin;
import java.util.List;

/**
 * A parameter of a model's method.
 *
 * @param nameKnown false where it comes from a class file that kept no names
 * @param nullable whether it, or a part of its type, is {@code @Nullable}
 */
public record DeclaredParameter(
    String name,
    boolean nameKnown,
    boolean nullable,
    DeclaredType type,
    List<DeclaredAnnotation> annotations,
    Origin origin) {
  public DeclaredParameter {
    annotations = List.copyOf(annotations);
  }
}
