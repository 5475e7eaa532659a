package dev.rondo.processor.declared;

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
}
