package dev.rondo.processor.declared;

import dev.rondo.processor.diag.Origin;
import java.util.List;

/**
 * A method that a model leaves to be implemented, seen as a member of the model: type arguments of
 * inherited methods are filled in.
 *
 * @param generic whether it has type parameters of its own
 */
public record DeclaredMethod(
    String name,
    boolean generic,
    boolean varargs,
    List<DeclaredParameter> parameters,
    DeclaredType returns,
    List<DeclaredAnnotation> annotations,
    Origin origin) {
  public DeclaredMethod {
    parameters = List.copyOf(parameters);
    annotations = List.copyOf(annotations);
  }
}
